//! `huxue COMMAND …` as a process.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::server_process::program;

/// What a command came to.
#[derive(Debug)]
pub struct Done {
    /// Its exit code.
    pub code: Option<i32>,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

/// Runs a command on a database, with something on its standard input.
///
/// # Panics
/// If it does not run at all.
#[must_use]
pub fn huxue_with(database_url: &str, arguments: &[&str], input: &str) -> Done {
    let mut child = Command::new(program())
        .args(arguments)
        .env("HUXUE_DATABASE_URL", database_url)
        .env("HUXUE_LOG", "warn")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A command that refuses its arguments ends before it has read anything.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    let done = child.wait_with_output().expect("its output");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Done { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

/// The same without any input.
#[must_use]
pub fn huxue(database_url: &str, arguments: &[&str]) -> Done {
    huxue_with(database_url, arguments, "")
}

impl Done {
    /// What it printed, as it succeeded.
    ///
    /// # Panics
    /// If it did not.
    #[must_use]
    pub fn good(self) -> String {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self.out
    }

    /// What it complained of in one line, as it refused.
    ///
    /// # Panics
    /// If it did not.
    #[must_use]
    pub fn refused(self) -> String {
        assert_eq!((self.code, self.err.lines().count()), (Some(1), 1), "{}{}", self.out, self.err);
        self.err
    }
}
