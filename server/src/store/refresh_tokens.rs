//! Refresh tokens: only their hashes. A used one stays, so that its coming back is noticed.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::refresh_tokens;
use crate::domain::id::SessionId;
use crate::domain::moment::Moment;

/// A refresh token's hash and its life.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = refresh_tokens)]
pub struct RefreshToken {
    /// SHA-256 of the token.
    pub hash: Vec<u8>,
    /// The session that it prolongs.
    pub session_id: SessionId,
    /// When it was given out.
    pub issued_at: Moment,
    /// From when on it is not taken any more.
    pub expires_at: Moment,
    /// When it was exchanged for a new one.
    pub used_at: Option<Moment>,
}

/// The token with that hash.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, hash: &[u8]) -> Result<Option<RefreshToken>> {
    Ok(refresh_tokens::table.find(hash).select(RefreshToken::as_select()).first(read.db()).optional()?)
}

/// Adds one.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, token: &RefreshToken) -> Result<()> {
    diesel::insert_into(refresh_tokens::table).values(token).execute(tx.db())?;
    Ok(())
}

/// Marks one as used; false if somebody else did so first.
///
/// # Errors
/// Those of the database.
pub fn mark_used(tx: &mut Tx, hash: &[u8], now: Moment) -> Result<bool> {
    let unused = refresh_tokens::table.find(hash).filter(refresh_tokens::used_at.is_null());
    Ok(diesel::update(unused).set(refresh_tokens::used_at.eq(now)).execute(tx.db())? == 1)
}
