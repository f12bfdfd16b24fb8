use actix_web::post;
use actix_web::web::{Data, Json, Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::{PatrolEndId, PatrolRouteId};
use crate::domain::moment::Moment;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::patrols::ends::{self, PatrolEnd};
use crate::service::{Actor, App};

/// That one's round ends here.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPatrolEndBody {
    /// A UUIDv7 made by the phone: sent again, it is the same word.
    id: PatrolEndId,
    /// When; in the last 7 days.
    at: Moment,
    #[schema(example = "接警出动", min_length = 1, max_length = 500)]
    reason: String,
}

/// A word that ended a round.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatrolEndBody {
    id: PatrolEndId,
    route_id: PatrolRouteId,
    at: Moment,
    #[schema(example = "接警出动")]
    reason: String,
    received_at: Moment,
}

/// End one's round with a reason.
///
/// The points walked so far stand; the round is partial. A word said while no round is under way is kept and passed over.
#[utoipa::path(
    tag = "patrols",
    params(("id" = PatrolRouteId, Path, description = "The route")),
    request_body = NewPatrolEndBody,
    responses(
        (status = 200, description = "Kept", body = PatrolEndBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`duplicate`: another word has that id", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `not_of_station`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/patrol-routes/{id}/ends")]
pub(super) async fn end(
    app: Data<App>,
    actor: Actor,
    id: Path<PatrolRouteId>,
    body: Json<NewPatrolEndBody>,
) -> Result<Json<PatrolEndBody>> {
    let NewPatrolEndBody { id: end, at, reason } = body.into_inner();
    let kept = run(&app, move |app| ends::end(app, &actor, *id, end, at, &reason)).await?;
    let PatrolEnd { id, route_id, at, reason, received_at, .. } = kept;
    Ok(Json(PatrolEndBody { id, route_id, at, reason, received_at }))
}
