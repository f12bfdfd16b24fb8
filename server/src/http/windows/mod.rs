//! `/schools/{id}/windows`, `/windows/{id}`

mod read;
mod wire;
mod write;

use super::routes::Routes;

pub(super) use wire::local_time;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(read::list)
        .service(read::get)
        .service(read::history)
        .service(write::create)
        .service(write::edit)
        .service(write::end);
}
