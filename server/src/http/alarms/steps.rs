use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::AlarmBody;
use crate::domain::alarm::AlarmStep;
use crate::domain::id::AlarmId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::alarms::steps;
use crate::service::{Actor, App};

/// What one did, or does.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAlarmStepBody {
    step: AlarmStep,
    /// What was done (`handled`), or why it is taken back (`withdrawn`); those two need it.
    #[serde(default)]
    #[schema(example = "已到场，劝离", max_length = 500)]
    text: String,
}

/// Say what one does about an alarm.
///
/// `acknowledged` (one sees to it: the bureau is not told), `handled` (with what was done), `closed` after that: by whoever was told, and by
/// whoever has the right `change_day`; nobody sees to their own. `withdrawn` with a reason: by whoever raised it, until somebody was there.
/// When it is over, everybody who was told learns that.
#[utoipa::path(
    tag = "alarms",
    params(("id" = AlarmId, Path, description = "The alarm")),
    request_body = NewAlarmStepBody,
    responses(
        (status = 200, description = "Noted", body = AlarmBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`step_not_possible`: somebody did that already, or it is over", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/alarms/{id}/steps")]
pub(super) async fn take(
    app: Data<App>,
    actor: Actor,
    id: Path<AlarmId>,
    body: Json<NewAlarmStepBody>,
) -> Result<Json<AlarmBody>> {
    let NewAlarmStepBody { step, text } = body.into_inner();
    Ok(Json(run(&app, move |app| steps::take(app, &actor, *id, step, &text)).await?.into()))
}
