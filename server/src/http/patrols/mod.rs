//! `/organizations/{id}/patrol-routes`, `/patrol-routes/{id}`, `/organizations/{id}/patrols`, `/me/patrols`

mod day;
mod ends;
mod mine;
mod routes;
mod summary;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(routes::list)
        .service(routes::create)
        .service(routes::get)
        .service(routes::edit)
        .service(routes::end)
        .service(routes::templates)
        .service(day::patrol_day)
        .service(day::patrol_document)
        .service(summary::patrols)
        .service(mine::list)
        .service(ends::end);
}
