//! `/schools/{id}/alarms`, `/organizations/{id}/alarms`, `/alarms/{id}`, `/alarms/{id}/steps`

mod raise;
mod steps;
mod view;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(raise::raise).service(view::list).service(view::get).service(steps::take);
}
