//! `huxue openapi`: the API description, from the routes themselves.

use clap::Args;

use super::output::{Failure, print};
use crate::http;

/// What to print.
#[derive(Debug, Args)]
pub(super) struct OpenapiArgs {
    /// Print the list of problem codes instead (Markdown) / 改为输出错误码表
    #[arg(long)]
    problems: bool,
}

pub(super) fn run(args: &OpenapiArgs) -> Result<(), Failure> {
    if args.problems {
        return print(http::problems_page().trim_end());
    }
    print(http::openapi_yaml().map_err(|error| Failure::about("openapi", error))?.trim_end())
}
