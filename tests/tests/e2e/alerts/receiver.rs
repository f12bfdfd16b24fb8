//! A receiver of messages that answers as it is told and keeps what it got.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// A request as it came.
#[derive(Debug, Clone)]
pub(super) struct Got {
    /// Path and query.
    pub(super) target: String,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: String,
}

/// A receiver that takes a request and never answers it.
pub(super) const SILENCE: (u16, &str) = (0, "");

#[derive(Clone, Default)]
pub(super) struct Receiver {
    pub(super) url: String,
    got: Arc<Mutex<Vec<Got>>>,
    /// What it answers, one after the other, the last one for ever: status and body.
    answers: Arc<Mutex<VecDeque<(u16, &'static str)>>>,
    /// Whoever asked and got no answer has gone.
    pub(super) gone: Arc<Notify>,
}

impl Receiver {
    pub(super) async fn start(answers: impl IntoIterator<Item = (u16, &'static str)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let receiver = Self { url, answers: Arc::new(Mutex::new(answers.into_iter().collect())), ..Self::default() };
        let at_work = receiver.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(take(stream, at_work.clone()));
            }
        });
        receiver
    }

    pub(super) fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }
}

async fn take(mut stream: TcpStream, receiver: Receiver) {
    let mut bytes = Vec::new();
    let (head, body) = loop {
        let mut part = [0; 4096];
        let count = stream.read(&mut part).await.unwrap();
        bytes.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if count == 0 || body.len() >= length.unwrap_or(0) {
            break (head.to_owned(), body.to_owned());
        }
    };
    let mut lines = head.lines();
    let target = lines.next().unwrap().split(' ').nth(1).unwrap().to_owned();
    let headers =
        lines.filter_map(|line| line.split_once(": ")).map(|(a, b)| (a.to_lowercase(), b.to_owned())).collect();
    receiver.got.lock().unwrap().push(Got { target, headers, body });
    let (status, text) = receiver.next();
    if (status, text) == SILENCE {
        // Until whoever asks has had enough.
        let _ = stream.read(&mut [0]).await;
        receiver.gone.notify_one();
        return;
    }
    let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{text}", text.len());
    stream.write_all(answer.as_bytes()).await.unwrap();
}

impl Receiver {
    fn next(&self) -> (u16, &'static str) {
        let mut answers = self.answers.lock().unwrap();
        if answers.len() > 1 { answers.pop_front().unwrap() } else { answers.front().copied().unwrap_or((200, "")) }
    }

    /// What it answers from now on.
    pub(super) fn answer(&self, answer: (u16, &'static str)) {
        *self.answers.lock().unwrap() = [answer].into();
    }
}
