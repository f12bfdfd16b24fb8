use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};

use super::wire::{CoverageBody, DateQuery};
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::view;
use crate::service::{Actor, App};

/// Read a school's coverage of one day.
///
/// For each duty: what was required, what was covered, every gap, and by which grade of evidence. Until the sync deadline
/// of the day the state is `live`; after it `final`, and later evidence makes a new revision. `huxue day coverage` over the
/// day's export (`/schools/{id}/day`) gives the same figures.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), DateQuery),
    responses((status = 200, description = "The coverage", body = CoverageBody)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/coverage")]
pub(super) async fn coverage_day(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DateQuery>,
) -> Result<Json<CoverageBody>> {
    let lang = actor.lang;
    let view = run(&app, move |app| view::day(app, &actor, *id, query.date)).await?;
    Ok(Json(CoverageBody::of(view, lang)))
}
