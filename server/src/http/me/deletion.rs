use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::password::proof_of;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, me};

/// The password, or a code sent to one's phone (`/sessions/sms-codes`): exactly one of them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeletionBody {
    #[schema(example = "correct horse battery")]
    current_password: Option<String>,
    #[schema(example = "012345")]
    code: Option<String>,
}

/// Delete one's account.
///
/// Ends one's memberships, sessions and shifts to come, and takes away name, phone number, password, devices and positions. The
/// check-ins stay, under a pseudonym. It cannot be undone.
#[utoipa::path(
    tag = "me",
    request_body = DeletionBody,
    responses(
        (status = 204, description = "Deleted"),
        (status = 401, description = "`wrong_credentials`, `wrong_code`; and those of every signed-in route", body = ProblemBody),
        (status = 409, description = "`last_administrator`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/me/deletion")]
pub(super) async fn delete(app: Data<App>, actor: Actor, body: Json<DeletionBody>) -> Result<HttpResponse> {
    let DeletionBody { current_password, code } = body.into_inner();
    let proof = proof_of(current_password, code)?;
    run(&app, move |app| me::delete(app, &actor, &proof)).await?;
    Ok(HttpResponse::NoContent().finish())
}
