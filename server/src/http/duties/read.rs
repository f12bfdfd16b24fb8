use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get};

use super::wire::DutyBody;
use crate::domain::id::{DutyId, OrganizationId};
use crate::http::answer::run;
use crate::http::extract::Page;
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::duties;
use crate::service::{Actor, App};

/// List a school's duties.
///
/// As they are today and will be later, in their order: a duty that is to change has one entry for each stretch of dates.
#[utoipa::path(
    tag = "rules",
    params(("id" = OrganizationId, Path, description = "The school")),
    responses((status = 200, description = "The duties", body = Page<DutyBody>)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/duties")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<Page<DutyBody>>> {
    let rows = run(&app, move |app| duties::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows, next: None }.map(DutyBody::from)))
}

/// Read a duty.
///
/// As it is today; before its first day as it will be, after its last day as it was. Its version comes as ETag.
#[utoipa::path(
    tag = "rules",
    params(("id" = DutyId, Path, description = "The duty")),
    responses((status = 200, description = "The duty", body = DutyBody)),
    security(("bearer" = []))
)]
#[get("/duties/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<DutyId>) -> Result<HttpResponse> {
    let row = run(&app, move |app| duties::get(app, &actor, *id)).await?;
    let version = row.version;
    Ok(versioned(&DutyBody::from(row), version))
}

/// Read how a duty was through time.
///
/// One entry for each stretch of dates, the earliest first; those to come are among them.
#[utoipa::path(
    tag = "rules",
    params(("id" = DutyId, Path, description = "The duty")),
    responses((status = 200, description = "Its entries", body = Page<DutyBody>)),
    security(("bearer" = []))
)]
#[get("/duties/{id}/history")]
pub(super) async fn history(app: Data<App>, actor: Actor, id: Path<DutyId>) -> Result<Json<Page<DutyBody>>> {
    let rows = run(&app, move |app| duties::history(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows, next: None }.map(DutyBody::from)))
}
