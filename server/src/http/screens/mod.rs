//! `/checkpoints/{id}/screens` and `/screens/{token}`

mod create;
mod list;
mod post;
mod revoke;
mod show;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) fn routes(config: &mut ServiceConfig) {
    config.service(list::list).service(create::create).service(revoke::revoke).service(show::show);
}
