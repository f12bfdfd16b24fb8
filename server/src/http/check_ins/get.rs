use actix_web::get;
use actix_web::web::{Data, Json, Path};

use super::shown::CheckInBody;
use crate::domain::id::CheckInId;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::check_ins::view;
use crate::service::{Actor, App};

/// Show a check-in.
///
/// One's own, or one of a school whose evidence the caller may read.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = CheckInId, Path, description = "The check-in")),
    responses((status = 200, description = "The check-in", body = CheckInBody)),
    security(("bearer" = []))
)]
#[get("/check-ins/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<CheckInId>) -> Result<Json<CheckInBody>> {
    let lang = actor.lang;
    let shown = run(&app, move |app| view::one(app, &actor, *id)).await?;
    Ok(Json(CheckInBody::of(shown, lang)))
}
