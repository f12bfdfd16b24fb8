//! A way to a server that can be cut: what is under way ends, and nothing new gets through until it is mended.

use std::net::SocketAddr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// It ends with this value.
pub struct Relay {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    open: watch::Sender<bool>,
}

impl Relay {
    /// A way to a server, given as `http://HOST:PORT`.
    ///
    /// # Panics
    /// If it cannot listen.
    pub async fn to(server: &str) -> Self {
        let to: SocketAddr = server.trim_start_matches("http://").parse().expect("an address");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("its address"));
        let (open, watched) = watch::channel(true);
        tokio::spawn(accept(listener, to, watched));
        Self { address, open }
    }

    /// Ends what is under way and lets nothing through.
    pub fn cut(&self) {
        self.open.send_replace(false);
    }

    /// Lets everything through again.
    pub fn mend(&self) {
        self.open.send_replace(true);
    }
}

async fn accept(listener: TcpListener, to: SocketAddr, mut open: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            // Nobody holds the other end any more.
            gone = open.changed() => if gone.is_err() { return },
            Ok((client, _)) = listener.accept() => {
                // While it is cut, the connection is dropped.
                if *open.borrow() {
                    tokio::spawn(through(client, to, open.clone()));
                }
            }
        }
    }
}

async fn through(mut client: TcpStream, to: SocketAddr, mut open: watch::Receiver<bool>) {
    let Ok(mut server) = TcpStream::connect(to).await else { return };
    tokio::select! {
        _ = copy_bidirectional(&mut client, &mut server) => {}
        _ = open.wait_for(|open| !open) => {}
    }
}
