//! Connections, and the two ways to use one: a read that sees one state throughout, and a write that is one transaction.

use diesel::connection::TransactionManager;
use diesel::r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::connection::{Address, Db, Use};
use super::dialect;
use super::error::{Error, Result};
use crate::domain::scope::Scope;

/// What may be asked of: it has a connection and carries the scope of whoever asks.
pub trait Read {
    /// The connection.
    fn db(&mut self) -> &mut Db;
    /// What may be seen.
    fn scope(&self) -> &Scope;
}

/// A read: one consistent state of the database.
pub struct Reader<'a> {
    connection: &'a mut Db,
    scope: &'a Scope,
}

/// A write: everything done through it happens together or not at all.
pub struct Tx<'a> {
    connection: &'a mut Db,
    scope: &'a Scope,
    number: u64,
}

/// Equal as long as nobody has changed the database but through one and the same connection of this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undisturbed {
    connection: u64,
    version: i64,
}

impl Tx<'_> {
    /// What is equal in two transactions between which no other connection changed the database: what the first read still holds
    /// in the second, but for what went through this process's own writes. Nothing where others may write at any time (PostgreSQL).
    ///
    /// # Errors
    /// Those of the database.
    pub fn undisturbed(&mut self) -> Result<Option<Undisturbed>> {
        let version = dialect::data_version(self.connection)?;
        Ok(version.map(|version| Undisturbed { connection: self.number, version }))
    }
}

impl Read for Reader<'_> {
    fn db(&mut self) -> &mut Db {
        self.connection
    }
    fn scope(&self) -> &Scope {
        self.scope
    }
}

impl Read for Tx<'_> {
    fn db(&mut self) -> &mut Db {
        self.connection
    }
    fn scope(&self) -> &Scope {
        self.scope
    }
}

/// The database. Cloning shares the connections.
#[derive(Clone)]
pub struct Store {
    address: Address,
    readers: Pool<Manager>,
    surveyors: Pool<Manager>,
    writers: Pool<Manager>,
}

/// What a change can fail with.
pub trait Failure: From<Error> {
    /// Whether the database could not do its part, whatever was asked of it.
    fn is_of_the_database(&self) -> bool;
}

impl Failure for Error {
    fn is_of_the_database(&self) -> bool {
        self.is_passing()
    }
}

/// How many connections are open and how many of them wait for work.
#[derive(Debug, Clone, Copy)]
pub struct PoolUse {
    /// Open connections.
    pub open: u32,
    /// Those that nobody uses now.
    pub idle: u32,
}

impl Store {
    /// Opens the pools; the database itself is first touched by [`super::migrations::run`] or the first question.
    /// SQLite has one writer, so that writers of this process queue here instead of racing for the file's lock.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if no connection can be opened.
    pub fn open(url: &str, connections: u32) -> Result<Self> {
        let address = Address::parse(url);
        let writers = if matches!(address, Address::Sqlite(_)) { 1 } else { connections.max(2) };
        address.connect()?;
        Ok(Self {
            readers: pool(&address, connections.max(2), Use::Read)?,
            surveyors: pool(&address, 1, Use::Survey)?,
            writers: pool(&address, writers, Use::Write)?,
            address,
        })
    }

    /// Where the database is.
    #[must_use]
    pub const fn address(&self) -> &Address {
        &self.address
    }

    /// Asks a question of one consistent state.
    ///
    /// # Errors
    /// The question's own, or a [`super::Error`] as `E` if the database fails.
    pub fn read<T, E: From<Error>>(
        &self,
        scope: &Scope,
        ask: impl FnOnce(&mut Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        asked(&self.readers, scope, ask)
    }

    /// Asks what the server itself goes through again and again, on a connection of its own: it takes none from those who wait, and
    /// what it has read does not stay in memory.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn survey<T, E: From<Error>>(
        &self,
        scope: &Scope,
        ask: impl FnOnce(&mut Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        asked(&self.surveyors, scope, ask)
    }

    /// Makes a change in one transaction; an error undoes all of it.
    ///
    /// # Errors
    /// The change's own, or a [`super::Error`] as `E` if the database fails.
    pub fn write<T, E: Failure>(&self, scope: &Scope, change: impl FnOnce(&mut Tx) -> Result<T, E>) -> Result<T, E> {
        self.written(scope, change).map_err(|error| match self.address.right_to_write() {
            // However the attempt failed: SQLite may still hold the file open from when it had the right.
            Err(missing) if error.is_of_the_database() => E::from(missing),
            _ => error,
        })
    }

    fn written<T, E: Failure>(&self, scope: &Scope, change: impl FnOnce(&mut Tx) -> Result<T, E>) -> Result<T, E> {
        let mut lent = take(&self.writers)?;
        lent.step(|db| dialect::begin_write(db, scope))?;
        let number = lent.number;
        match change(&mut Tx { connection: &mut lent.db, scope, number }) {
            Ok(value) => {
                lent.step(commit)?;
                Ok(value)
            }
            Err(error) => {
                // The first error tells more than a failed rollback would.
                let _ = lent.step(rollback);
                lent.spent |= error.is_of_the_database();
                Err(error)
            }
        }
    }

    /// The use of the two pools: readers, writers.
    #[must_use]
    pub fn pool_use(&self) -> (PoolUse, PoolUse) {
        let of = |pool: &Pool<Manager>| PoolUse { open: pool.state().connections, idle: pool.state().idle_connections };
        (of(&self.readers), of(&self.writers))
    }
}

#[cfg(test)]
impl Store {
    /// Makes the connection for writes (SQLite) refuse the next one, as a database that may only be read does.
    pub(crate) fn refuse_the_next_write(&self) -> Result<()> {
        use diesel::connection::SimpleConnection as _;
        self.write(&Scope::Everything, |tx| tx.connection.batch_execute("PRAGMA query_only = ON").map_err(Error::from))
    }
}

fn asked<T, E: From<Error>>(
    pool: &Pool<Manager>,
    scope: &Scope,
    ask: impl FnOnce(&mut Reader) -> Result<T, E>,
) -> Result<T, E> {
    let mut lent = take(pool)?;
    lent.step(|db| dialect::begin_read(db, scope))?;
    let answer = ask(&mut Reader { connection: &mut lent.db, scope });
    let ended = lent.step(rollback);
    answer.and_then(|value| ended.map(|()| value).map_err(E::from))
}

type Transactions = <Db as diesel::Connection>::TransactionManager;

fn commit(connection: &mut Db) -> Result<()> {
    Transactions::commit_transaction(connection).map_err(Error::from)
}

fn rollback(connection: &mut Db) -> Result<()> {
    Transactions::rollback_transaction(connection).map_err(Error::from)
}

fn pool(address: &Address, size: u32, what_for: Use) -> Result<Pool<Manager>> {
    Pool::builder()
        .max_size(size)
        .min_idle(Some(if what_for == Use::Survey { 0 } else { 1 }))
        .connection_timeout(Duration::from_secs(5))
        .build(Manager(address.clone(), what_for))
        .map_err(|e| Error::Unavailable(e.to_string()))
}

fn take(pool: &Pool<Manager>) -> Result<PooledConnection<Manager>> {
    pool.get().map_err(|e| Error::Unavailable(e.to_string()))
}

/// A connection of the pool. One that the database failed on is spent: SQLite opens a file read-only while it has no right to
/// write it, and such a connection would stay so after the right is back.
struct Lent {
    db: Db,
    spent: bool,
    /// Which of the connections that were ever opened it is.
    number: u64,
}

impl Lent {
    fn step(&mut self, step: impl FnOnce(&mut Db) -> Result<()>) -> Result<()> {
        let done = step(&mut self.db);
        self.spent |= done.is_err();
        done
    }
}

/// How many connections were opened.
static OPENED: AtomicU64 = AtomicU64::new(0);

/// Opens connections for the pool. The enum's own `establish` would try one database after the other.
struct Manager(Address, Use);

impl ManageConnection for Manager {
    type Connection = Lent;
    type Error = Error;

    fn connect(&self) -> Result<Lent> {
        let number = OPENED.fetch_add(1, Ordering::Relaxed);
        Ok(Lent { db: self.0.connect_with(self.1)?, spent: false, number })
    }

    fn is_valid(&self, lent: &mut Lent) -> Result<()> {
        lent.db.ping().map_err(Error::from)
    }

    fn has_broken(&self, lent: &mut Lent) -> bool {
        lent.spent || std::thread::panicking() || Transactions::is_broken_transaction_manager(&mut lent.db)
    }
}
