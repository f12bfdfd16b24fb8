//! The one binary, `huxue`.

use std::process::ExitCode;

fn main() -> ExitCode {
    huxue::cli::run()
}
