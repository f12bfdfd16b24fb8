//! News between servers on one PostgreSQL: its notifications carry what no table needs to hold. On SQLite there is one
//! server, and nothing to carry.

use super::connection::Db;
use super::dialect;
use super::error::Result;
use super::pool::{Read as _, Store, Tx};

/// Tells every server that listens, this one too, once the transaction is committed. At most 8,000 bytes.
///
/// # Errors
/// Those of the database.
pub fn tell(tx: &mut Tx, text: &str) -> Result<()> {
    dialect::notify(tx.db(), text)
}

/// A connection that listens.
pub struct Ear(Db);

impl Ear {
    /// Begins to listen; none on SQLite.
    ///
    /// # Errors
    /// Those of the database.
    pub fn open(store: &Store) -> Result<Option<Self>> {
        let mut connection = store.address().connect()?;
        Ok(dialect::listen(&mut connection)?.then_some(Self(connection)))
    }

    /// What was told since the last time; does not wait.
    ///
    /// # Errors
    /// [`super::Error::Unavailable`] if the connection is gone: open another one.
    pub fn hear(&mut self) -> Result<Vec<String>> {
        dialect::notifications(&mut self.0)
    }
}
