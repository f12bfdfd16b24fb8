use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, patch, post};

use super::wire::{EditPatrolRouteBody, NewPatrolRouteBody, PatrolRouteBody};
use crate::domain::id::{OrganizationId, PatrolRouteId};
use crate::domain::patrol::{NORMS, Norm};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{EndQuery, IfMatch, Page};
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::patrols::routes;
use crate::service::{Actor, App};

/// List a station's patrol routes.
///
/// As they are today and will be later, by name: a route that is to change has one entry for each stretch of dates.
#[utoipa::path(
    tag = "patrols",
    params(("id" = OrganizationId, Path, description = "The station")),
    responses((status = 200, description = "The routes", body = Page<PatrolRouteBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/patrol-routes")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
) -> Result<Json<Page<PatrolRouteBody>>> {
    let rows = run(&app, move |app| routes::list(app, &actor, *id)).await?;
    let items = rows.iter().map(PatrolRouteBody::of).collect::<Result<_>>()?;
    Ok(Json(Page { items, next: None }))
}

/// Add a patrol route to a station.
///
/// Points may stand at any school that the station answers for. Without `windows` rounds may be walked all day, without
/// `persons` by everybody of the roles. Needs the right `manage_patrols`. It holds from today or a later date on.
#[utoipa::path(
    tag = "patrols",
    params(("id" = OrganizationId, Path, description = "The station")),
    request_body = NewPatrolRouteBody,
    responses(
        (status = 201, description = "Added", body = PatrolRouteBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`, `wrong_patrol_point`, `not_of_station`, `too_many_routes`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/patrol-routes")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewPatrolRouteBody>,
) -> Result<HttpResponse> {
    let (settings, from) = body.into_inner().read()?;
    let row = run(&app, move |app| routes::create(app, &actor, *id, &settings, from)).await?;
    Ok(HttpResponse::Created().json(PatrolRouteBody::of(&row)?))
}

/// Read a patrol route.
///
/// As it is today; before its first day as it will be, after its last day as it was. Its version comes as ETag.
#[utoipa::path(
    tag = "patrols",
    params(("id" = PatrolRouteId, Path, description = "The route")),
    responses((status = 200, description = "The route", body = PatrolRouteBody)),
    security(("bearer" = []))
)]
#[get("/patrol-routes/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<PatrolRouteId>) -> Result<HttpResponse> {
    let row = run(&app, move |app| routes::get(app, &actor, *id)).await?;
    Ok(versioned(&PatrolRouteBody::of(&row)?, row.version))
}

/// Edit a patrol route.
///
/// The edit holds from `effective_from` on (today unless given); rounds of the days before stand. What was planned to begin
/// later is replaced. Needs the right `manage_patrols`.
#[utoipa::path(
    tag = "patrols",
    params(
        ("id" = PatrolRouteId, Path, description = "The route"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = EditPatrolRouteBody,
    responses(
        (status = 200, description = "Edited", body = PatrolRouteBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`rule_ended`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`, `wrong_patrol_point`, `not_of_station`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/patrol-routes/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<PatrolRouteId>,
    version: IfMatch,
    body: Json<EditPatrolRouteBody>,
) -> Result<HttpResponse> {
    let patch = body.into_inner().read()?;
    let row = run(&app, move |app| routes::edit(app, &actor, *id, version.0, &patch)).await?;
    Ok(versioned(&PatrolRouteBody::of(&row)?, row.version))
}

/// End a patrol route.
///
/// From a date on it is not asked for any more; rounds of the days before stand. Needs the right `manage_patrols`.
#[utoipa::path(
    tag = "patrols",
    params(
        ("id" = PatrolRouteId, Path, description = "The route"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
        EndQuery,
    ),
    responses(
        (status = 204, description = "Ended"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`rule_ended`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`date_in_past`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/patrol-routes/{id}")]
pub(super) async fn end(
    app: Data<App>,
    actor: Actor,
    id: Path<PatrolRouteId>,
    version: IfMatch,
    query: Query<EndQuery>,
) -> Result<HttpResponse> {
    run(&app, move |app| routes::end(app, &actor, *id, version.0, query.from)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// List the norms for patrols.
///
/// How often rounds are asked for at the least, with the source of each.
#[utoipa::path(
    tag = "patrols",
    responses((status = 200, description = "The norms", body = Page<Norm>)),
    security(("bearer" = []))
)]
#[get("/patrol-templates")]
pub(super) async fn templates(_: Actor) -> Json<Page<Norm>> {
    Json(Page { items: NORMS.to_vec(), next: None })
}
