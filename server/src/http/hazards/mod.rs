//! `/schools/{id}/hazards`, `/organizations/{id}/hazards`, `/hazards/{id}`, `/hazards/{id}/steps`, `/hazards/{id}/photos/{photo}`, `/me/hazards`,
//! `/organizations/{id}/hazard-rules`

mod photos;
mod report;
mod rules;
mod steps;
mod view;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(report::report)
        .service(view::list)
        .service(view::get)
        .service(view::mine)
        .service(steps::take)
        .service(photos::add)
        .service(photos::picture)
        .service(rules::get)
        .service(rules::set);
}
