//! The migrations, embedded for both databases under the same names.

use diesel::migration::MigrationSource;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::Db;
use super::dialect::on_inner;
use super::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

/// Brings the database to this program's schema, and says how many migrations that took.
///
/// # Errors
/// [`Error::TooNew`] if the database has a migration that this program does not know; nothing is changed then.
pub fn run(connection: &mut Db) -> Result<usize> {
    refuse_newer(connection)?;
    let done = match connection {
        Db::Postgres(inner) => inner.run_pending_migrations(POSTGRES).map(|done| done.len()),
        Db::Sqlite(inner) => inner.run_pending_migrations(SQLITE).map(|done| done.len()),
    };
    done.map_err(|e| Error::from_sentence(e.to_string()))
}

/// How many migrations the database lacks.
///
/// # Errors
/// [`Error::TooNew`] as [`run`].
pub fn behind(connection: &mut Db) -> Result<usize> {
    refuse_newer(connection)?;
    let applied = on_inner!(connection, |inner| inner.applied_migrations()).map_err(|e| Error::Other(e.to_string()))?;
    Ok(names()?.0.len().saturating_sub(applied.len()))
}

/// Takes every migration back, newest first: an empty database remains.
///
/// # Errors
/// Those of the database.
pub fn revert_all(connection: &mut Db) -> Result<()> {
    let done = match connection {
        Db::Postgres(inner) => inner.revert_all_migrations(POSTGRES).map(|_| ()),
        Db::Sqlite(inner) => inner.revert_all_migrations(SQLITE).map(|_| ()),
    };
    done.map_err(|e| Error::Other(e.to_string()))
}

/// The names of the migrations on each side: SQLite, PostgreSQL.
///
/// # Errors
/// [`Error::Other`] if the embedded migrations cannot be read, which is a defect.
pub fn names() -> Result<(Vec<String>, Vec<String>)> {
    let sqlite =
        MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).map_err(|e| Error::Other(e.to_string()))?;
    let postgres = MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES).map_err(|e| Error::Other(e.to_string()))?;
    Ok((
        sqlite.iter().map(|migration| migration.name().to_string()).collect(),
        postgres.iter().map(|migration| migration.name().to_string()).collect(),
    ))
}

fn refuse_newer(connection: &mut Db) -> Result<()> {
    let applied = on_inner!(connection, |inner| inner.applied_migrations());
    let applied = applied.map_err(|e| Error::from_sentence(e.to_string()))?;
    let known: Vec<String> = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)
        .map_err(|e| Error::Other(e.to_string()))?
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    match applied.iter().map(ToString::to_string).find(|version| !known.contains(version)) {
        Some(version) => Err(Error::TooNew(version)),
        None => Ok(()),
    }
}
