//! `/organizations/{id}/school-imports`

mod create;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(create::create);
}
