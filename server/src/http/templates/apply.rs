use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calendar::norms::{SchoolTimes, Template};
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::place::to_wgs84;
use crate::domain::words::Datum;
use crate::http::answer::{ProblemBody, run};
use crate::http::checkpoints::place_problem;
use crate::http::windows::local_time;
use crate::problem::{Code, Problem, Result};
use crate::service::templates::{self, Made, Use};
use crate::service::{Actor, App};

/// Where the school's gate is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GateBody {
    #[schema(example = 116.393433)]
    lon: f64,
    #[schema(example = 39.929393)]
    lat: f64,
    datum: Datum,
}

/// Which template to set the school up from.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ApplyBody {
    /// A code of `/templates`.
    #[schema(example = "one_one_two_two")]
    template: String,
    gate: GateBody,
    /// When school starts, local time.
    #[schema(example = "07:50")]
    starts: String,
    /// When pupils are dismissed, local time.
    #[schema(example = "16:30")]
    dismissal: String,
    /// Whether being inside a fence proves presence without a code; no unless said.
    #[serde(default)]
    fence_only: bool,
}

/// What was made, each in its order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MadeBody {
    checkpoints: Vec<CheckpointId>,
    windows: Vec<WindowId>,
    duties: Vec<DutyId>,
}

impl From<Made> for MadeBody {
    fn from(made: Made) -> Self {
        Self { checkpoints: made.checkpoints, windows: made.windows, duties: made.duties }
    }
}

impl TryFrom<ApplyBody> for Use {
    type Error = Problem;

    fn try_from(body: ApplyBody) -> Result<Self> {
        Ok(Self {
            template: Template::find(&body.template).ok_or(Code::UnknownTemplate)?,
            gate: to_wgs84(body.gate.datum, body.gate.lon, body.gate.lat).map_err(|e| place_problem("gate", e))?,
            times: SchoolTimes {
                starts: local_time("starts", &body.starts)?,
                dismissal: local_time("dismissal", &body.dismissal)?,
            },
            fence_only: body.fence_only,
        })
    }
}

/// Set a school up from a template.
///
/// Makes posts with fences and signs, windows and duties in one step; names are in the reader's language. Needs the rights
/// `manage_rules` and `manage_places`.
#[utoipa::path(
    tag = "templates",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = ApplyBody,
    responses(
        (status = 201, description = "Made", body = MadeBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`school_set_up`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `unknown_template`, `too_many_checkpoints`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/template")]
pub(super) async fn apply(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<ApplyBody>,
) -> Result<HttpResponse> {
    let wanted = Use::try_from(body.into_inner())?;
    let made = run(&app, move |app| templates::apply(app, &actor, *id, &wanted)).await?;
    Ok(HttpResponse::Created().json(MadeBody::from(made)))
}
