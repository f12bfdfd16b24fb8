use actix_web::web::{Data, Json, Path, Query};
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::wire::{AlertBody, MessageBody};
use crate::domain::id::{AlertId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{ByTime, List, Page, PageQuery, Reader};
use crate::problem::Result;
use crate::service::alerts::view::{self, Shown};
use crate::service::{Actor, App};

const LIST: List = List("alerts");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Only those that hold now.
    #[serde(default)]
    open: bool,
}

/// List the alerts of a school, a station or a bureau.
///
/// The latest first; of a station its own and those of the schools that it answers for, of a bureau its own and those of all below
/// it. Needs the right `read_evidence`.
#[utoipa::path(
    tag = "alerts",
    params(("id" = OrganizationId, Path, description = "The organization"), PageQuery, Filter),
    responses((status = 200, description = "A part of the list", body = Page<AlertBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/alerts")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<AlertBody>>> {
    let (limit, open) = (query.limit()?, filter.open);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let rows = run(&app, move |app| view::list(app, &actor, *id, open, (after, limit))).await?;
    let Page { items, next } =
        Page::new(rows, limit, |shown: &Shown| LIST.next(ByTime(shown.row.raised_at, shown.row.id)));
    Ok(Json(Page { items: items.into_iter().map(AlertBody::of).collect::<Result<_>>()?, next }))
}

/// An alert with everything that was told of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertDetailBody {
    #[serde(flatten)]
    alert: AlertBody,
    /// What was told to whom, and whether it arrived; the oldest first.
    messages: Vec<MessageBody>,
}

/// Read an alert.
///
/// With everything that was told of it: exactly what, to whom, through which channel, and whether it arrived. Needs the right
/// `read_evidence`.
#[utoipa::path(
    tag = "alerts",
    params(("id" = AlertId, Path, description = "The alert")),
    responses((status = 200, description = "The alert", body = AlertDetailBody)),
    security(("bearer" = []))
)]
#[get("/alerts/{id}")]
pub(super) async fn get(
    app: Data<App>,
    actor: Actor,
    reader: Reader,
    id: Path<AlertId>,
) -> Result<Json<AlertDetailBody>> {
    let (shown, letters) = run(&app, move |app| view::get(app, &actor, *id)).await?;
    let messages = letters.into_iter().map(|one| MessageBody::of(one, reader.0)).collect();
    Ok(Json(AlertDetailBody { alert: AlertBody::of(shown)?, messages }))
}

/// Acknowledge an alert.
///
/// Says that one sees to it: no further step is told. Whoever was told may say so, and whoever has the right `change_day`. The first
/// one stays on record.
#[utoipa::path(
    tag = "alerts",
    params(("id" = AlertId, Path, description = "The alert")),
    responses(
        (status = 200, description = "Acknowledged", body = AlertBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/alerts/{id}/acknowledge")]
pub(super) async fn acknowledge(app: Data<App>, actor: Actor, id: Path<AlertId>) -> Result<Json<AlertBody>> {
    let shown = run(&app, move |app| view::acknowledge(app, &actor, *id)).await?;
    Ok(Json(AlertBody::of(shown)?))
}
