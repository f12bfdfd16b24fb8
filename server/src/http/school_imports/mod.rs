//! `/organizations/{id}/school-imports`

mod create;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(create::create);
}
