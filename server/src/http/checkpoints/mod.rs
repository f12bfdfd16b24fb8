//! `/schools/{id}/checkpoints` and `/checkpoints/{id}`

mod archive;
mod create;
mod edit;
mod get;
mod here;
mod list;
mod probe;
mod wire;

use super::routes::Routes;

pub(super) use wire::{DatumQuery, place_problem};

pub(super) fn routes(config: &mut Routes) {
    config
        .service(here::here)
        .service(list::list)
        .service(create::create)
        .service(get::get)
        .service(edit::edit)
        .service(archive::archive)
        .service(probe::probe);
}
