use actix_web::post;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::SignedInBody;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::From as Caller;
use crate::problem::Result;
use crate::service::{App, sessions};

/// A refresh token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RefreshBody {
    #[schema(example = "hxr_4Jp0nYkqS0mD2bq7xYzV1w")]
    refresh_token: String,
}

/// Get new tokens.
///
/// Each refresh token is good once. One that comes back a second time was copied: its whole session ends, and everybody
/// who uses it must sign in again. Do not send the same one twice, not even side by side.
#[utoipa::path(
    tag = "sessions",
    request_body = RefreshBody,
    responses(
        (status = 200, description = "New tokens of the same session", body = SignedInBody),
        (status = 401, description = "`session_ended`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[post("/sessions/refresh")]
pub(super) async fn refresh(app: Data<App>, caller: Caller, body: Json<RefreshBody>) -> Result<Json<SignedInBody>> {
    let renewed = run(&app, move |app| sessions::refresh(app, &body.refresh_token, &caller.0)).await?;
    Ok(Json(renewed.into()))
}
