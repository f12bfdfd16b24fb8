//! `huxue openapi`: the API description, from the routes themselves.

use super::output::{Failure, print};
use crate::http;

pub(super) fn run() -> Result<(), Failure> {
    print(http::openapi_yaml().map_err(|error| Failure::about("openapi", error))?.trim_end())
}
