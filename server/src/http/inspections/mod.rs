//! `/schools/{id}/checklists`, `/organizations/{id}/checklists`, `/checklists/{id}/retire`, `/schools/{id}/inspections`,
//! `/inspections/{id}`, `/organizations/{id}/inspections/due`

mod applying;
mod checklists;
mod inspect;
mod month;
mod view;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
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
