use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::SignedInBody;
use crate::domain::phone::Phone;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::From as Caller;
use crate::problem::{Problem, Result};
use crate::service::{App, sms};

/// Where to send a code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PhoneBody {
    #[schema(example = "13800000000")]
    phone: String,
}

/// Phone number and the code that came by text message.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SmsSignInBody {
    #[schema(example = "13800000000")]
    phone: String,
    #[schema(example = "012345")]
    code: String,
    /// What the device calls itself, for the list of sessions.
    #[serde(default)]
    #[schema(example = "小米 14")]
    device_name: String,
}

/// Ask for a code by text message.
///
/// Six digits, good for five minutes and five attempts. The answer is the same for numbers that nobody has.
#[utoipa::path(
    tag = "sessions",
    request_body = PhoneBody,
    responses(
        (status = 202, description = "A code is on its way, if somebody has that number"),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[post("/sessions/sms-codes")]
pub(super) async fn request_code(app: Data<App>, caller: Caller, body: Json<PhoneBody>) -> Result<HttpResponse> {
    let phone: Phone = body.phone.parse().map_err(|e| Problem::invalid("phone", e))?;
    if let Some(message) = run(&app, move |app| sms::request_code(app, &phone, &caller.0)).await? {
        // Not awaited: the time that a gateway takes would tell that the number is known.
        actix_web::rt::spawn(app.sms.clone().send(message));
    }
    Ok(HttpResponse::Accepted().finish())
}

/// Sign in with a code from a text message.
///
/// A code is good once, for five minutes and five attempts.
#[utoipa::path(
    tag = "sessions",
    request_body = SmsSignInBody,
    responses(
        (status = 200, description = "Signed in", body = SignedInBody),
        (status = 401, description = "`wrong_code`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[post("/sessions/sms")]
pub(super) async fn open_by_sms(
    app: Data<App>,
    caller: Caller,
    body: Json<SmsSignInBody>,
) -> Result<Json<SignedInBody>> {
    let body = body.into_inner();
    let phone: Phone = body.phone.parse().map_err(|e| Problem::invalid("phone", e))?;
    let work = move |app: &App| sms::sign_in(app, &phone, &body.code, &body.device_name, &caller.0);
    Ok(Json(run(&app, work).await?.into()))
}
