use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get};

use super::wire::{CheckpointBody, DatumQuery};
use crate::domain::id::CheckpointId;
use crate::domain::rights::Right;
use crate::http::answer::run;
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::{Actor, App, checkpoints};

/// Read a checkpoint.
///
/// Its fence comes in the datum asked for, its version as ETag too.
#[utoipa::path(
    tag = "checkpoints",
    params(("id" = CheckpointId, Path, description = "The checkpoint"), DatumQuery),
    responses((status = 200, description = "The checkpoint", body = CheckpointBody)),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}")]
pub(super) async fn get(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    query: Query<DatumQuery>,
) -> Result<HttpResponse> {
    let lang = actor.lang;
    let post = run(&app, move |app| checkpoints::require(app, &actor, Right::ReadSetUp, *id)).await?;
    let version = post.row.version;
    Ok(versioned(&CheckpointBody::of(post, query.datum(), lang)?, version))
}
