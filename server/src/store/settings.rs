//! Single values that the server keeps for itself.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::settings;

/// A value.
///
/// # Errors
/// Those of the database.
pub fn get(read: &mut impl Read, name: &str) -> Result<Option<String>> {
    Ok(settings::table.find(name).select(settings::value).first(read.db()).optional()?)
}

/// Keeps a value in place of the former one; none forgets it.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, name: &str, value: Option<&str>) -> Result<()> {
    diesel::delete(settings::table.find(name)).execute(tx.db())?;
    if let Some(value) = value {
        let row = (settings::name.eq(name), settings::value.eq(value));
        diesel::insert_into(settings::table).values(row).execute(tx.db())?;
    }
    Ok(())
}
