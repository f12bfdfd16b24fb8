//! `/schools/{id}/hazards`, `/organizations/{id}/hazards`, `/hazards/{id}`, `/hazards/{id}/steps`, `/hazards/{id}/photos/{photo}`, `/me/hazards`

mod photos;
mod report;
mod steps;
mod view;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(report::report)
        .service(view::list)
        .service(view::get)
        .service(view::mine)
        .service(steps::take)
        .service(photos::add)
        .service(photos::picture);
}
