use actix_web::web::{Data, Json, Query};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::wire::{AlertBody, text_of};
use crate::domain::alert::Occasion;
use crate::domain::id::MessageId;
use crate::domain::moment::Moment;
use crate::http::answer::run;
use crate::http::extract::{ByTime, List, Page, PageQuery, StreamActor};
use crate::http::stream::{Sight, Watched, follow};
use crate::problem::Result;
use crate::service::alerts::view::{self, InboxWatch, MessageRow, Shown};
use crate::service::{Actor, App};

const LIST: List = List("my_alerts");

/// What one was told in the app.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InboxBody {
    /// How much of it is unread.
    unread: i64,
    /// The latest first.
    items: Vec<NoticeBody>,
    /// For `after`; null at the end.
    next: Option<String>,
}

/// A message in the app.
#[derive(Debug, Serialize, ToSchema)]
struct NoticeBody {
    id: MessageId,
    occasion: Occasion,
    /// In the reader's language.
    #[schema(example = "【护学岗】实验小学：东门（保安），上学 07:20–08:00，时段开始时没有人在岗。")]
    text: String,
    at: Moment,
    read_at: Option<Moment>,
    /// The alerts that it is about, as they are now.
    alerts: Vec<AlertBody>,
}

/// List what one was told in the app.
///
/// The latest first, each message with the alerts that it is about as they are now.
#[utoipa::path(
    tag = "alerts",
    params(PageQuery),
    responses((status = 200, description = "A part of the list", body = InboxBody)),
    security(("bearer" = []))
)]
#[get("/me/alerts")]
pub(super) async fn list(app: Data<App>, actor: Actor, query: Query<PageQuery>) -> Result<Json<InboxBody>> {
    let (limit, lang) = (query.limit()?, actor.lang);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let inbox = run(&app, move |app| view::inbox(app, &actor, (after, limit))).await?;
    let page = Page::new(inbox.messages, limit, |(row, _): &(MessageRow, Vec<Shown>)| {
        LIST.next(ByTime(row.created_at, row.id))
    });
    let notice = |(row, alerts): (MessageRow, Vec<Shown>)| {
        Ok(NoticeBody {
            id: row.id,
            occasion: row.occasion,
            text: text_of(&row, lang),
            at: row.created_at,
            read_at: row.read_at,
            alerts: alerts.into_iter().map(AlertBody::of).collect::<Result<_>>()?,
        })
    };
    let items = page.items.into_iter().map(notice).collect::<Result<_>>()?;
    Ok(Json(InboxBody { unread: inbox.unread, items, next: page.next }))
}

/// What stands in one's inbox.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct InboxNowBody {
    /// How much of it is unread.
    unread: i64,
    /// The latest message, in the reader's language; null if there is none.
    latest: Option<LatestBody>,
}

/// The latest message.
#[derive(Debug, Serialize, ToSchema)]
struct LatestBody {
    id: MessageId,
    occasion: Occasion,
    #[schema(example = "【护学岗】实验小学：东门（保安），上学 07:20–08:00，时段开始时没有人在岗。")]
    text: String,
    at: Moment,
}

/// Follow what one is told in the app.
///
/// Server-sent events. `event: inbox` carries how much is unread and the latest message (`InboxNowBody`), first at once, then within a
/// second of each change on this server and ten of one on another; a comment every 15 seconds is a sign of life. After a break the
/// client simply connects again. `event: end` with a problem's code tells that the session ended. `EventSource` cannot send headers: the
/// access token may stand in the address as `access_token`; queries are never logged here.
#[utoipa::path(
    tag = "alerts",
    params(("access_token" = Option<String>, Query, description = "The access token, where no header can be sent")),
    responses((status = 200, description = "The events", body = String, content_type = "text/event-stream")),
    security(("bearer" = []))
)]
#[get("/me/alerts/events")]
pub(super) async fn events(app: Data<App>, actor: StreamActor) -> Result<HttpResponse> {
    let (news, person) = (app.bus.listen_people(), actor.0.person);
    follow(app, InboxWatch::new(actor.0), news, person).await
}

impl Watched for InboxWatch {
    const EVENT: &'static str = "inbox";

    fn look(&mut self, app: &App, news: bool) -> Result<Sight> {
        let lang = self.actor().lang;
        let now = Self::look(self, app, news)?;
        let latest = now.latest.as_ref().map(|row| LatestBody {
            id: row.id,
            occasion: row.occasion,
            text: text_of(row, lang),
            at: row.created_at,
        });
        let body = InboxNowBody { unread: now.unread, latest };
        Sight::of(&body, &body)
    }
}

/// Until when one has read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadBody {
    /// Messages of this moment and before are read.
    until: Moment,
}

/// Mark what one was told as read.
///
/// Everything up to a moment, by the server's clock: the `at` of the latest message that was shown.
#[utoipa::path(
    tag = "alerts",
    request_body = ReadBody,
    responses((status = 204, description = "Marked")),
    security(("bearer" = []))
)]
#[post("/me/alerts/read")]
pub(super) async fn read(app: Data<App>, actor: Actor, body: Json<ReadBody>) -> Result<HttpResponse> {
    run(&app, move |app| view::read_until(app, &actor, body.until)).await?;
    Ok(HttpResponse::NoContent().finish())
}
