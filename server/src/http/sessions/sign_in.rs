use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::PersonId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::From as Caller;
use crate::problem::Result;
use crate::service::App;
use crate::service::sign_in::{self, SignedIn};

/// Phone number and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignInBody {
    #[schema(example = "13800000000")]
    phone: String,
    password: String,
    /// What the device calls itself, for the list of sessions.
    #[serde(default)]
    device_name: String,
}

/// A signed-in device.
#[derive(Serialize, ToSchema)]
pub(super) struct SignedInBody {
    /// Goes into `Authorization: Bearer …`.
    access_token: String,
    /// Seconds until the access token runs out.
    expires_in: i64,
    person: PersonBody,
}

/// Who signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct PersonBody {
    id: PersonId,
    name: String,
}

impl From<SignedIn> for SignedInBody {
    fn from(signed_in: SignedIn) -> Self {
        Self {
            access_token: signed_in.access_token,
            expires_in: signed_in.expires_in,
            person: PersonBody { id: signed_in.person.id, name: signed_in.person.name },
        }
    }
}

/// Sign in with a password.
#[utoipa::path(
    tag = "sessions",
    request_body = SignInBody,
    responses(
        (status = 200, description = "Signed in", body = SignedInBody),
        (status = 401, description = "`wrong_credentials`", body = ProblemBody),
    )
)]
#[post("/sessions")]
pub(super) async fn open(app: Data<App>, caller: Caller, body: Json<SignInBody>) -> Result<HttpResponse> {
    let signed_in =
        run(&app, move |app| sign_in::with_password(app, &body.phone, &body.password, &body.device_name, &caller.0))
            .await?;
    Ok(HttpResponse::Ok().json(SignedInBody::from(signed_in)))
}
