use actix_web::web::{Data, Json, Path, Query};
use actix_web::{get, post};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::MessageBody;
use crate::domain::alert::MessageState;
use crate::domain::id::{MessageId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{ByTime, List, Page, PageQuery, Reader};
use crate::problem::Result;
use crate::service::alerts::channels;
use crate::service::alerts::view::{self, Letter};
use crate::service::{Actor, App};

const LIST: List = List("messages");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Only those that stand so: `dead` lists what was given up.
    state: Option<MessageState>,
}

/// List what was sent about an organization and the schools below it.
///
/// The latest first. Needs the right `manage_alerts`.
#[utoipa::path(
    tag = "alerts",
    params(("id" = OrganizationId, Path, description = "The organization"), PageQuery, Filter),
    responses((status = 200, description = "A part of the list", body = Page<MessageBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/messages")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    reader: Reader,
    id: Path<OrganizationId>,
    query: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<MessageBody>>> {
    let (limit, state) = (query.limit()?, filter.state);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let rows = run(&app, move |app| view::sent(app, &actor, *id, state, (after, limit))).await?;
    let page = Page::new(rows, limit, |one: &Letter| LIST.next(ByTime(one.row.created_at, one.row.id)));
    Ok(Json(page.map(|one| MessageBody::of(one, reader.0))))
}

/// Send a message again that was given up.
///
/// Needs the right `manage_alerts` over the organization that it is about.
#[utoipa::path(
    tag = "alerts",
    params(("id" = MessageId, Path, description = "The message")),
    responses(
        (status = 200, description = "It is sent again", body = MessageBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`: it was not given up", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/messages/{id}/again")]
pub(super) async fn again(
    app: Data<App>,
    actor: Actor,
    reader: Reader,
    id: Path<MessageId>,
) -> Result<Json<MessageBody>> {
    let row = run(&app, move |app| channels::again(app, &actor, *id)).await?;
    Ok(Json(MessageBody::of(Letter { row, person: None, channel: None }, reader.0)))
}
