use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};

use crate::domain::id::CheckpointId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::problem::Result;
use crate::service::{Actor, App, checkpoints};

/// Put a checkpoint away.
///
/// Its evidence and past figures stay. Refused while duties ask for people there: end those first. Needs the right
/// `manage_places` and the version that was read.
#[utoipa::path(
    tag = "checkpoints",
    params(
        ("id" = CheckpointId, Path, description = "The checkpoint"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 204, description = "Put away"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`checkpoint_in_use`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/checkpoints/{id}")]
pub(super) async fn archive(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    version: IfMatch,
) -> Result<HttpResponse> {
    run(&app, move |app| checkpoints::archive(app, &actor, *id, version.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}
