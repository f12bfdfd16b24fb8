//! `Actor`: the signed-in person, from `Authorization: Bearer …`.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};

use super::origin::origin_of;
use crate::http::middleware::{SignedInAs, language};
use crate::problem::{Code, Problem};
use crate::service::{Actor, App};

/// What an extractor answers once the token was looked up.
type Loading = Pin<Box<dyn Future<Output = Result<Actor, Problem>>>>;

impl FromRequest for Actor {
    type Error = Problem;
    type Future = Loading;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        load(request, bearer(request))
    }
}

/// The signed-in person of a stream. A browser's `EventSource` cannot send headers, so there the token may stand in the
/// address, as `access_token`; addresses are logged without their queries.
pub(in crate::http) struct StreamActor(pub(in crate::http) Actor);

#[derive(serde::Deserialize)]
struct TokenQuery {
    access_token: Option<String>,
}

impl FromRequest for StreamActor {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let in_query = || web::Query::<TokenQuery>::from_query(request.query_string()).ok()?.into_inner().access_token;
        let loading = load(request, bearer(request).or_else(in_query));
        Box::pin(async move { loading.await.map(Self) })
    }
}

fn load(request: &HttpRequest, token: Option<String>) -> Loading {
    let app = request.app_data::<web::Data<App>>().map(|data| Arc::clone(data));
    let (origin, lang) = (origin_of(request), language(request));
    let request = request.clone();
    Box::pin(async move {
        let app = app.ok_or_else(|| Problem::internal("no app data"))?;
        let token = token.ok_or(Code::NotSignedIn)?;
        let loaded = web::block(move || Actor::load(&app, &token, origin, lang)).await;
        let actor = loaded.map_err(|_| Problem::new(Code::DatabaseUnavailable))??;
        request.extensions_mut().insert(SignedInAs((actor.person, actor.session)));
        Ok(actor)
    })
}

pub(super) fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
