//! `/organizations/{id}/invites` and `/invites`

mod join;
mod look;
mod manage;
mod wire;

use super::routes::Routes;

pub(super) use look::read;

pub(super) fn routes(config: &mut Routes) {
    config
        .service(manage::create)
        .service(manage::list)
        .service(manage::revoke)
        .service(manage::qr)
        .service(look::look)
        .service(join::request_code)
        .service(join::join);
}
