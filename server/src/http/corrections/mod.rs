//! `/corrections` (补卡)

mod ask;
mod decide;
mod list;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use wire::CorrectionBody;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(ask::ask).service(list::list).service(decide::decide);
}
