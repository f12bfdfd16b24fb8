//! One number that rises with every change of rights, places, codes or rules. What a server keeps in memory about those is
//! fresh while the number stands still, so a change applies at the next request, whichever process made it.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::generation;

/// The current number.
///
/// # Errors
/// Those of the database.
pub fn current(read: &mut impl Read) -> Result<i64> {
    Ok(generation::table.find(1).select(generation::value).first(read.db())?)
}

/// Writes the number as it is, which shows that the database takes writes.
///
/// # Errors
/// Those of the database.
pub fn touch(tx: &mut Tx) -> Result<()> {
    diesel::update(generation::table.find(1)).set(generation::value.eq(generation::value)).execute(tx.db())?;
    Ok(())
}

/// Raises the number: every write that touches what servers keep in memory ends with it.
///
/// # Errors
/// Those of the database.
pub fn raise(tx: &mut Tx) -> Result<()> {
    diesel::update(generation::table.find(1)).set(generation::value.eq(generation::value + 1)).execute(tx.db())?;
    Ok(())
}
