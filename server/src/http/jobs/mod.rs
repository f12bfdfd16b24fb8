//! `/jobs`

mod list;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list);
}
