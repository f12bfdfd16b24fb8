//! `/receipts`

mod verify;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(verify::verify);
}
