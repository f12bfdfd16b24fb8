//! `Visitor`: somebody without a session, who may ask only so often.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};

use super::origin_of;
use crate::problem::Problem;
use crate::service::App;

/// Whoever asks, counted by network address.
pub(in crate::http) struct Visitor;

impl FromRequest for Visitor {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let app = request.app_data::<web::Data<App>>();
        ready(app.map_or(Ok(()), |app| app.limits.open(&origin_of(request).address)).map(|()| Self))
    }
}
