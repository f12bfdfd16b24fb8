//! `/codes/{code}` and the page behind the QR, `/c/{code}`

mod get;
mod page;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use page::open;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(get::get);
}
