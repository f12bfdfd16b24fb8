use actix_web::post;
use actix_web::web::{Data, Json, Path};

use super::wire::{DayChangeBody, named};
use crate::domain::id::DayChangeId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, day_changes};

/// Take a one-off change back.
///
/// It stays on record with who took it back and when. What changed what was asked of people can be taken back until its day
/// has passed, a stand-down at any time. Needs the right `change_day`.
#[utoipa::path(
    tag = "calendar",
    params(("id" = DayChangeId, Path, description = "The change")),
    responses(
        (status = 200, description = "Taken back", body = DayChangeBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`already_withdrawn`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/day-changes/{id}/withdraw")]
pub(super) async fn withdraw(app: Data<App>, actor: Actor, id: Path<DayChangeId>) -> Result<Json<DayChangeBody>> {
    Ok(Json(run(&app, move |app| named(app, day_changes::withdraw(app, &actor, *id)?)).await?))
}
