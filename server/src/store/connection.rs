//! One connection type over both databases; which one it is, is read from the URL.

use diesel::connection::SimpleConnection;
use diesel::{Connection as _, PgConnection, SqliteConnection};
use rustix::fs::{Access, access};
use rustix::io::Errno;

use super::error::{Error, Result};

/// A connection to PostgreSQL or to SQLite. SQLite comes last: it would take any text for a file name.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// A PostgreSQL server.
    Postgres(PgConnection),
    /// An embedded SQLite file.
    Sqlite(SqliteConnection),
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// `postgres://…`, as libpq takes it.
    Postgres(String),
    /// A file path, from `sqlite:PATH` or a bare path.
    Sqlite(String),
}

impl Address {
    /// Reads a database URL: `postgres://…` or `postgresql://…`, else `sqlite:PATH` or a path.
    #[must_use]
    pub fn parse(url: &str) -> Self {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Self::Postgres(url.to_owned());
        }
        let path = url.strip_prefix("sqlite:").unwrap_or(url);
        Self::Sqlite(path.strip_prefix("//").unwrap_or(path).to_owned())
    }

    /// Opens a connection that writes and sets it up.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the database cannot be reached or opened.
    pub fn connect(&self) -> Result<Db> {
        self.connect_with(Use::Write)
    }

    /// Whether this process may write the file of an SQLite database, by the file's rights and those of what it lies on. Asked without
    /// opening it: closing a file gives up every lock that the process has on it.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] if it may not.
    pub(super) fn right_to_write(&self) -> Result<()> {
        let Self::Sqlite(path) = self else { return Ok(()) };
        match access(path.as_str(), Access::WRITE_OK) {
            Err(cause @ (Errno::ACCESS | Errno::ROFS)) => Err(Error::ReadOnly(format!("{path}: {cause}"))),
            _ => Ok(()),
        }
    }

    pub(super) fn connect_with(&self, what_for: Use) -> Result<Db> {
        match self {
            Self::Postgres(url) => Ok(Db::Postgres(open_postgres(url)?)),
            Self::Sqlite(path) => Ok(Db::Sqlite(open_sqlite(path, what_for)?)),
        }
    }
}

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Questions that somebody waits for.
    Read,
    /// What the server reads again and again by itself.
    Survey,
    /// Changes.
    Write,
}

/// Without jit: compiling a plan takes longer than any of our questions.
fn open_postgres(url: &str) -> Result<PgConnection> {
    let mut connection = PgConnection::establish(url).map_err(|e| Error::Unavailable(e.to_string()))?;
    let settings = "SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET jit = off;";
    connection.batch_execute(settings).map_err(Error::from)?;
    Ok(connection)
}

/// WAL lets readers go on while one writes; synchronous=FULL makes an acknowledged commit survive a power cut. The WAL is
/// folded back every 4,000 pages (16 MB): its checkpoints, not the CPU, bound the rate of commits (docs/benchmarks.md). There is
/// one writer, which wants the inner pages of its indexes at hand (2 MB). The several readers have little memory of their own
/// (1 MB) and see the file through the system's (mmap): a month's evidence lies in as many pages as it has rows. What the server
/// reads by itself is not mapped: it goes through every school of a morning, whose pages would all stay resident. With recursive triggers a
/// REPLACE fires those that refuse to delete evidence.
fn open_sqlite(path: &str, what_for: Use) -> Result<SqliteConnection> {
    let mut connection = SqliteConnection::establish(path).map_err(|e| Error::Unavailable(e.to_string()))?;
    let (cache, mapped) = match what_for {
        Use::Read => (1_000, 1 << 30),
        Use::Survey => (1_000, 0),
        Use::Write => (2_000, 0),
    };
    let settings = format!(
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
         PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -{cache}; PRAGMA mmap_size = {mapped};
         PRAGMA temp_store = MEMORY; PRAGMA recursive_triggers = ON;"
    );
    connection.batch_execute(&settings).map_err(Error::from)?;
    Ok(connection)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_tells_the_database() {
        for url in ["postgres://a/b", "postgresql://a/b"] {
            assert_eq!(Address::parse(url), Address::Postgres(url.to_owned()));
        }
        for (url, path) in [("huxue.db", "huxue.db"), ("sqlite:a/b.db", "a/b.db"), ("sqlite:///a/b.db", "/a/b.db")] {
            assert_eq!(Address::parse(url), Address::Sqlite(path.to_owned()));
        }
    }
}
