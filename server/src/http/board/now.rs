use actix_web::get;
use actix_web::web::{Data, Json, Path};

use super::wire::BoardBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::{Actor, App, board};

/// Read the board of a school.
///
/// The posts of the windows that run, of those that people should be on post for by now, or else of the next one: who is
/// there, how many are missing and since when, who has not come and who could go. Names are for those who may read the
/// evidence; others see roles.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school")),
    responses((status = 200, description = "The board", body = BoardBody)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/board")]
pub(super) async fn board_now(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<BoardBody>> {
    let body = run(&app, move |app| {
        let facts = board::load(app, &actor, *id)?;
        Ok(BoardBody::of(&facts, app.clock.now(), actor.lang))
    });
    Ok(Json(body.await?))
}
