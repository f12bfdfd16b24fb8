use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, patch, post};

use super::wire::{DutyBody, EditDutyBody, NewDutyBody};
use crate::domain::id::{DutyId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{EndQuery, IfMatch};
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::duties::{self, DutyPatch, NewDuty};
use crate::service::{Actor, App};

/// Add a duty to a school.
///
/// Needs the right `manage_rules`. It holds from today or a later date on.
#[utoipa::path(
    tag = "rules",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = NewDutyBody,
    responses(
        (status = 201, description = "Added", body = DutyBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`, `wrong_window`, `wrong_checkpoint`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/duties")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewDutyBody>,
) -> Result<HttpResponse> {
    let new = NewDuty::from(body.into_inner());
    let row = run(&app, move |app| duties::create(app, &actor, *id, new)).await?;
    Ok(HttpResponse::Created().json(DutyBody::from(row)))
}

/// Edit a duty.
///
/// The edit holds from `effective_from` on (today unless given); figures of the days before stand. What was planned to begin
/// later is replaced. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "rules",
    params(
        ("id" = DutyId, Path, description = "The duty"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = EditDutyBody,
    responses(
        (status = 200, description = "Edited", body = DutyBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`rule_ended`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`, `wrong_window`, `wrong_checkpoint`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/duties/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<DutyId>,
    version: IfMatch,
    body: Json<EditDutyBody>,
) -> Result<HttpResponse> {
    let patch = DutyPatch::from(body.into_inner());
    let row = run(&app, move |app| duties::edit(app, &actor, *id, version.0, &patch)).await?;
    let version = row.version;
    Ok(versioned(&DutyBody::from(row), version))
}

/// End a duty.
///
/// From a date on it is not asked for any more; figures of the days before stand. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "rules",
    params(
        ("id" = DutyId, Path, description = "The duty"),
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
#[delete("/duties/{id}")]
pub(super) async fn end(
    app: Data<App>,
    actor: Actor,
    id: Path<DutyId>,
    version: IfMatch,
    query: Query<EndQuery>,
) -> Result<HttpResponse> {
    run(&app, move |app| duties::end(app, &actor, *id, version.0, query.from)).await?;
    Ok(HttpResponse::NoContent().finish())
}
