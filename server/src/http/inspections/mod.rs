//! `/schools/{id}/checklists`, `/organizations/{id}/checklists`, `/checklists/{id}/retire`, `/schools/{id}/inspections`,
//! `/inspections/{id}`, `/organizations/{id}/inspections/due`

mod applying;
mod checklists;
mod inspect;
mod month;
mod view;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(applying::at_school)
        .service(checklists::list)
        .service(checklists::add)
        .service(checklists::retire)
        .service(inspect::make)
        .service(view::list)
        .service(view::get)
        .service(month::due);
}
