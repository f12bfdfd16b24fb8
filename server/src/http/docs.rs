//! The OpenAPI document, from the same table that routes requests. What every operation shares (ids, problems, headers,
//! examples) is added here, once, so that handlers say only what is their own.

mod answers;
mod examples;
mod headers;
mod operations;

use std::sync::OnceLock;

use actix_web::http::header::ContentType;
use actix_web::web::Bytes;
use actix_web::{HttpResponse, get};
use serde_json::{Value, json};
use utoipa::OpenApi as _;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi, RefOr, Schema};
use utoipa_actix_web::AppExt as _;
use utoipa_actix_web::service_config::ServiceConfig;

use super::alerts::InboxNowBody;
use super::answer::ProblemBody;
use super::known::Known;
use super::routes::{self, Routes};
use crate::problem::Code;
use crate::service::audit::Outcome;
use crate::service::check_ins::flagged::ReviewState;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "huxue 护学岗",
        description = include_str!("docs/about.md"),
        license(name = "Apache-2.0 OR MIT", identifier = "Apache-2.0 OR MIT"),
    ),
    servers((url = "/", description = "The server that this description comes from")),
    // The last three are the types of parameters and of events alone, which no operation adds by itself.
    components(schemas(ProblemBody, Outcome, ReviewState, InboxNowBody)),
    tags(
        (name = "check-ins", description = "Evidence: checking in, history, what people say about it later"),
        (name = "sessions", description = "Signing in and out"),
        (name = "me", description = "One's own account"),
        (name = "set-up", description = "The first administrator"),
        (name = "members", description = "Who holds what in an organization"),
        (name = "invites", description = "Joining an organization"),
        (name = "audit", description = "Who did what, from where, with which outcome"),
        (name = "organizations", description = "Bureaus, stations, schools"),
        (name = "calendar", description = "What kind of day a date is, terms, and one-off changes of a day"),
        (name = "shifts", description = "Who is planned for which post, and their answers"),
        (name = "rules", description = "Windows, duties and the settings that figures depend on"),
        (name = "checkpoints", description = "Posts: where presence is proven"),
        (name = "school-imports", description = "Importing a table of schools"),
        (name = "templates", description = "Ways to staff a school, from published norms"),
        (name = "screens", description = "Gate-room screens with rotating codes"),
        (name = "codes", description = "What a scanned code says"),
        (name = "signs", description = "The printed signs of posts"),
        (name = "alerts", description = "What is wrong now, whom it was told to, and the channels"),
        (name = "hazards", description = "What is dangerous, from its report to its end"),
        (name = "inspections", description = "Checklists, who went through them, and what is due"),
        (name = "alarms", description = "Somebody asks for help with one key, and what is done about it"),
        (name = "patrols", description = "Routes of a station, and the rounds that were walked"),
        (name = "running", description = "What the servers do by themselves"),
        (name = "coverage", description = "Whether the posts were staffed: days, ranges, roll-ups, the board now"),
    )
)]
struct Base;

/// The document as it is checked in, which `build.rs` made JSON of. A server that made it from its routes would keep tens of
/// megabytes of its tree. That it is the one of the routes is tested.
static JSON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/openapi.json"));

/// What the document says about addresses.
pub(super) fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| Known::of(JSON))
}

/// The document.
#[get("/openapi.json")]
pub(super) async fn description() -> HttpResponse {
    HttpResponse::Ok().content_type(ContentType::json()).body(Bytes::from_static(JSON))
}

/// The whole document.
#[must_use]
pub fn openapi() -> OpenApi {
    let app = actix_web::App::new().into_utoipa_app().openapi(Base::openapi());
    let described = |config: &mut ServiceConfig| routes::api(&mut Routes::Describing(config));
    let (_, mut document) = app.service(utoipa_actix_web::scope("/api/v1").configure(described)).split_for_parts();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT");
    let bearer = bearer.description(Some("The `access_token` of a session")).build();
    if let Some(components) = document.components.as_mut() {
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        components.schemas.get_mut("ProblemBody").map(list_codes);
    }
    let schemas = document.components.as_ref().and_then(|known| serde_json::to_value(&known.schemas).ok());
    operations::finish(&mut document, &schemas.unwrap_or_default());
    document.extensions.get_or_insert_default().insert("x-problems".to_owned(), problems());
    document
}

/// A problem's `code` is one of the catalogue.
fn list_codes(schema: &mut RefOr<Schema>) {
    let RefOr::T(Schema::Object(body)) = schema else { return };
    if let Some(RefOr::T(Schema::Object(code))) = body.properties.get_mut("code") {
        code.enum_values = Some(Code::ALL.iter().map(|code| Value::from(code.as_str())).collect());
    }
}

/// The catalogue: every code with its status and its sentences.
fn problems() -> Value {
    let row = |code: &Code| json!({ "code": code.as_str(), "status": code.status(), "zh": code.zh(), "en": code.en() });
    Code::ALL.iter().map(row).collect()
}

/// The whole document as YAML, as it is checked in.
///
/// # Errors
/// A defect only.
pub fn openapi_yaml() -> Result<String, String> {
    openapi().to_yaml().map_err(|error| error.to_string())
}

/// The catalogue of problems as a Markdown page, as it is checked in.
#[must_use]
pub fn problems_page() -> String {
    let rows = Code::ALL.iter().map(|code| {
        let (status, zh, en) = (code.status(), code.zh(), code.en());
        format!("| `{code}` | {status} | {zh} | {en} |\n")
    });
    format!("{}{}", include_str!("docs/problems_head.md"), rows.collect::<String>())
}
