use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};

use super::wire::{CheckpointBody, DatumQuery};
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, checkpoints};

/// List a school's checkpoints.
///
/// All that are in use (200 at most), in the school's order, with their fences in the datum asked for.
#[utoipa::path(
    tag = "checkpoints",
    params(("id" = OrganizationId, Path, description = "The school"), DatumQuery),
    responses((status = 200, description = "The checkpoints", body = Page<CheckpointBody>)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/checkpoints")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DatumQuery>,
) -> Result<Json<Page<CheckpointBody>>> {
    let lang = actor.lang;
    let posts = run(&app, move |app| checkpoints::list(app, &actor, *id)).await?;
    let items: Result<Vec<_>> = posts.into_iter().map(|post| CheckpointBody::of(post, query.datum(), lang)).collect();
    Ok(Json(Page { items: items?, next: None }))
}
