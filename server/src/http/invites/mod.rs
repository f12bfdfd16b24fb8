//! `/organizations/{id}/invites` and `/invites`

mod join;
mod look;
mod manage;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use look::read;

pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(manage::create)
        .service(manage::list)
        .service(manage::revoke)
        .service(manage::qr)
        .service(look::look)
        .service(join::request_code)
        .service(join::join);
}
