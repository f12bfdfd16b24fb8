use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Data, Json, Path};
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::name::Name;
use crate::domain::phone::Phone;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::From as Caller;
use crate::http::memberships::MemberBody;
use crate::http::sessions::SignedInBody;
use crate::problem::{Problem, Result};
use crate::service::invites::{self, Joining};
use crate::service::{Actor, App};

/// Where to send a code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct JoinPhoneBody {
    #[schema(example = "13800000000")]
    phone: String,
}

/// Who joins. Somebody who is signed in needs the consents alone.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct JoinBody {
    #[schema(example = "王芳", min_length = 1, max_length = 100)]
    name: Option<String>,
    #[schema(example = "13800000000")]
    phone: Option<String>,
    /// If the number has an account: its password. Else the one to set; none to sign in by text message alone.
    password: Option<String>,
    /// A code sent to that phone (`/invites/{token}/sms-codes`), in place of a password.
    #[schema(example = "012345")]
    code: Option<String>,
    consents: ConsentsBody,
    /// What the device calls itself, for the list of sessions.
    #[serde(default)]
    #[schema(example = "小米 14")]
    device_name: String,
}

/// Answers to the consent texts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsentsBody {
    /// Nobody joins without.
    terms: bool,
    /// May be refused; null if not asked yet.
    location: Option<bool>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(super) struct JoinedBody {
    /// `active`, or `pending` until somebody approves it.
    membership: MemberBody,
    /// A session for this device; null for somebody who was signed in.
    session: Option<SignedInBody>,
}

impl TryFrom<JoinBody> for Joining {
    type Error = Problem;

    fn try_from(body: JoinBody) -> Result<Self> {
        let name = body.name.map(|text| text.parse::<Name>()).transpose();
        let phone = body.phone.map(|text| text.parse::<Phone>()).transpose();
        Ok(Self {
            name: name.map_err(|e| Problem::invalid("name", e))?,
            phone: phone.map_err(|e| Problem::invalid("phone", e))?,
            password: body.password,
            code: body.code,
            terms: body.consents.terms,
            location: body.consents.location,
            device_name: body.device_name,
        })
    }
}

/// Ask for a code, to join with.
///
/// Goes to the number whether or not it has an account.
#[utoipa::path(
    tag = "invites",
    params(("token" = String, Path, description = "The last part of the invite's link")),
    request_body = JoinPhoneBody,
    responses(
        (status = 202, description = "A code is on its way"),
        (status = 404, description = "`not_found`", body = ProblemBody),
        (status = 410, description = "`invite_over`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    )
)]
#[post("/invites/{token}/sms-codes")]
pub(super) async fn request_code(
    app: Data<App>,
    caller: Caller,
    token: Path<String>,
    body: Json<JoinPhoneBody>,
) -> Result<HttpResponse> {
    let phone: Phone = body.phone.parse().map_err(|e| Problem::invalid("phone", e))?;
    let message = run(&app, move |app| invites::request_code(app, &token, &phone, &caller.0)).await?;
    actix_web::rt::spawn(app.sms.clone().send(message));
    Ok(HttpResponse::Accepted().finish())
}

/// Join.
///
/// Gives a membership, active or waiting for approval, and a session for this device. A number that has an account joins
/// only with its password, a code, or signed in.
#[utoipa::path(
    tag = "invites",
    params(("token" = String, Path, description = "The last part of the invite's link")),
    request_body = JoinBody,
    responses(
        (status = 201, description = "Joined", body = JoinedBody),
        (status = 401, description = "`wrong_credentials`, `wrong_code`, `access_token_expired`, `session_ended`", body = ProblemBody),
        (status = 404, description = "`not_found`", body = ProblemBody),
        (status = 409, description = "`phone_taken`, `already_member`", body = ProblemBody),
        (status = 410, description = "`invite_over`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    )
)]
#[post("/invites/{token}/join")]
pub(super) async fn join(
    app: Data<App>,
    caller: Caller,
    request: HttpRequest,
    token: Path<String>,
    body: Json<JoinBody>,
) -> Result<HttpResponse> {
    // A token that is no good is said, not passed over: somebody who thinks to be signed in gets no second account.
    let actor = match request.headers().contains_key(AUTHORIZATION) {
        true => Some(Actor::extract(&request).await?),
        false => None,
    };
    let joining = Joining::try_from(body.into_inner())?;
    let joined = run(&app, move |app| invites::join(app, &token, actor.as_ref(), joining, &caller.0)).await?;
    let session = joined.signed_in.map(SignedInBody::from);
    Ok(HttpResponse::Created().json(JoinedBody { membership: joined.member.into(), session }))
}
