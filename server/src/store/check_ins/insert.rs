//! Adding check-ins, many at once.

use std::borrow::Borrow;

use super::{CheckIn, StoredPosition};
use crate::store::{Read, Result, Tx, dialect};

/// Adds check-ins with their positions.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if an id is taken.
pub fn insert_many(tx: &mut Tx, rows: &[impl Borrow<CheckIn>], positions: &[StoredPosition]) -> Result<()> {
    let rows: Vec<&CheckIn> = rows.iter().map(Borrow::borrow).collect();
    dialect::insert_check_ins(tx.db(), &rows, positions)
}
