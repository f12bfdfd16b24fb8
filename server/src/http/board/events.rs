//! Server-sent events: the whole board at once, and again each time that it changes.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};

use super::wire::BoardBody;
use crate::domain::id::OrganizationId;
use crate::http::extract::StreamActor;
use crate::http::stream::{Sight, Watched, follow};
use crate::problem::Result;
use crate::service::App;
use crate::service::board::Watch;

/// Follow the board of a school.
///
/// Server-sent events. `event: board` carries the whole board (as `/schools/{id}/board`), first at once, then within a
/// second of each change; a comment every 15 seconds is a sign of life. After a break the client simply connects again:
/// the first event is the present state, so `Last-Event-ID` needs no answer of its own. `event: end` with a problem's code
/// tells that the session or the right ended. `EventSource` cannot send headers: the access token may stand in the address
/// as `access_token`, on routes with events alone; queries are never logged here, and a proxy in front should not log them either.
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
    let watch = Watch::new(actor.0, *id);
    follow(app, watch, news, *id).await
}

impl Watched for Watch {
    const EVENT: &'static str = "board";

    fn look(&mut self, app: &App, news: bool) -> Result<Sight> {
        let lang = self.actor().lang;
        let (facts, now) = Self::look(self, app, news)?;
        let body = BoardBody::of(facts, now, lang);
        Sight::of(&body.state, &body)
    }
}
