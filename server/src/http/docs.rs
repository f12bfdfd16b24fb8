//! The OpenAPI document, from the same table that routes requests.

use utoipa::OpenApi as _;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi, RefOr, Response};
use utoipa_actix_web::AppExt as _;

use super::answer::ProblemBody;
use super::routes;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "huxue 护学岗",
        description = "Proof, minute by minute, that the guard posts at the school gate were staffed.",
        license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT"),
    ),
    components(schemas(ProblemBody)),
    tags(
        (name = "check-ins", description = "Evidence: checking in, history, what people say about it later"),
        (name = "sessions", description = "Signing in and out"),
        (name = "me", description = "One's own account"),
        (name = "set-up", description = "The first administrator"),
        (name = "members", description = "Who holds what in an organization"),
        (name = "invites", description = "Joining an organization"),
        (name = "audit", description = "Who did what, from where, with which outcome"),
        (name = "organizations", description = "Bureaus, stations, schools"),
        (name = "rules", description = "Windows, duties and the settings that figures depend on"),
        (name = "checkpoints", description = "Posts: where presence is proven"),
        (name = "screens", description = "Gate-room screens with rotating codes"),
        (name = "codes", description = "What a scanned code says"),
        (name = "signs", description = "The printed signs of posts"),
        (name = "coverage", description = "Whether the posts were staffed: days, ranges, roll-ups, the board now"),
    )
)]
struct Base;

/// Answers that any route can give.
const COMMON: [(&str, &str); 5] = [
    ("400", "`malformed_json`, `malformed_query`"),
    ("413", "`body_too_large`"),
    ("429", "`too_many_requests`"),
    ("500", "`internal`"),
    ("503", "`database_unavailable`"),
];

/// The whole document.
#[must_use]
pub fn openapi() -> OpenApi {
    let app = actix_web::App::new().into_utoipa_app().openapi(Base::openapi());
    let (_, mut document) = app.service(utoipa_actix_web::scope("/api/v1").configure(routes::api)).split_for_parts();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
    if let Some(components) = document.components.as_mut() {
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
    for item in document.paths.paths.values_mut() {
        for operation in
            [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete].into_iter().flatten()
        {
            add_common(operation);
        }
    }
    document
}

fn add_common(operation: &mut utoipa::openapi::path::Operation) {
    let mut common: Vec<(&str, &str)> = COMMON.to_vec();
    if operation.security.is_some() {
        common.push(("401", "`not_signed_in`, `access_token_expired`, `session_ended`"));
        common.push(("404", "`not_found`"));
    }
    for (status, description) in common {
        let answers = &mut operation.responses.responses;
        answers.entry(status.to_owned()).or_insert_with(|| RefOr::T(problem(description)));
    }
}

fn problem(description: &str) -> Response {
    use utoipa::openapi::{ContentBuilder, Ref, ResponseBuilder};
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ProblemBody"))).build();
    ResponseBuilder::new().description(description).content("application/problem+json", content).build()
}

/// The whole document as YAML, as it is checked in.
///
/// # Errors
/// A defect only.
pub fn openapi_yaml() -> Result<String, String> {
    openapi().to_yaml().map_err(|error| error.to_string())
}
