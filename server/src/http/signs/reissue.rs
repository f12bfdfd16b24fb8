use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::SignBody;
use crate::domain::id::CheckpointId;
use crate::domain::name::Name;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, signs};

/// Why the sign is replaced.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReissueBody {
    #[schema(example = "牌子丢失", min_length = 1, max_length = 100)]
    reason: String,
}

/// Replace a sign.
///
/// Revokes the sign that counts and issues the next serial, with a new code and short code. Whoever scans the old one is
/// told that it was replaced. Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = CheckpointId, Path, description = "The checkpoint")),
    request_body = ReissueBody,
    responses(
        (status = 201, description = "The new sign", body = SignBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`: somebody else replaced it at the same time", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/checkpoints/{id}/sign/reissue")]
pub(super) async fn reissue(
    app: Data<App>,
    actor: Actor,
    id: Path<CheckpointId>,
    body: Json<ReissueBody>,
) -> Result<HttpResponse> {
    let reason: String = body.reason.parse::<Name>().map_err(|e| Problem::invalid("reason", e))?.into();
    let (_, sign) = run(&app, move |app| signs::reissue(app, &actor, *id, &reason)).await?;
    Ok(HttpResponse::Created().json(SignBody::from(sign)))
}
