//! The phone app, the gate-room screen and the desk. Each has one page; which part of it shows is in the address.

use actix_web::http::header::{HeaderValue, LOCATION};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, route};

use super::files::{File, find};
use super::{Policies, serve};
use crate::problem::{Code, Problem, Result};

pub(super) const ADDRESS: &str = "/{app:m|desk|kiosk}{path:(/.*)?}";

#[route("/{app:m|desk|kiosk}{path:(/.*)?}", method = "GET", method = "HEAD")]
pub(super) async fn open(
    policies: Data<Policies>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let (app, path) = path.into_inner();
    let (folder, policy) = folder_of(&app, &policies);
    let file = file_of(folder, &path)?;
    Ok(serve::file(&request, file, policy))
}

/// The folder of an app and its policy. The screen may be a part of the phone app's build.
fn folder_of<'a>(app: &str, policies: &'a Policies) -> (&'static str, &'a HeaderValue) {
    match app {
        "desk" => ("desk", &policies.desk),
        "kiosk" if find("kiosk/index.html").is_some() => ("kiosk", &policies.kiosk),
        _ => ("m", &policies.m),
    }
}

/// A file if there is one at that path, else the page. A file that a newer version does not have any more is missed,
/// for a browser would run the page as a script.
fn file_of(folder: &str, path: &str) -> Result<&'static File> {
    let named = find(&format!("{folder}{path}"));
    if named.is_none() && path.starts_with("/assets/") {
        return Err(Code::UnknownRoute.into());
    }
    let page = || find(&format!("{folder}/index.html"));
    named.or_else(page).ok_or_else(|| Problem::internal("the client has no page"))
}

/// The address of set-up links of earlier versions, and the one that people guess.
#[route("/{old:setup|set-up}", method = "GET", method = "HEAD")]
pub(super) async fn set_up(request: HttpRequest) -> HttpResponse {
    let query = request.query_string();
    let place = if query.is_empty() { "/desk/set-up".to_owned() } else { format!("/desk/set-up?{query}") };
    HttpResponse::SeeOther().insert_header((LOCATION, place)).finish()
}
