use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get};

use super::wire::{CheckpointSignBody, SheetQuery, picture};
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, sign_prints, signs};

/// List the signs that count in a school.
///
/// One entry for each checkpoint in use, in the school's order; always in one part. Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = OrganizationId, Path, description = "The school")),
    responses(
        (status = 200, description = "The checkpoints with their signs", body = Page<CheckpointSignBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/signs")]
pub(super) async fn current(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
) -> Result<Json<Page<CheckpointSignBody>>> {
    let rows = run(&app, move |app| signs::of_school(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows, next: None }.map(CheckpointSignBody::from)))
}

/// Every sign of a school in one print job.
///
/// One sign a page, or four with `layout=four_up`. When it was made, unless as a preview, is kept with each sign (`printed_at`). Needs the right
/// `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = OrganizationId, Path, description = "The school"), SheetQuery),
    responses(
        (status = 200, description = "The pages", content_type = "text/html", body = String),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`sign_key_retired`", body = ProblemBody),
        (status = 422, description = "`sign_not_drawable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/signs.html")]
pub(super) async fn print(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<SheetQuery>,
) -> Result<HttpResponse> {
    let sheet = query.sheet(actor.lang);
    let pages = run(&app, move |app| sign_prints::school(app, &actor, *id, sheet)).await?;
    Ok(picture("text/html; charset=utf-8", pages))
}
