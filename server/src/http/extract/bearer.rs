//! `Bearer`: the access token of a request whose session is checked where its work is done.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use super::actor::bearer;
use crate::domain::lang::Lang;
use crate::http::middleware::language;
use crate::problem::{Code, Problem};

/// A token, not checked yet, and the language of the answers.
pub(in crate::http) struct Bearer {
    /// The token.
    pub(in crate::http) token: String,
    /// The language.
    pub(in crate::http) lang: Lang,
}

impl FromRequest for Bearer {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = bearer(request).ok_or_else(|| Code::NotSignedIn.into());
        ready(token.map(|token| Self { token, lang: language(request) }))
    }
}
