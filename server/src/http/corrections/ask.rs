use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::{CorrectionBody, named};
use crate::domain::id::{CheckpointId, OrganizationId, PersonId};
use crate::domain::words::{CheckInKind, Role};
use crate::http::answer::{ProblemBody, run};
use crate::http::check_ins::reason_of;
use crate::problem::{Problem, Result};
use crate::service::corrections::{self, NewCorrection};
use crate::service::{Actor, App};

/// What could not be checked in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AskBody {
    checkpoint_id: CheckpointId,
    /// Who was there; the caller unless given.
    person_id: Option<PersonId>,
    role: Role,
    kind: CheckInKind,
    /// When it was: within the last 31 days.
    #[schema(example = "2026-11-23T07:21:00+08:00")]
    at: DateTime<FixedOffset>,
    #[schema(example = "手机没电", min_length = 1, max_length = 500)]
    reason: String,
}

impl TryFrom<AskBody> for NewCorrection {
    type Error = Problem;

    fn try_from(body: AskBody) -> Result<Self> {
        let AskBody { checkpoint_id, person_id, role, kind, at, reason } = body;
        Ok(Self { checkpoint_id, person_id, role, kind, at: at.into(), reason: reason_of(&reason)? })
    }
}

/// Ask for a correction.
///
/// For oneself with the right `check_in` there, for somebody else with the right `co_sign`. An office holder decides.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = AskBody,
    responses(
        (status = 201, description = "Asked for", body = CorrectionBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `role_not_held`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/corrections")]
pub(super) async fn ask(
    app: Data<App>,
    actor: Actor,
    school: Path<OrganizationId>,
    body: Json<AskBody>,
) -> Result<HttpResponse> {
    let new = NewCorrection::try_from(body.into_inner())?;
    let body = run(&app, move |app| named(app, corrections::ask(app, &actor, *school, new)?)).await?;
    Ok(HttpResponse::Created().json(body))
}
