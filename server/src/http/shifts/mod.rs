//! `/schools/{id}/shifts`, `/shifts/{id}/…`, `/me/shifts`

mod answer;
mod plan;
mod read;
mod stand_in;
mod wire;

use super::routes::Routes;

pub(super) use wire::ShiftBody;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(read::list)
        .service(read::own)
        .service(plan::plan)
        .service(plan::cancel)
        .service(stand_in::stand_in)
        .service(answer::accept)
        .service(answer::decline);
}
