//! What a camera opens: the page of a post, and the page for joining. Both are one file, filled with what they show first.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, HeaderName, HeaderValue, VARY};
use actix_web::web::{Data, Path};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse, ResponseError as _, route};
use serde::Serialize;

use super::files::{File, find};
use super::policy::protect;
use super::{Policies, facts, serve};
use crate::http::answer::ProblemBody;
use crate::http::extract::{From as Caller, Reader, Visitor};
use crate::http::middleware::{RequestId, log_cause};
use crate::http::{codes, invites};
use crate::problem::{Code, Problem, Result};
use crate::service::App;

/// A refusal, where the facts would stand.
#[derive(Serialize)]
struct Refused {
    problem: ProblemBody,
}

#[route("/{letter:[cC]}/{code}", method = "GET", method = "HEAD")]
pub(super) async fn code(
    _: Visitor,
    app: Data<App>,
    policies: Data<Policies>,
    request: HttpRequest,
    reader: Reader,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (_, code) = path.into_inner();
    match codes::read(&app, code, reader.0).await {
        Ok(body) => page(&policies, &request, body.page_status(), &body),
        Err(problem) => refused(&policies, &request, &reader, &problem),
    }
}

#[route("/join/{token}", method = "GET", method = "HEAD")]
pub(super) async fn join(
    _: Visitor,
    app: Data<App>,
    policies: Data<Policies>,
    request: HttpRequest,
    caller: Caller,
    reader: Reader,
    token: Path<String>,
) -> Result<HttpResponse> {
    match invites::read(&app, token.into_inner(), caller.0, reader.0).await {
        Ok(body) => page(&policies, &request, StatusCode::OK, &body),
        Err(problem) => refused(&policies, &request, &reader, &problem),
    }
}

/// The page says what is wrong; it also keeps check-ins while the database is away.
fn refused(policies: &Policies, request: &HttpRequest, reader: &Reader, problem: &Problem) -> Result<HttpResponse> {
    let id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    log_cause(problem, id.as_deref().unwrap_or_default());
    page(policies, request, problem.status_code(), &Refused { problem: ProblemBody::of(problem, reader.0, id) })
}

fn page(
    policies: &Policies,
    request: &HttpRequest,
    status: StatusCode,
    body: &impl Serialize,
) -> Result<HttpResponse> {
    let file = file_of("index.html")?;
    // Nothing can be added to a packed form that was ended.
    let packed = serve::packed(request, file).filter(|_| file.is_open);
    let page = facts::append(file, packed, body);
    let mut answer = HttpResponse::build(status);
    protect(&mut answer, &policies.phone);
    if let Some((packing, _)) = packed {
        answer.insert_header((CONTENT_ENCODING, packing.name()));
    }
    answer.insert_header((CACHE_CONTROL, "no-store")).insert_header((VARY, "accept-encoding"));
    Ok(answer.content_type(file.media_type()).body(page))
}

#[route("/c/assets/{file:.*}", method = "GET", method = "HEAD")]
pub(super) async fn asset(policies: Data<Policies>, request: HttpRequest, path: Path<String>) -> Result<HttpResponse> {
    Ok(serve::file(&request, file_of(&format!("assets/{path}"))?, &policies.phone))
}

/// The worker that keeps the page for hours without a network. It serves `/c/` from beside it.
#[route("/c-sw.js", method = "GET", method = "HEAD")]
pub(super) async fn worker(policies: Data<Policies>, request: HttpRequest) -> Result<HttpResponse> {
    let mut answer = serve::file(&request, file_of("c-sw.js")?, &policies.phone);
    let allowed = HeaderValue::from_static("/c/");
    answer.headers_mut().insert(HeaderName::from_static("service-worker-allowed"), allowed);
    Ok(answer)
}

fn file_of(path: &str) -> Result<&'static File> {
    find(&format!("phone/{path}")).ok_or_else(|| Code::UnknownRoute.into())
}
