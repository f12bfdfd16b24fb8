use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};

use crate::domain::id::{CheckpointId, ScreenId};
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, screens};

/// Revoke a screen.
///
/// It shows nothing more, and codes kept from it do not count. Needs the right `manage_places`.
#[utoipa::path(
    tag = "screens",
    params(
        ("id" = CheckpointId, Path, description = "The checkpoint"),
        ("screen_id" = ScreenId, Path, description = "The screen"),
    ),
    responses(
        (status = 204, description = "Revoked"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/checkpoints/{id}/screens/{screen_id}")]
pub(super) async fn revoke(app: Data<App>, actor: Actor, ids: Path<(CheckpointId, ScreenId)>) -> Result<HttpResponse> {
    let (checkpoint, screen) = ids.into_inner();
    run(&app, move |app| screens::revoke(app, &actor, checkpoint, screen)).await?;
    Ok(HttpResponse::NoContent().finish())
}
