//! HTTP/1.1 by hand: the generator shares the machine with the server, so that an exchange must cost it next to nothing.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A connection that is kept open.
pub struct Connection {
    stream: TcpStream,
    inbox: Vec<u8>,
}

/// An answer.
pub struct Reply<'a> {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: &'a [u8],
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// Those of the network.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, inbox: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request and reads the whole answer, which must say its length.
    ///
    /// # Errors
    /// Those of the network; `UnexpectedEof` if the server closes before the answer is complete.
    pub async fn exchange(&mut self, request: &[u8]) -> Result<Reply<'_>> {
        self.stream.write_all(request).await?;
        self.read_answer().await
    }

    /// Sends a part of a request.
    ///
    /// # Errors
    /// Those of the network.
    pub async fn send(&mut self, part: &[u8]) -> Result<()> {
        self.stream.write_all(part).await
    }

    /// Reads the whole answer, which must say its length.
    ///
    /// # Errors
    /// Those of the network; `UnexpectedEof` if the server closes before the answer is complete.
    pub async fn read_answer(&mut self) -> Result<Reply<'_>> {
        self.inbox.clear();
        loop {
            if let Some(head) = Head::read(&self.inbox) {
                let end = head.body + head.length;
                while self.inbox.len() < end {
                    self.more().await?;
                }
                return Ok(Reply { status: head.status, body: &self.inbox[head.body..end] });
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> Result<()> {
        match self.stream.read_buf(&mut self.inbox).await? {
            0 => Err(Error::from(ErrorKind::UnexpectedEof)),
            _ => Ok(()),
        }
    }
}

/// What is needed of an answer's head.
struct Head {
    status: u16,
    /// Where the body begins.
    body: usize,
    length: usize,
}

impl Head {
    /// `None` while it is not complete.
    fn read(bytes: &[u8]) -> Option<Self> {
        let body = find(bytes, b"\r\n\r\n")? + 4;
        let text = std::str::from_utf8(&bytes[..body]).ok()?;
        let status = text.get(9..12)?.parse().ok()?;
        let length = text.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
        });
        Some(Self { status, body, length: length.unwrap_or(0) })
    }
}

/// Where a text first stands in another.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_when_it_is_complete() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nx: y\r\n\r\nok";
        assert!(Head::read(&answer[..answer.len() - 4]).is_none());
        let head = Head::read(answer).expect("it is complete");
        assert_eq!((head.status, head.length, &answer[head.body..]), (200, 2, b"ok".as_slice()));
    }
}
