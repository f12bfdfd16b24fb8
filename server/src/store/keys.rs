//! The keys that sign: codes, access tokens, receipts, invites.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::signing_keys;
use crate::domain::moment::Moment;

/// A signing key.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = signing_keys)]
pub struct SigningKey {
    /// Its number; codes carry it.
    pub id: i32,
    /// What it signs.
    pub purpose: String,
    /// 32 random bytes.
    pub secret: Vec<u8>,
    /// When it was made.
    pub created_at: Moment,
    /// From when on nothing new is signed with it and nothing it signed is taken.
    pub retired_at: Option<Moment>,
}

/// Every key, oldest first.
///
/// # Errors
/// Those of the database.
pub fn list(read: &mut impl Read) -> Result<Vec<SigningKey>> {
    Ok(signing_keys::table.select(SigningKey::as_select()).order(signing_keys::id).load(read.db())?)
}

/// Adds a key.
///
/// # Errors
/// [`super::Error::Duplicate`] if the number is taken.
pub fn insert(tx: &mut Tx, key: &SigningKey) -> Result<()> {
    diesel::insert_into(signing_keys::table).values(key).execute(tx.db())?;
    super::generation::raise(tx)
}

/// Withdraws a key that is in use.
///
/// # Errors
/// [`super::Error::NotFound`] if there is none of that number in use.
pub fn retire(tx: &mut Tx, id: i32, now: Moment) -> Result<()> {
    let target = signing_keys::table.find(id).filter(signing_keys::retired_at.is_null());
    match diesel::update(target).set(signing_keys::retired_at.eq(now)).execute(tx.db())? {
        0 => Err(super::Error::NotFound),
        _ => super::generation::raise(tx),
    }
}
