//! A gateway for text messages that keeps what it is given.

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// The messages that were sent, in their order.
pub struct SmsInbox {
    /// Where the server is to post them.
    pub url: String,
    messages: Mutex<UnboundedReceiver<Value>>,
}

impl SmsInbox {
    /// The body that the gateway wants.
    pub const BODY: &str = r#"{"phone":"{phone}","code":"{code}"}"#;

    /// Starts one on a free port.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/send", listener.local_addr().expect("its address"));
        let (tell, messages) = unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(take(stream, tell.clone()));
            }
        });
        Self { url, messages: Mutex::new(messages) }
    }

    /// The code of the next message, which must be for this number; waits for it.
    ///
    /// # Panics
    /// If it is for another.
    pub async fn code_for(&self, phone: &str) -> String {
        let message = self.messages.lock().await.recv().await.expect("a message");
        assert_eq!(message["phone"], phone);
        message["code"].as_str().expect("a code").to_owned()
    }

    /// Whether every message was taken out.
    pub async fn is_empty(&self) -> bool {
        self.messages.lock().await.is_empty()
    }
}

/// One request: its JSON body is all that matters.
async fn take(mut stream: TcpStream, tell: UnboundedSender<Value>) {
    let mut bytes = Vec::new();
    let body = loop {
        let mut part = [0; 1024];
        let count = stream.read(&mut part).await.expect("a request");
        bytes.extend_from_slice(&part[..count]);
        let text = String::from_utf8_lossy(&bytes);
        if let Some(Ok(body)) = text.split_once("\r\n\r\n").map(|(_, body)| serde_json::from_str(body)) {
            break body;
        }
        if count == 0 {
            return;
        }
    };
    stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").await.expect("it is heard");
    tell.send(body).expect("the test still runs");
}
