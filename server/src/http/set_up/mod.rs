//! `/set-up`: the first administrator, by the one-time link that the server printed.

use super::routes::Routes;
use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::answer::{ProblemBody, run};
use super::extract::{From as Caller, Visitor};
use super::sessions::SignedInBody;
use crate::problem::Result;
use crate::service::{App, set_up};

pub(super) fn routes(config: &mut Routes) {
    config.service(state).service(finish);
}

/// Whether the server waits to be set up.
#[derive(Serialize, ToSchema)]
struct SetUpState {
    /// There is no administrator yet: open the link that the server printed.
    needed: bool,
}

/// The root organization and its administrator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SetUpBody {
    /// The token of the link.
    #[schema(example = "Zk3vQ0b8xw2mT5rJ")]
    token: String,
    #[schema(example = "示范县教育局", min_length = 1, max_length = 100)]
    organization: String,
    #[schema(example = "管理员", min_length = 1, max_length = 100)]
    name: String,
    #[schema(example = "13800000000")]
    phone: String,
    #[schema(example = "correct horse battery", min_length = 8, max_length = 128)]
    password: String,
}

/// See whether the server waits to be set up.
///
/// It does until there is an administrator. Anybody may ask.
#[utoipa::path(
    tag = "set-up",
    responses(
        (status = 200, description = "The state", body = SetUpState),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[get("/set-up")]
async fn state(_: Visitor, app: Data<App>) -> Result<Json<SetUpState>> {
    Ok(Json(SetUpState { needed: run(&app, set_up::needed).await? }))
}

/// Set the server up.
///
/// Makes the root bureau and its administrator, and signs them in. The link is good once and for 24 hours.
#[utoipa::path(
    tag = "set-up",
    request_body = SetUpBody,
    responses(
        (status = 201, description = "Set up", body = SignedInBody),
        (status = 409, description = "`duplicate`", body = ProblemBody),
        (status = 410, description = "`set_up_link_over`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[post("/set-up")]
async fn finish(app: Data<App>, caller: Caller, body: Json<SetUpBody>) -> Result<HttpResponse> {
    let SetUpBody { token, organization, name, phone, password } = body.into_inner();
    let work = move |app: &App| set_up::by_link(app, &token, &organization, &name, &phone, &password, &caller.0);
    Ok(HttpResponse::Created().json(SignedInBody::from(run(&app, work).await?)))
}
