//! How a problem becomes an answer (RFC 9457), and how use cases run off the async workers.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::lang::{Lang, in_lang};
use crate::problem::{Code, Problem, Result};
use crate::service::App;

/// A refusal or failure (RFC 9457, `application/problem+json`).
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProblemBody {
    /// `https://huxue.dev/problems/CODE`: an identifier, not an address to fetch.
    #[serde(rename = "type")]
    kind: String,
    /// What happened and what to do next, in the reader's language.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// The stable code.
    #[schema(example = "not_found")]
    code: &'static str,
    /// What exactly; words in the reader's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The field that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// Quote it when asking for help; it finds the request in the log.
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

impl ProblemBody {
    pub(super) fn of(problem: &Problem, lang: Lang, request_id: Option<String>) -> Self {
        Self {
            kind: format!("https://huxue.dev/problems/{}", problem.code),
            title: problem.sentence(lang),
            status: problem.code.status(),
            code: problem.code.as_str(),
            detail: problem.detail.as_deref().map(|text| in_lang(text, lang).to_owned()),
            field: problem.field.clone(),
            request_id,
        }
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The body is written by the middleware, which knows the reader's language and the request's id.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::build(self.status_code()).finish()
    }
}

/// Runs a use case on the pool for blocking work: the async workers never wait for the database.
pub(super) async fn run<T: Send + 'static>(
    app: &web::Data<App>,
    work: impl FnOnce(&App) -> Result<T> + Send + 'static,
) -> Result<T> {
    let app: Arc<App> = Arc::clone(app);
    match web::block(move || work(&app)).await {
        Ok(result) => result,
        Err(_) => Err(Problem::new(Code::DatabaseUnavailable).detail("shutting down / 正在停机")),
    }
}
