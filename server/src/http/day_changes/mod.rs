//! `/schools/{id}/day-changes`, `/day-changes/{id}/withdraw`

mod list;
mod record;
mod wire;
mod withdraw;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(list::list).service(record::record).service(withdraw::withdraw);
}
