use actix_web::get;
use actix_web::web::{Data, Json, Path};

use super::wire::ScreenBody;
use crate::domain::id::CheckpointId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, screens};

/// List the screens of a checkpoint.
///
/// Newest first, revoked ones too, without their secrets. Needs the right `manage_places`.
#[utoipa::path(
    tag = "screens",
    params(("id" = CheckpointId, Path, description = "The checkpoint")),
    responses(
        (status = 200, description = "The screens", body = Page<ScreenBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}/screens")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<CheckpointId>) -> Result<Json<Page<ScreenBody>>> {
    let rows = run(&app, move |app| screens::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows.into_iter().map(ScreenBody::from).collect(), next: None }))
}
