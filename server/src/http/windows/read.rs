use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get};

use super::wire::WindowBody;
use crate::domain::id::{OrganizationId, WindowId};
use crate::http::answer::run;
use crate::http::extract::Page;
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::windows;
use crate::service::{Actor, App};

/// List a school's windows.
///
/// As they are today and will be later, by date: a window that is to change has one entry for each stretch of dates.
#[utoipa::path(
    tag = "rules",
    params(("id" = OrganizationId, Path, description = "The school")),
    responses((status = 200, description = "The windows", body = Page<WindowBody>)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/windows")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<Page<WindowBody>>> {
    let rows = run(&app, move |app| windows::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows, next: None }.map(WindowBody::from)))
}

/// Read a window.
///
/// As it is today; before its first day as it will be, after its last day as it was. Its version comes as ETag.
#[utoipa::path(
    tag = "rules",
    params(("id" = WindowId, Path, description = "The window")),
    responses((status = 200, description = "The window", body = WindowBody)),
    security(("bearer" = []))
)]
#[get("/windows/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<WindowId>) -> Result<HttpResponse> {
    let row = run(&app, move |app| windows::get(app, &actor, *id)).await?;
    let version = row.version;
    Ok(versioned(&WindowBody::from(row), version))
}

/// Read how a window was through time.
///
/// One entry for each stretch of dates, the earliest first; those to come are among them.
#[utoipa::path(
    tag = "rules",
    params(("id" = WindowId, Path, description = "The window")),
    responses((status = 200, description = "Its entries", body = Page<WindowBody>)),
    security(("bearer" = []))
)]
#[get("/windows/{id}/history")]
pub(super) async fn history(app: Data<App>, actor: Actor, id: Path<WindowId>) -> Result<Json<Page<WindowBody>>> {
    let rows = run(&app, move |app| windows::history(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows, next: None }.map(WindowBody::from)))
}
