//! Server-sent events: the whole board at once, and again each time that it changes.

use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpResponse, get};
use futures_util::StreamExt as _;
use tokio::sync::{broadcast, mpsc};
use tokio_stream::wrappers::ReceiverStream;

use super::wire::BoardBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::http::extract::StreamActor;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::service::board::Watch;

/// How often time alone may change the board: a gap opens, a window begins.
const TICK: Duration = Duration::from_secs(1);
/// How many ticks without an event before a sign of life is sent.
const HEARTBEAT_TICKS: u32 = 15;
/// How many ticks at most between two looks at the database: another process may have written.
const FRESH_TICKS: u32 = 10;

/// Follow the board of a school.
///
/// Server-sent events. `event: board` carries the whole board (as `/schools/{id}/board`), first at once, then within a
/// second of each change; a comment every 15 seconds is a sign of life. After a break the client simply connects again:
/// the first event is the present state, so `Last-Event-ID` needs no answer of its own. `event: end` with a problem's code
/// tells that the session or the right ended. `EventSource` cannot send headers: the access token may stand in the address
/// as `access_token`, on this route alone; queries are never logged here, and a proxy in front should not log them either.
#[utoipa::path(
    tag = "coverage",
    params(
        ("id" = OrganizationId, Path, description = "The school"),
        ("access_token" = Option<String>, Query, description = "The access token, where no header can be sent")
    ),
    responses((status = 200, description = "The events", body = String, content_type = "text/event-stream")),
    security(("bearer" = []))
)]
#[get("/schools/{id}/events")]
pub(super) async fn board_events(app: Data<App>, actor: StreamActor, id: Path<OrganizationId>) -> Result<HttpResponse> {
    let news = app.bus.listen();
    let (watch, first) = look(&app, Watch::new(actor.0, *id), true).await;
    let first = first?;
    let (tell, told) = mpsc::channel(4);
    let stream = Stream { app, watch, school: *id, news, tell, state: String::new(), quiet: 0 };
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
async fn look(app: &Data<App>, watch: Watch, news: bool) -> (Option<Watch>, Result<BoardBody>) {
    let looked = run(app, move |app| {
        let mut watch = watch;
        let lang = watch.actor().lang;
        let body = watch.look(app, news).map(|(facts, now)| BoardBody::of(facts, now, lang));
        Ok((watch, body))
    });
    match looked.await {
        Ok((watch, body)) => (Some(watch), body),
        Err(problem) => (None, Err(problem)),
    }
}

struct Stream {
    app: Data<App>,
    watch: Option<Watch>,
    school: OrganizationId,
    news: broadcast::Receiver<OrganizationId>,
    tell: mpsc::Sender<Bytes>,
    /// The state that was sent last.
    state: String,
    /// Ticks since the last event.
    quiet: u32,
}

impl Stream {
    /// Sends events until the listener goes, the right ends or the server closes.
    async fn run(mut self, first: BoardBody) {
        let mut closing = self.app.bus.closing();
        let mut going = self.send("retry: 2000\n\n".to_owned()).await && self.send_board(&first).await;
        let mut ticks = 0_u32;
        while going {
            let listener = self.tell.clone();
            let news = tokio::select! {
                _ = closing.wait_for(|closing| *closing) => return,
                () = listener.closed() => return,
                news = heard(&mut self.news, self.school) => news,
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
            Ok(body) => self.send_board(&body).await,
            Err(problem) if problem.code == Code::DatabaseUnavailable => {
                self.watch.is_some() && self.stay_alive().await
            }
            Err(problem) => {
                self.send(format!("event: end\ndata: {{\"code\":\"{}\"}}\n\n", problem.code)).await;
                false
            }
        }
    }

    /// Sends the board if it changed.
    async fn send_board(&mut self, body: &BoardBody) -> bool {
        let written = |error: serde_json::Error| Problem::internal(error);
        let state = serde_json::to_string(&body.state).map_err(written);
        let whole = serde_json::to_string(body).map_err(written);
        let (Ok(state), Ok(whole)) = (state, whole) else { return false };
        if state == self.state {
            return self.stay_alive().await;
        }
        self.state = state;
        self.quiet = 0;
        let id = self.app.clock.now().0;
        self.send(format!("id: {id}\nevent: board\ndata: {whole}\n\n")).await
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

/// Waits for news of the school; having missed some is news too.
async fn heard(news: &mut broadcast::Receiver<OrganizationId>, school: OrganizationId) -> bool {
    loop {
        match news.recv().await {
            Ok(changed) if changed != school => {}
            Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => return true,
            Err(broadcast::error::RecvError::Closed) => std::future::pending().await,
        }
    }
}
