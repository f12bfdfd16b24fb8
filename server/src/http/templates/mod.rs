//! `/templates` and `/schools/{id}/template`

mod apply;
mod list;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list).service(apply::apply);
}
