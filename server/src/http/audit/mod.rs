//! `/audit`

mod csv;
mod list;
mod wire;

use super::routes::Routes;

pub(super) fn routes(config: &mut Routes) {
    config.service(list::list).service(csv::export);
}
