//! Copies of a live database, and checking them.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::connection::{Address, Db};
use super::dialect;
use super::error::{Error, Result};
use super::migrations;

/// What a checked copy holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many check-ins.
    pub check_ins: i64,
    /// How many migrations it lacks; this program adds them when it opens the copy.
    pub migrations_behind: usize,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Copies a SQLite database while it is in use: one consistent state, as of the moment the copy began. The copy is complete
/// and on disk when this returns.
///
/// # Errors
/// [`Error::Unavailable`] if the file is there already or cannot be written; [`Error::Other`] for PostgreSQL, which has
/// tools of its own.
pub fn copy(connection: &mut Db, file: &str) -> Result<()> {
    if std::path::Path::new(file).exists() {
        return Err(Error::Unavailable(format!("{file} is there already; a backup never overwrites")));
    }
    dialect::copy_into(connection, file)?;
    std::fs::File::open(file).and_then(|copy| copy.sync_all()).map_err(|e| Error::Unavailable(e.to_string()))
}

/// Opens a copy and checks every page, every reference and its schema.
///
/// # Errors
/// [`Error::Other`] naming what is damaged; [`Error::TooNew`] if a newer program wrote it; [`Error::Unavailable`] if it
/// cannot be opened.
pub fn check(file: &str) -> Result<Checked> {
    if !std::path::Path::new(file).exists() {
        return Err(Error::Unavailable(format!("{file} does not exist / 文件 {file} 不存在")));
    }
    let mut connection = Address::Sqlite(file.to_owned()).connect()?;
    let pages: Vec<Line> =
        diesel::sql_query("SELECT integrity_check AS line FROM pragma_integrity_check").load(&mut connection)?;
    if let Some(bad) = pages.iter().find(|page| page.line != "ok") {
        return Err(Error::Other(format!("damaged: {}", bad.line)));
    }
    if count(&mut connection, "SELECT count(*) AS number FROM pragma_foreign_key_check")? > 0 {
        return Err(Error::Other("damaged: rows refer to rows that are missing".to_owned()));
    }
    let migrations_behind = migrations::behind(&mut connection)?;
    Ok(Checked { check_ins: count(&mut connection, "SELECT count(*) AS number FROM check_ins")?, migrations_behind })
}

fn count(connection: &mut Db, query: &str) -> Result<i64> {
    Ok(diesel::sql_query(query).get_result::<Count>(connection)?.number)
}
