//! `/corrections` (补卡)

mod ask;
mod decide;
mod list;
mod wire;

use super::routes::Routes;

pub(super) use wire::CorrectionBody;

pub(super) fn routes(config: &mut Routes) {
    config.service(ask::ask).service(list::list).service(decide::decide);
}
