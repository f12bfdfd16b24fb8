use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, put};

use super::wire::OrganizationBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, stations};

/// List a station's schools.
///
/// Those that the caller sees; always in one part.
#[utoipa::path(
    tag = "organizations",
    params(("id" = OrganizationId, Path, description = "The station")),
    responses((status = 200, description = "Its schools", body = Page<OrganizationBody>)),
    security(("bearer" = []))
)]
#[get("/stations/{id}/schools")]
pub(super) async fn schools(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
) -> Result<Json<Page<OrganizationBody>>> {
    let rows = run(&app, move |app| stations::schools(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows.into_iter().map(OrganizationBody::from).collect(), next: None }))
}

/// Assign a school to a station.
///
/// The station's people then see the school. Needs the right `manage_organizations` over both.
#[utoipa::path(
    tag = "organizations",
    params(
        ("id" = OrganizationId, Path, description = "The station"),
        ("school_id" = OrganizationId, Path, description = "The school"),
    ),
    responses(
        (status = 204, description = "Assigned"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`wrong_kind`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/stations/{id}/schools/{school_id}")]
pub(super) async fn assign(
    app: Data<App>,
    actor: Actor,
    ids: Path<(OrganizationId, OrganizationId)>,
) -> Result<HttpResponse> {
    run(&app, move |app| stations::set(app, &actor, ids.0, ids.1, true)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take a school from a station.
///
/// Needs the right `manage_organizations` over both.
#[utoipa::path(
    tag = "organizations",
    params(
        ("id" = OrganizationId, Path, description = "The station"),
        ("school_id" = OrganizationId, Path, description = "The school"),
    ),
    responses(
        (status = 204, description = "Taken away"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`school_on_patrol_route`, with the names of the routes", body = ProblemBody),
        (status = 422, description = "`wrong_kind`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/stations/{id}/schools/{school_id}")]
pub(super) async fn unassign(
    app: Data<App>,
    actor: Actor,
    ids: Path<(OrganizationId, OrganizationId)>,
) -> Result<HttpResponse> {
    run(&app, move |app| stations::set(app, &actor, ids.0, ids.1, false)).await?;
    Ok(HttpResponse::NoContent().finish())
}
