use actix_web::get;
use actix_web::web::{Data, Json, Path};

use super::wire::SignBody;
use crate::domain::id::CheckpointId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, signs};

/// List the signs of a checkpoint.
///
/// Newest first, revoked ones too. Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = CheckpointId, Path, description = "The checkpoint")),
    responses(
        (status = 200, description = "The signs", body = Page<SignBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/checkpoints/{id}/signs")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<CheckpointId>) -> Result<Json<Page<SignBody>>> {
    let (_, rows) = run(&app, move |app| signs::list(app, &actor, *id)).await?;
    Ok(Json(Page { items: rows.into_iter().map(SignBody::from).collect(), next: None }))
}
