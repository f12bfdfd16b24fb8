//! `Reader`: the language of somebody who need not be signed in.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::domain::lang::Lang;
use crate::http::middleware::language;

/// The language that a request asks for.
pub(in crate::http) struct Reader(pub(in crate::http) Lang);

impl FromRequest for Reader {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(language(request))))
    }
}
