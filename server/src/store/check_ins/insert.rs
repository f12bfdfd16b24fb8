//! Adding check-ins, many at once.

use super::{CheckIn, StoredPosition};
use crate::store::{Read, Result, Tx, dialect};

/// Adds check-ins with their positions.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if an id is taken.
pub fn insert_many(tx: &mut Tx, rows: &[CheckIn], positions: &[StoredPosition]) -> Result<()> {
    dialect::insert_check_ins(tx.db(), rows, positions)
}
