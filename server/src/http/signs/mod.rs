//! The printed signs of checkpoints.

mod list;
mod picture;
mod reissue;
mod school;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(picture::svg)
        .service(picture::png)
        .service(picture::html)
        .service(school::print)
        .service(school::current)
        .service(list::list)
        .service(reissue::reissue);
}
