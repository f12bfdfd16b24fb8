//! The one route table of the API.

use utoipa_actix_web::service_config::ServiceConfig;

use super::{organizations, sessions};

/// Everything under `/api/v1`.
pub(super) fn api(config: &mut ServiceConfig) {
    config.configure(sessions::routes).configure(organizations::routes);
}
