use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::wire::place_problem;
use crate::domain::id::CheckpointId;
use crate::domain::place::{Fix, classify, explain, to_wgs84};
use crate::domain::rights::Right;
use crate::domain::words::{Datum, FenceClass};
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, checkpoints};

/// Where a phone says it is.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProbePosition {
    #[schema(example = 116.393433)]
    lon: f64,
    #[schema(example = 39.929393)]
    lat: f64,
    /// The radius that holds the truth in 95 % of cases, metres.
    #[schema(example = 20.0)]
    accuracy_m: f64,
    datum: Datum,
    /// How old the fix is, milliseconds; 0 unless said.
    #[serde(default)]
    #[schema(example = 800)]
    age_ms: i64,
    #[serde(default)]
    mocked: bool,
}

/// What to judge.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ProbeBody {
    /// Null if the phone has none.
    position: Option<ProbePosition>,
}

/// How the position was judged.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProbeAnswer {
    fence: FenceClass,
    /// Metres to the fence, 0 inside; null if there is no usable position.
    #[schema(example = 0.0)]
    distance_m: Option<f64>,
    /// What that means and what to do, in the reader's language.
    #[schema(example = "定位在围栏内。")]
    message: String,
}

fn fix(position: ProbePosition) -> Result<Fix> {
    let wgs84 = to_wgs84(position.datum, position.lon, position.lat).map_err(|e| place_problem("position", e))?;
    Fix::new(wgs84, position.accuracy_m, position.age_ms, position.mocked).map_err(|e| place_problem("position", e))
}

/// Ask how a position would be judged.
///
/// "Why was my scan doubted?" Nothing is recorded: neither the question nor the position.
#[utoipa::path(
    tag = "checkpoints",
    params(("id" = CheckpointId, Path, description = "The checkpoint")),
    request_body = ProbeBody,
    responses(
        (status = 200, description = "The verdict", body = ProbeAnswer),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/checkpoints/{id}/probe")]
pub(super) async fn probe(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    body: Json<ProbeBody>,
) -> Result<Json<ProbeAnswer>> {
    let (fix, lang) = (body.into_inner().position.map(fix).transpose()?, actor.lang);
    let post = run(&app, move |app| checkpoints::require(app, &actor, Right::ReadSetUp, *id)).await?;
    let fence = classify(fix.as_ref(), &post.row.area().map_err(Problem::from)?);
    let message = explain(fix.as_ref(), &fence).text(lang).to_owned();
    Ok(Json(ProbeAnswer { fence: fence.class, distance_m: fence.distance_m, message }))
}
