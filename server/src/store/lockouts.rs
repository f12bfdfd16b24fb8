//! Failed sign-ins of one account in a row, kept so that a lock outlives a restart.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::lockouts;
use crate::domain::moment::Moment;

/// The failures of one account.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = lockouts, treat_none_as_null = true)]
pub struct Lockout {
    /// Which account: `password:` and the phone number, known or not.
    pub subject: String,
    /// Failures in a row.
    pub failures: i32,
    /// When the last one was.
    pub last_failure_at: Moment,
    /// Until when the account is locked.
    pub locked_until: Option<Moment>,
}

/// The failures of an account.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, subject: &str) -> Result<Option<Lockout>> {
    Ok(lockouts::table.find(subject).select(Lockout::as_select()).first(read.db()).optional()?)
}

/// Keeps the failures of an account, and forgets all accounts' whose last one was before `forgotten`.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, lockout: &Lockout, forgotten: Moment) -> Result<()> {
    let old = lockouts::subject.eq(&lockout.subject).or(lockouts::last_failure_at.lt(forgotten));
    diesel::delete(lockouts::table.filter(old)).execute(tx.db())?;
    diesel::insert_into(lockouts::table).values(lockout).execute(tx.db())?;
    Ok(())
}

/// Forgets the failures of an account: it signed in.
///
/// # Errors
/// Those of the database.
pub fn clear(tx: &mut Tx, subject: &str) -> Result<()> {
    diesel::delete(lockouts::table.find(subject)).execute(tx.db())?;
    Ok(())
}
