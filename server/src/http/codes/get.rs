use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::code::CodeError;
use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::lang::Lang;
use crate::domain::words::{CheckpointKind, WindowKind};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{Reader, Visitor};
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::service::codes::{self, CodeFacts, CodeState, NextWindow};

/// A school by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CodeSchool {
    id: OrganizationId,
    #[schema(example = "实验小学")]
    name: String,
    /// Whose clock the times of this answer are on.
    #[schema(example = "Asia/Shanghai")]
    timezone: String,
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
pub(in crate::http) struct CodeWindow {
    kind: WindowKind,
    starts_at: DateTime<FixedOffset>,
    ends_at: DateTime<FixedOffset>,
    /// When people should be on post.
    on_post_by: DateTime<FixedOffset>,
    /// Whether people should be on post now.
    open: bool,
}

/// What a code says.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CodeBody {
    school: CodeSchool,
    checkpoint: CodeCheckpoint,
    state: CodeState,
    /// From a screen, not from a printed sign.
    from_screen: bool,
    /// On which day the sign was replaced, on the school's calendar.
    replaced_on: Option<NaiveDate>,
    /// The window that is open now, or the next one today; null if there is none.
    window: Option<CodeWindow>,
    /// The server's moment: phones' own clocks are often wrong.
    now: DateTime<FixedOffset>,
}

impl CodeBody {
    /// The status of the page that shows it: what does not count any more is gone.
    pub(in crate::http) const fn page_status(&self) -> StatusCode {
        match self.state {
            CodeState::Current => StatusCode::OK,
            CodeState::Replaced | CodeState::PostClosed => StatusCode::GONE,
        }
    }
}

impl From<NextWindow> for CodeWindow {
    fn from(window: NextWindow) -> Self {
        let NextWindow { kind, starts_at, ends_at, on_post_by, open } = window;
        Self { kind, starts_at, ends_at, on_post_by, open }
    }
}

impl From<CodeFacts> for CodeBody {
    fn from(facts: CodeFacts) -> Self {
        let (school, post) = (facts.school, facts.checkpoint);
        Self {
            school: CodeSchool { id: school.id, name: school.name, timezone: school.timezone },
            checkpoint: CodeCheckpoint { id: post.id, name: post.name, kind: post.kind },
            state: facts.state,
            from_screen: facts.from_screen,
            replaced_on: facts.replaced_on,
            window: facts.window.map(CodeWindow::from),
            now: facts.now,
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
pub(super) async fn get(_: Visitor, app: Data<App>, reader: Reader, code: Path<String>) -> Result<HttpResponse> {
    let body = read(&app, code.into_inner(), reader.0).await?;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(body))
}

/// What a code says, for this and for the page behind the QR.
///
/// # Errors
/// `unknown_code`.
pub(in crate::http) async fn read(app: &Data<App>, code: String, lang: Lang) -> Result<CodeBody> {
    let found = run(app, move |app| codes::look_up(app, &code)).await?;
    let unknown = |e: CodeError| format!("{}: {}", e.code(), e.sentence().text(lang));
    found.map(CodeBody::from).map_err(|error| Problem::new(Code::UnknownCode).detail(unknown(error)))
}
