use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::InspectionBody;
use crate::domain::id::{ChecklistId, InspectionId, OrganizationId};
use crate::domain::inspection::{Given, InspectionAnswer};
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::inspections::inspect::{self, NewInspection};
use crate::service::{Actor, App};

/// An inspection to keep.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInspectionBody {
    /// A UUIDv7 made by whoever inspects: sent again, it is the same inspection.
    id: InspectionId,
    checklist_id: ChecklistId,
    /// One for each item, in the order of the checklist.
    #[schema(min_items = 1, max_items = 50)]
    answers: Vec<NewAnswerBody>,
}

/// An answer to the item at the same place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewAnswerBody {
    answer: InspectionAnswer,
    /// What is not right; needed after "no".
    #[serde(default)]
    #[schema(example = "东侧通道被纸箱堵住", max_length = 500)]
    note: String,
}

/// Inspect a school by a checklist.
///
/// Duty heads, safety officers and principals go through what is for `duty_head`; police, traffic police and chiefs through what is
/// for `officer`; whoever holds a role or office at the school, or over it, through the rest. Each "no" becomes a hazard of the item's
/// category and level, reported with the inspection. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = NewInspectionBody,
    responses(
        (status = 200, description = "Kept, or it was before", body = InspectionBody),
        (status = 403, description = "`forbidden`, `not_your_checklist`", body = ProblemBody),
        (status = 409, description = "`duplicate`: another inspection has that id; `checklist_retired`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/inspections")]
pub(super) async fn make(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewInspectionBody>,
) -> Result<Json<InspectionBody>> {
    let NewInspectionBody { id: inspection, checklist_id, answers } = body.into_inner();
    let answers = answers.into_iter().map(|one| Given { answer: one.answer, note: one.note }).collect();
    let new = NewInspection { id: inspection, school: *id, checklist: checklist_id, answers };
    Ok(Json(run(&app, move |app| inspect::inspect(app, &actor, new)).await?.into()))
}
