//! The printed signs of checkpoints.

mod list;
mod picture;
mod reissue;
mod school;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(picture::svg)
        .service(picture::png)
        .service(picture::html)
        .service(school::print)
        .service(school::current)
        .service(list::list)
        .service(reissue::reissue);
}
