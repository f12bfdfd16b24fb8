use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, put};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::passwords::{self, Proof};
use crate::service::{Actor, App};

/// The new password, and either the one so far or a code sent to one's phone (`/sessions/sms-codes`).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordBody {
    #[schema(example = "correct horse battery")]
    current_password: Option<String>,
    #[schema(example = "012345")]
    code: Option<String>,
    /// 8 to 128 characters; not the phone number, and none of the commonest.
    #[schema(example = "purple lighthouse 42", min_length = 8, max_length = 128)]
    new_password: String,
}

/// Change one's password.
///
/// Ends all one's other sessions.
#[utoipa::path(
    tag = "me",
    request_body = PasswordBody,
    responses(
        (status = 204, description = "Changed"),
        (status = 401, description = "`wrong_credentials`, `wrong_code`; and those of every signed-in route", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/me/password")]
pub(super) async fn change_password(app: Data<App>, actor: Actor, body: Json<PasswordBody>) -> Result<HttpResponse> {
    let body = body.into_inner();
    let proof = proof_of(body.current_password, body.code)?;
    run(&app, move |app| passwords::change(app, &actor, &proof, &body.new_password)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Exactly one of the two.
pub(super) fn proof_of(password: Option<String>, code: Option<String>) -> Result<Proof> {
    match (password, code) {
        (Some(password), None) => Ok(Proof::Password(password)),
        (None, Some(code)) => Ok(Proof::SmsCode(code)),
        _ => Err(Problem::invalid("current_password", "either this or 'code' / 填写当前密码或短信验证码之一")),
    }
}
