//! `/jobs`

mod list;

pub(super) use list::JobCounts;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list);
}
