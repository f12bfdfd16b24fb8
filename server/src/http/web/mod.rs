//! The web client: the phone page, the phone app, the kiosk and the desk, as they were built into this program.

mod apps;
mod facts;
mod files;
mod phone;
mod policy;
mod serve;

use actix_web::web::ServiceConfig;

pub(super) use policy::{Policies, protect};

/// Addresses of pages and their files, for requests with a wrong method.
pub(super) const ADDRESSES: [&str; 6] =
    ["/c/{code}", "/c/assets/{file:.*}", "/c-sw.js", "/join/{token}", apps::ADDRESS, "/{old:setup|set-up}"];

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(phone::asset).service(phone::code).service(phone::join).service(phone::worker);
    config.service(apps::set_up).service(apps::open);
}
