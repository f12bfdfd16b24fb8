use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::AlarmBody;
use crate::domain::id::{AlarmId, CheckpointId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::phone_position::NewPhonePosition;
use crate::problem::Result;
use crate::service::alarms::raise::{NewAlarm, raise as raised};
use crate::service::{Actor, App};

/// An alarm.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAlarmBody {
    /// A UUIDv7 made by the phone: sent again, it is the same alarm.
    id: AlarmId,
    /// At which post of the school, if it is known.
    checkpoint_id: Option<CheckpointId>,
    /// Milliseconds from the press to this sending: phones' clocks are wrong, and help must not wait for that. At most a day.
    #[serde(default)]
    #[schema(maximum = 86_400_000, example = 0)]
    elapsed_ms: u64,
    /// Whether it is a drill: it goes the same way, and everything that is told of it says so.
    #[serde(default)]
    drill: bool,
    /// What they say.
    #[serde(default)]
    #[schema(example = "有人闹事", max_length = 200)]
    note: String,
    /// Where the phone is. Kept only if the person agreed to their location.
    position: Option<NewPhonePosition>,
}

/// Ask for help with one key.
///
/// Everybody on post at the school, its duty leaders, safety officers and principals and its station are told at once, in the app and on
/// every channel; the bureau after five minutes unless somebody acknowledges. Whoever holds a role or office there may raise one. This
/// is no emergency call: in danger dial 110. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "alarms",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = NewAlarmBody,
    responses(
        (status = 200, description = "Raised, or it was before", body = AlarmBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`duplicate`: another alarm has that id", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/alarms")]
pub(super) async fn raise(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewAlarmBody>,
) -> Result<Json<AlarmBody>> {
    let NewAlarmBody { id: alarm, checkpoint_id, elapsed_ms, drill, note, position } = body.into_inner();
    // A call for help is never refused for a position that cannot be used.
    let position = position.and_then(|position| position.read().ok().flatten());
    let new = NewAlarm { id: alarm, school: *id, checkpoint: checkpoint_id, elapsed_ms, drill, note, position };
    Ok(Json(run(&app, move |app| raised(app, &actor, &new)).await?.into()))
}
