//! Around every request: its id, the log line, and the body of every problem.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ACCEPT_LANGUAGE, ALLOW, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue,
};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage as _, HttpRequest, HttpResponse, ResponseError as _};
use uuid::Uuid;

use super::answer::{ProblemBody, run};
use super::docs;
use super::extract::origin_of;
use super::metrics::count_request;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::lang::Lang;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::service::audit_log::{self, Denied};

/// The header that carries the request's id, in and out.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Where the description of the API is shown, by a client that is not ours.
const DOCS: &str = "/docs/";
const POLICY_OF_DOCS: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Who asks, and on which session.
#[derive(Clone, Copy)]
pub(super) struct SignedInAs(pub(super) (PersonId, SessionId));

/// The id of a request: the caller's if it is a sensible one, else ours.
#[derive(Clone)]
pub(super) struct RequestId(pub(super) String);

pub(super) async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = std::time::Instant::now();
    let id = request_id(request.request());
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = match check_query(request.request()) {
        Ok(()) => next.call(request).await?.map_into_boxed_body(),
        Err(problem) => request.error_response(problem),
    };
    if let Some(problem) = problem_of(&response) {
        log_cause(&problem, &id);
        log_refusal(&problem, response.request(), &id);
        write_denial(response.request(), &problem).await;
        let answer = problem_answer(&problem, response.request(), &id);
        response = response.into_response(answer);
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    if response.request().path().starts_with(DOCS) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY_OF_DOCS));
    }
    let http = response.request();
    let (method, status) = (http.method().to_string(), response.status().as_u16());
    let route = http.match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    count_request(&method, &route, status, started.elapsed());
    tracing::debug!(request_id = id, method, route, status, took = ?started.elapsed(), "request");
    Ok(response)
}

fn check_query(request: &HttpRequest) -> Result<()> {
    let query = request.query_string();
    if query.is_empty() {
        return Ok(());
    }
    let pattern = request.match_pattern();
    let known = docs::known();
    pattern.map_or(Ok(()), |pattern| known.check_query(request.method().as_str(), &pattern, query))
}

fn problem_of(response: &ServiceResponse<BoxBody>) -> Option<Problem> {
    response.response().error().and_then(|error| error.as_error::<Problem>()).cloned()
}

/// Every refusal for want of a right is written down, here and nowhere else, also where the answer is that there is nothing. If that
/// fails, the answer stands.
async fn write_denial(request: &HttpRequest, problem: &Problem) {
    let actor = request.extensions().get::<SignedInAs>().copied();
    let denied = problem.code == Code::Forbidden || problem.denied_at.is_some();
    let (Some(SignedInAs(actor)), Some(app), true) = (actor, request.app_data::<Data<App>>(), denied) else { return };
    let denied = Denied { actor, origin: origin_of(request), problem: problem.clone() };
    let what = format!("{} {}", request.method(), request.path());
    if let Err(failure) = run(app, move |app| audit_log::denied(app, denied, &what)).await {
        tracing::error!(cause = failure.cause, "a refusal could not be written into the audit log");
    }
}

/// Causes are for the log; 5xx answers never carry them.
pub(super) fn log_cause(problem: &Problem, id: &str) {
    if problem.code.status() >= 500 {
        tracing::error!(request_id = id, code = %problem.code, cause = problem.cause, "request failed");
    }
}

/// Whoever asks about a refusal tells the id in it; this line tells what it was. Addresses can hold secrets, so the route stands for them.
fn log_refusal(problem: &Problem, request: &HttpRequest, id: &str) {
    if problem.code.status() >= 500 {
        return;
    }
    let route = request.match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    tracing::info!(request_id = id, code = %problem.code, method = %request.method(), route, "refused");
}

fn problem_answer(problem: &Problem, request: &HttpRequest, id: &str) -> HttpResponse {
    let lang = language(request);
    let body = ProblemBody::of(problem, lang, Some(id.to_owned()));
    let mut answer = HttpResponse::build(problem.status_code());
    if problem.code == Code::MethodNotAllowed {
        answer.insert_header((ALLOW, docs::known().allow(request.path()).unwrap_or_default()));
    }
    answer.insert_header((CONTENT_LANGUAGE, lang.as_str()));
    if let Some(seconds) = problem.retry_after_seconds {
        answer.insert_header(("Retry-After", seconds.to_string()));
    }
    let text = serde_json::to_string(&body).unwrap_or_default();
    answer.insert_header((CONTENT_TYPE, "application/problem+json")).body(text)
}

/// The language that the request asks for.
pub(super) fn language(request: &HttpRequest) -> Lang {
    let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    header.map_or(Lang::Zh, Lang::from_accept_language)
}

fn request_id(request: &HttpRequest) -> String {
    let given = request.headers().get(REQUEST_ID).and_then(|value| value.to_str().ok());
    let sensible =
        |id: &&str| (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    given.filter(sensible).map_or_else(|| Uuid::now_v7().to_string(), ToOwned::to_owned)
}
