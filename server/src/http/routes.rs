//! The one route table of the API.

use utoipa_actix_web::service_config::ServiceConfig;

use super::{checkpoints, duties, organizations, sessions, signs, windows};

/// Everything under `/api/v1`.
pub(super) fn api(config: &mut ServiceConfig) {
    config.configure(sessions::routes).configure(organizations::routes);
    config.configure(windows::routes).configure(duties::routes);
    config.configure(checkpoints::routes).configure(signs::routes);
}
