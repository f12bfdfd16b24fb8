use actix_web::post;
use actix_web::web::{Data, Json, Path};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::HazardBody;
use crate::domain::hazard::HazardStep;
use crate::domain::id::{HazardId, PersonId};
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::hazards::steps::{self, NewStep};
use crate::service::{Actor, App};

/// What one does about a hazard.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewHazardStepBody {
    step: HazardStep,
    /// What was done, or why; `rectified`, `sent_back` and `reopened` need it.
    #[serde(default)]
    #[schema(example = "已更换井盖", max_length = 1000)]
    text: String,
    /// Who has to put it right; with `assigned` alone, somebody of the school.
    assignee_id: Option<PersonId>,
    /// The last day on which it is to be put right.
    deadline: Option<NaiveDate>,
}

/// Say what one does about a hazard.
///
/// `assigned` (交办), `rectified` (整改), `accepted` (验收) or `sent_back`, `written_off` (销号), `reopened`. Nothing is written off before it is
/// accepted. Whoever has the right `change_day` takes every step; whoever it is assigned to puts it right; who put it right never accepts
/// it; what is major is accepted by those above the school.
#[utoipa::path(
    tag = "hazards",
    params(("id" = HazardId, Path, description = "The hazard")),
    request_body = NewHazardStepBody,
    responses(
        (status = 200, description = "Noted", body = HazardBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`step_not_possible`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/hazards/{id}/steps")]
pub(super) async fn take(
    app: Data<App>,
    actor: Actor,
    id: Path<HazardId>,
    body: Json<NewHazardStepBody>,
) -> Result<Json<HazardBody>> {
    let NewHazardStepBody { step, text, assignee_id, deadline } = body.into_inner();
    let new = NewStep { kind: step, text, assignee: assignee_id, deadline };
    Ok(Json(run(&app, move |app| steps::take(app, &actor, *id, &new)).await?.into()))
}
