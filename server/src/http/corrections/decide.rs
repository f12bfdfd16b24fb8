use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::{CorrectionBody, named};
use crate::domain::id::CorrectionId;
use crate::http::answer::{ProblemBody, run};
use crate::http::check_ins::reason_of;
use crate::problem::Result;
use crate::service::corrections;
use crate::service::{Actor, App};

/// What is decided.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionBody {
    approve: bool,
    #[schema(example = "值班记录可证", min_length = 1, max_length = 500)]
    reason: String,
}

/// Decide on a correction.
///
/// Approved, it becomes a check-in graded `claimed`; a co-signature raises it. Nobody decides about their own presence,
/// nor on what they asked for themselves while another office holder of the school could.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = CorrectionId, Path, description = "The correction")),
    request_body = DecisionBody,
    responses(
        (status = 200, description = "Decided", body = CorrectionBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`correction_decided`", body = ProblemBody),
        (status = 422, description = "`own_check_in`, `own_request`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/corrections/{id}/decision")]
pub(super) async fn decide(
    app: Data<App>,
    actor: Actor,
    id: Path<CorrectionId>,
    body: Json<DecisionBody>,
) -> Result<Json<CorrectionBody>> {
    let (approve, reason) = (body.approve, reason_of(&body.reason)?);
    Ok(Json(run(&app, move |app| named(app, corrections::decide(app, &actor, *id, approve, &reason)?)).await?))
}
