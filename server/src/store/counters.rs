//! Numbers that only rise. Taking one locks its row until the commit, so two transactions never get the same one, and
//! whoever comes second sees what the first did.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::counters;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// What is counted.
    pub enum Counter {
        /// The public numbers of checkpoints.
        Checkpoint = "checkpoint",
        /// The screens that were set up.
        Screen = "screen",
    }
}

/// The last number that was taken; 0 if none was.
///
/// # Errors
/// Those of the database.
pub fn current(read: &mut impl Read, counter: Counter) -> Result<i64> {
    Ok(counters::table.find(counter.as_str()).select(counters::value).first(read.db())?)
}

/// Takes the next number.
///
/// # Errors
/// Those of the database.
pub fn next(tx: &mut Tx, counter: Counter) -> Result<i64> {
    let row = counters::table.find(counter.as_str());
    diesel::update(row).set(counters::value.eq(counters::value + 1)).execute(tx.db())?;
    current(tx, counter)
}
