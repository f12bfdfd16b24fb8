//! Codes sent by text message: one for each number, only its hash.

use diesel::prelude::*;

use super::error::Result;
use super::pool::Read as _;
use super::pool::Tx;
use super::schema::sms_codes;
use crate::domain::moment::Moment;

/// A code that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sms_codes)]
pub struct SmsCode {
    /// The number it was sent to.
    pub phone: String,
    /// A keyed hash of number and code.
    pub code_hash: Vec<u8>,
    /// When it was sent.
    pub created_at: Moment,
    /// From when on it is not taken any more.
    pub expires_at: Moment,
    /// How often it was tried.
    pub attempts: i32,
}

/// Keeps a code in place of the number's former one, and forgets all that ran out.
///
/// # Errors
/// Those of the database.
pub fn replace(tx: &mut Tx, code: &SmsCode) -> Result<()> {
    let old = sms_codes::phone.eq(&code.phone).or(sms_codes::expires_at.le(code.created_at));
    diesel::delete(sms_codes::table.filter(old)).execute(tx.db())?;
    diesel::insert_into(sms_codes::table).values(code).execute(tx.db())?;
    Ok(())
}

/// Counts an attempt and gives the hash to compare with; none if there is no code, it ran out, or was tried too often.
///
/// # Errors
/// Those of the database.
pub fn attempt(tx: &mut Tx, phone: &str, most: i32, now: Moment) -> Result<Option<Vec<u8>>> {
    let usable =
        sms_codes::table.find(phone).filter(sms_codes::expires_at.gt(now)).filter(sms_codes::attempts.lt(most));
    let counted = diesel::update(usable).set(sms_codes::attempts.eq(sms_codes::attempts + 1)).execute(tx.db())?;
    if counted == 0 {
        return Ok(None);
    }
    Ok(sms_codes::table.find(phone).select(sms_codes::code_hash).first(tx.db()).optional()?)
}

/// Forgets the code of a number: it was used.
///
/// # Errors
/// Those of the database.
pub fn forget(tx: &mut Tx, phone: &str) -> Result<()> {
    diesel::delete(sms_codes::table.find(phone)).execute(tx.db())?;
    Ok(())
}
