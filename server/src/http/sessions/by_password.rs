use actix_web::post;
use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::SignedInBody;
use crate::domain::phone::Phone;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::From as Caller;
use crate::problem::{Problem, Result};
use crate::service::{App, sign_in};

/// Phone number and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignInBody {
    #[schema(example = "13800000000")]
    phone: String,
    #[schema(example = "correct horse battery")]
    password: String,
    /// What the device calls itself, for the list of sessions.
    #[serde(default)]
    #[schema(example = "小米 14")]
    device_name: String,
}

/// Sign in with a password.
///
/// A wrong password and an unknown number get the same answer. After several failures in a row the account is locked for a
/// while, known or not.
#[utoipa::path(
    tag = "sessions",
    request_body = SignInBody,
    responses(
        (status = 200, description = "Signed in", body = SignedInBody),
        (status = 401, description = "`wrong_credentials`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 429, description = "`account_locked`, `too_many_requests`", body = ProblemBody),
    )
)]
#[post("/sessions")]
pub(super) async fn open(app: Data<App>, caller: Caller, body: Json<SignInBody>) -> Result<Json<SignedInBody>> {
    let body = body.into_inner();
    let phone: Phone = body.phone.parse().map_err(|e| Problem::invalid("phone", e))?;
    let work = move |app: &App| sign_in::with_password(app, &phone, &body.password, &body.device_name, &caller.0);
    Ok(Json(run(&app, work).await?.into()))
}
