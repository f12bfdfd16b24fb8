//! Server-sent events of something that is looked at again and again: the whole of it at once, and again each time that it changes.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING};
use actix_web::web::{Bytes, Data};
use futures_util::StreamExt as _;
use serde::Serialize;
use tokio::sync::{broadcast, mpsc};
use tokio_stream::wrappers::ReceiverStream;

use super::answer::run;
use crate::problem::{Code, Problem, Result};
use crate::service::App;

/// How often time alone may change what is seen: a gap opens, a window begins.
const TICK: Duration = Duration::from_secs(1);
/// How many ticks without an event before a sign of life is sent.
const HEARTBEAT_TICKS: u32 = 15;
/// How many ticks at most between two looks at the database: another process may have written.
const FRESH_TICKS: u32 = 10;

/// Something that somebody watches.
pub(super) trait Watched: Send + 'static {
    /// What the events are called.
    const EVENT: &'static str;

    /// Looks at it now; `news` tells that it may have changed, else only time has passed.
    ///
    /// # Errors
    /// Any but `database_unavailable` ends the watching.
    fn look(&mut self, app: &App, news: bool) -> Result<Sight>;
}

/// What was seen.
pub(super) struct Sight {
    /// What an event is sent for when it changes.
    state: String,
    /// What the event carries.
    whole: String,
}

impl Sight {
    /// As JSON.
    pub(super) fn of(state: &impl Serialize, whole: &impl Serialize) -> Result<Self> {
        let written = |error: serde_json::Error| Problem::internal(error);
        let (state, whole) = (serde_json::to_string(state), serde_json::to_string(whole));
        Ok(Self { state: state.map_err(written)?, whole: whole.map_err(written)? })
    }
}

/// Answers with the events; `news` about `about` makes it look at once.
pub(super) async fn follow<W: Watched, N: Clone + PartialEq + Send + 'static>(
    app: Data<App>,
    watch: W,
    news: broadcast::Receiver<N>,
    about: N,
) -> Result<HttpResponse> {
    let (watch, first) = look(&app, watch, true).await;
    let first = first?;
    let (tell, told) = mpsc::channel(4);
    let stream = Stream { app, watch, about, news, tell, state: String::new(), quiet: 0 };
    actix_web::rt::spawn(stream.run(first));
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((CACHE_CONTROL, "no-store"))
        // Compression would hold events back until enough of them have gathered.
        .insert_header((CONTENT_ENCODING, "identity"))
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(ReceiverStream::new(told).map(Ok::<Bytes, actix_web::Error>)))
}

/// One look, off the async workers; the watch comes back with it.
async fn look<W: Watched>(app: &Data<App>, watch: W, news: bool) -> (Option<W>, Result<Sight>) {
    let looked = run(app, move |app| {
        let mut watch = watch;
        let sight = watch.look(app, news);
        Ok((watch, sight))
    });
    match looked.await {
        Ok((watch, sight)) => (Some(watch), sight),
        Err(problem) => (None, Err(problem)),
    }
}

struct Stream<W, N> {
    app: Data<App>,
    watch: Option<W>,
    about: N,
    news: broadcast::Receiver<N>,
    tell: mpsc::Sender<Bytes>,
    /// The state that was sent last.
    state: String,
    /// Ticks since the last event.
    quiet: u32,
}

impl<W: Watched, N: Clone + PartialEq> Stream<W, N> {
    /// Sends events until the listener goes, the right ends or the server closes.
    async fn run(mut self, first: Sight) {
        let mut closing = self.app.bus.closing();
        let mut going = self.send("retry: 2000\n\n".to_owned()).await && self.send_sight(first).await;
        let mut ticks = 0_u32;
        while going {
            let listener = self.tell.clone();
            let news = tokio::select! {
                _ = closing.wait_for(|closing| *closing) => return,
                () = listener.closed() => return,
                news = heard(&mut self.news, &self.about) => news,
                () = tokio::time::sleep(TICK) => false,
            };
            ticks = ticks.wrapping_add(1);
            going = self.turn(news || ticks.is_multiple_of(FRESH_TICKS)).await;
        }
    }

    /// Looks once and sends what there is to say; false at the end.
    async fn turn(&mut self, news: bool) -> bool {
        let Some(watch) = self.watch.take() else { return false };
        let (watch, looked) = look(&self.app, watch, news).await;
        self.watch = watch;
        match looked {
            Ok(sight) => self.send_sight(sight).await,
            Err(problem) if problem.code == Code::DatabaseUnavailable => {
                self.watch.is_some() && self.stay_alive().await
            }
            Err(problem) => {
                self.send(format!("event: end\ndata: {{\"code\":\"{}\"}}\n\n", problem.code)).await;
                false
            }
        }
    }

    /// Sends what was seen if it changed.
    async fn send_sight(&mut self, sight: Sight) -> bool {
        if sight.state == self.state {
            return self.stay_alive().await;
        }
        self.state = sight.state;
        self.quiet = 0;
        let id = self.app.clock.now().0;
        self.send(format!("id: {id}\nevent: {}\ndata: {}\n\n", W::EVENT, sight.whole)).await
    }

    async fn stay_alive(&mut self) -> bool {
        self.quiet += 1;
        if self.quiet < HEARTBEAT_TICKS {
            return true;
        }
        self.quiet = 0;
        self.send(": still here\n\n".to_owned()).await
    }

    async fn send(&self, text: String) -> bool {
        self.tell.send(Bytes::from(text)).await.is_ok()
    }
}

/// Waits for news of one thing; having missed some is news too.
async fn heard<N: Clone + PartialEq>(news: &mut broadcast::Receiver<N>, about: &N) -> bool {
    loop {
        match news.recv().await {
            Ok(changed) if changed != *about => {}
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return true,
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
    }
}
