use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};

use super::wire::AlarmBody;
use crate::domain::id::{AlarmId, OrganizationId};
use crate::http::answer::run;
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::alarms::view::{self, AlarmView};
use crate::service::{Actor, App};

const LIST: List = List("alarms");

/// List the alarms of a school, a station or a bureau.
///
/// The latest first; drills too. Needs the right `read_evidence`.
#[utoipa::path(
    tag = "alarms",
    params(("id" = OrganizationId, Path, description = "The organization"), PageQuery),
    responses((status = 200, description = "A part of the list", body = Page<AlarmBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/alarms")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<PageQuery>,
) -> Result<Json<Page<AlarmBody>>> {
    let limit = query.limit()?;
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let rows = run(&app, move |app| view::list(app, &actor, *id, (after, limit))).await?;
    let Page { items, next } =
        Page::new(rows, limit, |view: &AlarmView| LIST.next(ByTime(view.row.received_at, view.row.id)));
    Ok(Json(Page { items: items.into_iter().map(AlarmBody::from).collect(), next }))
}

/// Read an alarm.
///
/// One's own, one that one was told of, or one at a school over which one has the right `read_evidence`.
#[utoipa::path(
    tag = "alarms",
    params(("id" = AlarmId, Path, description = "The alarm")),
    responses((status = 200, description = "The alarm", body = AlarmBody)),
    security(("bearer" = []))
)]
#[get("/alarms/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<AlarmId>) -> Result<Json<AlarmBody>> {
    Ok(Json(run(&app, move |app| view::get(app, &actor, *id)).await?.into()))
}
