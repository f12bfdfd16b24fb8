//! `/sessions`

mod sign_in;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(sign_in::open);
}
