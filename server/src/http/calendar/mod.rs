//! `/calendar/…`, `/schools/{id}/calendar`, `/organizations/{id}/calendar`, `/organizations/{id}/calendar/days/{date}`,
//! `/organizations/{id}/terms`, `/terms/{id}`

mod days;
mod national;
mod terms;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(national::read_days)
        .service(national::list_years)
        .service(national::import)
        .service(national::read_due)
        .service(days::of_school)
        .service(days::of_organization)
        .service(days::decide)
        .service(days::take_back)
        .service(terms::list)
        .service(terms::add)
        .service(terms::replace)
        .service(terms::remove);
}
