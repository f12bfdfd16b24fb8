//! `/codes/{code}`

mod get;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use get::{CodeWindow, read};

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(get::get);
}
