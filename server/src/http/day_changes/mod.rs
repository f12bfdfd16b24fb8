//! `/schools/{id}/day-changes`, `/day-changes/{id}/withdraw`

mod list;
mod record;
mod wire;
mod withdraw;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list).service(record::record).service(withdraw::withdraw);
}
