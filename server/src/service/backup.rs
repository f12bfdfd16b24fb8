//! Backups of the embedded database.

use super::opening;
use crate::problem::{Code, Problem, Result};
use crate::store::{Address, backup, migrations};

pub use crate::store::backup::Checked;

/// Copies a live SQLite database into a new file.
///
/// # Errors
/// [`Code::UseDatabaseTools`] for PostgreSQL; `database_not_opened` without a database; `database_unavailable` if the file exists or cannot
/// be written.
pub fn copy(database_url: &str, file: &str) -> Result<()> {
    let address = Address::parse(database_url);
    if let Address::Postgres(_) = address {
        return Err(Problem::new(Code::UseDatabaseTools).detail("pg_dump --format=custom --file=FILE URL"));
    }
    opening::check_there(database_url)?;
    let mut connection = address.connect()?;
    migrations::behind(&mut connection)?;
    backup::copy(&mut connection, file).map_err(with_reason)
}

/// Opens a copy and checks it.
///
/// # Errors
/// A problem that names what is wrong with the copy.
pub fn check(file: &str) -> Result<Checked> {
    backup::check(file).map_err(with_reason)
}

/// At the machine's own terminal the cause may be told.
fn with_reason(error: crate::store::Error) -> Problem {
    let cause = error.to_string();
    Problem::from(error).detail(cause)
}
