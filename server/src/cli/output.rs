//! What a command prints: its answer on standard output, a failure on standard error.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

/// Why a command could not do its work, in one line for the person at the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    /// A failure about a thing, such as a file: `thing: cause`.
    pub fn about(thing: impl Display, cause: impl Display) -> Self {
        let told = format!("{thing}: {cause}");
        // Some causes have several lines; one line is what a log and a script can take.
        Self(told.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; "))
    }

    pub(super) fn report(&self) -> ExitCode {
        // If standard error is gone, the exit code still tells.
        let _ = writeln!(std::io::stderr().lock(), "huxue: {}", self.0);
        ExitCode::FAILURE
    }
}

/// Writes a text and a line end on standard output.
///
/// # Errors
/// Standard output is closed or full.
pub fn print(text: impl Display) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(|error| Failure::about("standard output", error))
}
