//! `/schools/{id}/alarms`, `/organizations/{id}/alarms`, `/alarms/{id}`, `/alarms/{id}/steps`

mod raise;
mod steps;
mod view;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(raise::raise).service(view::list).service(view::get).service(steps::take);
}
