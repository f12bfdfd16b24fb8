use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, patch, post};

use super::wire::{EditWindowBody, NewWindowBody, WindowBody};
use crate::domain::id::{OrganizationId, WindowId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{EndQuery, IfMatch};
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::windows::{self, NewWindow, WindowPatch};
use crate::service::{Actor, App};

/// Add a window to a school.
///
/// Needs the right `manage_rules`. It holds from today or a later date on.
#[utoipa::path(
    tag = "rules",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = NewWindowBody,
    responses(
        (status = 201, description = "Added", body = WindowBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/windows")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewWindowBody>,
) -> Result<HttpResponse> {
    let new = NewWindow::try_from(body.into_inner())?;
    let row = run(&app, move |app| windows::create(app, &actor, *id, new)).await?;
    Ok(HttpResponse::Created().json(WindowBody::from(row)))
}

/// Edit a window.
///
/// The edit holds from `effective_from` on (today unless given); figures of the days before stand. What was planned to begin
/// later is replaced. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "rules",
    params(
        ("id" = WindowId, Path, description = "The window"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = EditWindowBody,
    responses(
        (status = 200, description = "Edited", body = WindowBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`rule_ended`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/windows/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<WindowId>,
    version: IfMatch,
    body: Json<EditWindowBody>,
) -> Result<HttpResponse> {
    let patch = WindowPatch::try_from(body.into_inner())?;
    let row = run(&app, move |app| windows::edit(app, &actor, *id, version.0, patch)).await?;
    let version = row.version;
    Ok(versioned(&WindowBody::from(row), version))
}

/// End a window.
///
/// From a date on it is not kept any more, nor are its duties; figures of the days before stand. Needs the right
/// `manage_rules`.
#[utoipa::path(
    tag = "rules",
    params(
        ("id" = WindowId, Path, description = "The window"),
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
#[delete("/windows/{id}")]
pub(super) async fn end(
    app: Data<App>,
    actor: Actor,
    id: Path<WindowId>,
    version: IfMatch,
    query: Query<EndQuery>,
) -> Result<HttpResponse> {
    run(&app, move |app| windows::end(app, &actor, *id, version.0, query.from)).await?;
    Ok(HttpResponse::NoContent().finish())
}
