use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, delete, get, post, put};

use super::wire::{NewTermBody, TermBody};
use crate::domain::calendar::day::Term;
use crate::domain::id::{OrganizationId, TermId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, terms};

/// List the terms of an organization.
///
/// Those that it entered itself; a school without any follows its bureau's.
#[utoipa::path(
    tag = "calendar",
    params(("id" = OrganizationId, Path, description = "The bureau or school")),
    responses((status = 200, description = "The terms, by start", body = Page<TermBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/terms")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<Page<TermBody>>> {
    let rows = run(&app, move |app| terms::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows, next: None }.map(TermBody::from)))
}

/// Enter a term.
///
/// Outside the terms there is no school. Stored days that it decides anew get a new revision. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "calendar",
    params(("id" = OrganizationId, Path, description = "The bureau or school")),
    request_body = NewTermBody,
    responses(
        (status = 201, description = "Entered", body = TermBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/terms")]
pub(super) async fn add(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewTermBody>,
) -> Result<HttpResponse> {
    let term = Term::try_from(body.into_inner())?;
    let row = run(&app, move |app| terms::add(app, &actor, *id, term)).await?;
    Ok(HttpResponse::Created().json(TermBody::from(row)))
}

/// Replace a term.
///
/// Stored days that it decides anew get a new revision. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "calendar",
    params(("id" = TermId, Path, description = "The term")),
    request_body = NewTermBody,
    responses(
        (status = 200, description = "Replaced", body = TermBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/terms/{id}")]
pub(super) async fn replace(
    app: Data<App>,
    actor: Actor,
    id: Path<TermId>,
    body: Json<NewTermBody>,
) -> Result<Json<TermBody>> {
    let term = Term::try_from(body.into_inner())?;
    let row = run(&app, move |app| terms::replace(app, &actor, *id, term)).await?;
    Ok(Json(row.into()))
}

/// Take a term away.
///
/// Stored days that it decided get a new revision. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "calendar",
    params(("id" = TermId, Path, description = "The term")),
    responses(
        (status = 204, description = "Taken away"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/terms/{id}")]
pub(super) async fn remove(app: Data<App>, actor: Actor, id: Path<TermId>) -> Result<HttpResponse> {
    run(&app, move |app| terms::delete(app, &actor, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
