use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::words::{CheckpointKind, WindowKind};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Visitor;
use crate::http::middleware::language;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::service::codes::{self, CodeFacts, CodeState, NextWindow};

/// A school by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeSchool {
    id: OrganizationId,
    #[schema(example = "实验小学")]
    name: String,
}

/// A post by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeCheckpoint {
    id: CheckpointId,
    #[schema(example = "东门 · 1号岗")]
    name: String,
    kind: CheckpointKind,
}

/// A window of today.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeWindow {
    kind: WindowKind,
    starts_at: DateTime<FixedOffset>,
    ends_at: DateTime<FixedOffset>,
    /// Whether people should be on post now.
    open: bool,
}

/// What a code says.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeBody {
    school: CodeSchool,
    checkpoint: CodeCheckpoint,
    state: CodeState,
    /// From a screen, not from a printed sign.
    from_screen: bool,
    /// On which day the sign was replaced, on the school's calendar.
    replaced_on: Option<NaiveDate>,
    /// The window that is open now, or the next one today; null if there is none.
    window: Option<CodeWindow>,
}

impl From<NextWindow> for CodeWindow {
    fn from(window: NextWindow) -> Self {
        Self { kind: window.kind, starts_at: window.starts_at, ends_at: window.ends_at, open: window.open }
    }
}

impl From<CodeFacts> for CodeBody {
    fn from(facts: CodeFacts) -> Self {
        let (school, post) = (facts.school, facts.checkpoint);
        Self {
            school: CodeSchool { id: school.id, name: school.name },
            checkpoint: CodeCheckpoint { id: post.id, name: post.name, kind: post.kind },
            state: facts.state,
            from_screen: facts.from_screen,
            replaced_on: facts.replaced_on,
            window: facts.window.map(CodeWindow::from),
        }
    }
}

/// Ask what a code says.
///
/// For the phone page, before anybody signs in: which post a scanned code or a typed short code belongs to, and whether its
/// sign still counts. It proves nothing; a check-in does.
#[utoipa::path(
    tag = "codes",
    params(("code" = String, Path, description = "A code or a short code, in any case")),
    responses(
        (status = 200, description = "What it says", body = CodeBody),
        (status = 404, description = "`unknown_code`", body = ProblemBody),
        (status = 429, description = "`too_many_requests`", body = ProblemBody),
    )
)]
#[get("/codes/{code}")]
pub(super) async fn get(_: Visitor, app: Data<App>, request: HttpRequest, code: Path<String>) -> Result<HttpResponse> {
    let lang = language(&request);
    let found = run(&app, move |app| codes::look_up(app, &code)).await?;
    let facts = found
        .map_err(|e| Problem::new(Code::UnknownCode).detail(format!("{}: {}", e.code(), e.sentence().text(lang))))?;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(CodeBody::from(facts)))
}
