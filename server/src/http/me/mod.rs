//! `/me`: one's own account.

mod password;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(password::change_password);
}
