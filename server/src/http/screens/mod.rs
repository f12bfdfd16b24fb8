//! `/checkpoints/{id}/screens` and `/screens/{token}`

mod create;
mod list;
mod post;
mod revoke;
mod show;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list).service(create::create).service(revoke::revoke).service(show::show);
}
