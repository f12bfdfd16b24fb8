//! How requests are parsed and answers written, the same for every route.

use actix_web::http::header::{ETAG, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, error, web};
use serde::Serialize;

use super::patience;
use crate::problem::{Code, Problem};

/// The largest body that a route takes unless it says otherwise: 200 check-ins of 1 kB each fit well.
const BODY_LIMIT: usize = 512 * 1024;

/// JSON, paths and queries that cannot be read become problems of the catalogue.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .app_data(web::JsonConfig::default().limit(BODY_LIMIT).error_handler(json_error))
        .app_data(web::PayloadConfig::default().limit(BODY_LIMIT))
        .app_data(web::PathConfig::default().error_handler(|_, _| Problem::new(Code::NotFound).into()))
        .app_data(
            web::QueryConfig::default()
                .error_handler(|error, _| Problem::new(Code::MalformedQuery).detail(error).into()),
        );
}

fn json_error(error: error::JsonPayloadError, _: &HttpRequest) -> actix_web::Error {
    use error::JsonPayloadError as E;
    match error {
        E::OverflowKnownLength { limit, .. } | E::Overflow { limit } => {
            Problem::new(Code::BodyTooLarge).detail(format!("{limit} bytes at most / 最多 {limit} 字节"))
        }
        E::Payload(cause) if patience::is_too_late(&cause) => Problem::new(Code::RequestTooSlow),
        E::ContentType => Problem::new(Code::UnsupportedMediaType),
        E::Deserialize(error) => Problem::new(Code::MalformedJson).detail(error),
        other => Problem::new(Code::MalformedJson).detail(other),
    }
    .into()
}

/// `200` with the version as ETag.
pub(super) fn versioned(body: &impl Serialize, version: i32) -> HttpResponse {
    let mut answer = HttpResponse::Ok().json(body);
    if let Ok(value) = HeaderValue::from_str(&format!("\"{version}\"")) {
        answer.headers_mut().insert(ETAG, value);
    }
    answer
}
