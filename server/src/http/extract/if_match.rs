//! `IfMatch`: the version that an edit starts from. An edit without one is refused, so that nobody overwrites unseen.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::IF_MATCH;
use actix_web::{FromRequest, HttpRequest};

use crate::problem::{Code, Problem};

/// The version named in `If-Match`.
pub(in crate::http) struct IfMatch(pub(in crate::http) i32);

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let header = request.headers().get(IF_MATCH).and_then(|value| value.to_str().ok());
        let version = header.map(|text| text.trim().trim_start_matches("W/").trim_matches('"').parse());
        ready(match version {
            None => Err(Code::VersionRequired.into()),
            Some(Ok(version)) => Ok(Self(version)),
            Some(Err(_)) => Err(Code::Stale.into()),
        })
    }
}
