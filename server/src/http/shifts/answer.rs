use actix_web::post;
use actix_web::web::{Data, Json, Path};

use super::wire::ShiftBody;
use crate::domain::id::ShiftId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::shift_views::shown_one;
use crate::service::{Actor, App, shifts};

/// Accept one's own shift.
///
/// From then on the person is expected at the post.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path, description = "The shift")),
    responses(
        (status = 200, description = "Accepted", body = ShiftBody),
        (status = 409, description = "`shift_answered`", body = ProblemBody),
        (status = 422, description = "`date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/shifts/{id}/accept")]
pub(super) async fn accept(app: Data<App>, actor: Actor, id: Path<ShiftId>) -> Result<Json<ShiftBody>> {
    let lang = actor.lang;
    let row = run(&app, move |app| shown_one(app, shifts::answer(app, &actor, *id, true)?)).await?;
    Ok(Json(ShiftBody::of(row, lang)))
}

/// Decline one's own shift.
///
/// No reason is asked. A shift that was accepted can still be declined until its day has passed.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path, description = "The shift")),
    responses(
        (status = 200, description = "Declined", body = ShiftBody),
        (status = 409, description = "`shift_answered`", body = ProblemBody),
        (status = 422, description = "`date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/shifts/{id}/decline")]
pub(super) async fn decline(app: Data<App>, actor: Actor, id: Path<ShiftId>) -> Result<Json<ShiftBody>> {
    let lang = actor.lang;
    let row = run(&app, move |app| shown_one(app, shifts::answer(app, &actor, *id, false)?)).await?;
    Ok(Json(ShiftBody::of(row, lang)))
}
