//! `/codes/{code}`

mod get;

use super::routes::Routes;

pub(super) use get::{CodeWindow, read};

pub(super) fn routes(config: &mut Routes) {
    config.service(get::get);
}
