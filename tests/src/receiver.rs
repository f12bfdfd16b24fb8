//! A receiver of messages that answers as it is told and keeps what it got.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// A request as it came.
#[derive(Debug, Clone)]
pub struct Got {
    /// Path and query.
    pub target: String,
    /// Its headers, their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// Its text.
    pub body: String,
}

/// A receiver that takes a request and never answers it.
pub const SILENCE: (u16, &str) = (0, "");

/// What stands at the other end of a channel.
#[derive(Clone, Default)]
pub struct Receiver {
    /// Where it listens.
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
    /// What it answers, one after the other, the last one for ever: status and body.
    answers: Arc<Mutex<VecDeque<(u16, &'static str)>>>,
    /// Whoever asked and got no answer has gone.
    pub gone: Arc<Notify>,
}

impl Receiver {
    /// Starts one with its answers, the last one for ever; 200 without any.
    ///
    /// # Panics
    /// If it cannot listen.
    pub async fn start(answers: impl IntoIterator<Item = (u16, &'static str)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let receiver = Self { url, answers: Arc::new(Mutex::new(answers.into_iter().collect())), ..Self::default() };
        let at_work = receiver.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(take(stream, at_work.clone()));
            }
        });
        receiver
    }

    /// What it got so far, the oldest first.
    ///
    /// # Panics
    /// If it failed while it took something.
    #[must_use]
    pub fn got(&self) -> Vec<Got> {
        self.got.lock().expect("it lives").clone()
    }
}

async fn take(mut stream: TcpStream, receiver: Receiver) {
    let mut bytes = Vec::new();
    let (head, body) = loop {
        let mut part = [0; 4096];
        let count = stream.read(&mut part).await.expect("a request");
        bytes.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if count == 0 || body.len() >= length.unwrap_or(0) {
            break (head.to_owned(), body.to_owned());
        }
    };
    let mut lines = head.lines();
    let target = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a target").to_owned();
    let headers =
        lines.filter_map(|line| line.split_once(": ")).map(|(a, b)| (a.to_lowercase(), b.to_owned())).collect();
    receiver.got.lock().expect("it lives").push(Got { target, headers, body });
    let (status, text) = receiver.next();
    if (status, text) == SILENCE {
        // Until whoever asks has had enough.
        let _ = stream.read(&mut [0]).await;
        receiver.gone.notify_one();
        return;
    }
    let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}", text.len());
    stream.write_all(answer.as_bytes()).await.expect("it is heard");
}

impl Receiver {
    fn next(&self) -> (u16, &'static str) {
        let mut answers = self.answers.lock().expect("it lives");
        let last = answers.front().copied().unwrap_or((200, ""));
        if answers.len() > 1 { answers.pop_front().unwrap_or(last) } else { last }
    }

    /// What it answers from now on.
    ///
    /// # Panics
    /// If it failed while it took something.
    pub fn answer(&self, answer: (u16, &'static str)) {
        *self.answers.lock().expect("it lives") = [answer].into();
    }
}
