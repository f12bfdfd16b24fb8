//! `From`: where a request comes from, for the audit log and the rate limits.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, web};

use crate::http::middleware::RequestId;
use crate::problem::Problem;
use crate::service::App;
use crate::service::actor::Origin;

/// The origin of a request by somebody who is not signed in.
pub(in crate::http) struct From(pub(in crate::http) Origin);

impl FromRequest for From {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self(origin_of(request))))
    }
}

/// The address is the connection's, unless the configuration says that a proxy of ours stands in front.
pub(in crate::http) fn origin_of(request: &HttpRequest) -> Origin {
    let proxied = request.app_data::<web::Data<App>>().is_some_and(|app| app.config.behind_proxy);
    let peer = || request.peer_addr().map(|address| address.ip().to_string());
    let forwarded = || request.connection_info().realip_remote_addr().map(ToOwned::to_owned);
    let address = if proxied { forwarded() } else { peer() };
    let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone());
    Origin { address: address.unwrap_or_default(), request_id: request_id.unwrap_or_default() }
}
