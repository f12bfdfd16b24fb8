use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::HazardBody;
use crate::domain::hazard::{HazardCategory, HazardLevel};
use crate::domain::id::{CheckpointId, HazardId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::phone_position::NewPhonePosition;
use crate::problem::Result;
use crate::service::hazards::report::{NewHazard, report as reported};
use crate::service::{Actor, App};

/// A hazard to report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewHazardBody {
    /// A UUIDv7 made by whoever reports it: sent again, it is the same hazard.
    id: HazardId,
    /// At which post of the school, if it is at one.
    checkpoint_id: Option<CheckpointId>,
    category: HazardCategory,
    level: HazardLevel,
    #[schema(example = "窨井盖破损", min_length = 1, max_length = 1000)]
    description: String,
    /// Where, in words.
    #[serde(default)]
    #[schema(example = "校门西侧人行道", max_length = 100)]
    place: String,
    /// Where the phone is: whoever puts it right finds it. Kept only if the person agreed to their location.
    position: Option<NewPhonePosition>,
}

/// Report a hazard.
///
/// Whoever holds a role or office at the school may. It gets a number, and a deadline by its level and the days of
/// `/organizations/{id}/hazard-rules`, where the categories are too.
/// Needs the right `read_coverage`.
#[utoipa::path(
    tag = "hazards",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = NewHazardBody,
    responses(
        (status = 200, description = "Reported, or it was before", body = HazardBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`duplicate`: another hazard has that id", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `hazard_category_not_offered`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/hazards")]
pub(super) async fn report(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewHazardBody>,
) -> Result<Json<HazardBody>> {
    let NewHazardBody { id: hazard, checkpoint_id, category, level, description, place, position } = body.into_inner();
    let position = position.map(NewPhonePosition::read).transpose()?.flatten();
    let new =
        NewHazard { id: hazard, school: *id, checkpoint: checkpoint_id, category, level, description, place, position };
    Ok(Json(run(&app, move |app| reported(app, &actor, &new)).await?.into()))
}
