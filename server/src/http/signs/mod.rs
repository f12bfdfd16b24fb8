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
        .service(school::signs)
        .service(list::list)
        .service(reissue::reissue);
}
