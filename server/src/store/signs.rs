//! The printed signs. A row is never deleted: a revoked sign that is scanned must be told from a forged one.

use diesel::prelude::*;

use super::error::{Error, Result};
use super::generation;
use super::pool::{Read, Tx};
use super::schema::{checkpoints, signs};
use crate::domain::code::key::KeyId;
use crate::domain::code::sign_code::SignCode;
use crate::domain::code::{CheckpointNumber, SignSerial};
use crate::domain::id::{CheckpointId, PersonId, SignId};
use crate::domain::moment::Moment;

/// A sign.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = signs)]
pub struct Sign {
    /// Its id.
    pub id: SignId,
    /// Where it hangs.
    pub checkpoint_id: CheckpointId,
    /// Which of the checkpoint's signs it is, from 1.
    pub serial: i32,
    /// The key that its code is signed with.
    pub key_id: i32,
    /// The code for typing, eight characters.
    pub short_code: String,
    /// When it was issued.
    pub issued_at: Moment,
    /// By whom; none for the server itself.
    pub issued_by: Option<PersonId>,
    /// From when on it does not count.
    pub revoked_at: Option<Moment>,
    /// Who revoked it.
    pub revoked_by: Option<PersonId>,
    /// Why.
    pub revoked_reason: Option<String>,
    /// When a page for printing it was last made.
    pub printed_at: Option<Moment>,
}

impl Sign {
    /// What its code says.
    ///
    /// # Errors
    /// A defect if a number in the database does not fit into a code.
    pub fn code(&self, checkpoint: CheckpointNumber) -> Result<SignCode> {
        let number = |e| Error::Other(format!("sign number: {e}"));
        let serial = SignSerial::try_from(self.serial).map_err(number)?;
        Ok(SignCode { checkpoint, serial, key: KeyId::try_from(self.key_id).map_err(number)? })
    }
}

/// Every sign of a checkpoint, newest first. The checkpoint was found in the scope before.
///
/// # Errors
/// Those of the database.
pub fn of_checkpoint(read: &mut impl Read, checkpoint: CheckpointId) -> Result<Vec<Sign>> {
    Ok(signs::table
        .filter(signs::checkpoint_id.eq(checkpoint))
        .select(Sign::as_select())
        .order(signs::serial.desc())
        .load(read.db())?)
}

/// The sign that counts at a checkpoint.
///
/// # Errors
/// [`Error::NotFound`] if it has none.
pub fn current(read: &mut impl Read, checkpoint: CheckpointId) -> Result<Sign> {
    Ok(signs::table
        .filter(signs::checkpoint_id.eq(checkpoint))
        .filter(signs::revoked_at.is_null())
        .select(Sign::as_select())
        .order(signs::serial.desc())
        .first(read.db())?)
}

/// The signs that count at some checkpoints, which were found in the scope before; the newest of each comes last.
///
/// # Errors
/// Those of the database.
pub fn current_of(read: &mut impl Read, checkpoints: Vec<CheckpointId>) -> Result<Vec<Sign>> {
    Ok(signs::table
        .filter(signs::checkpoint_id.eq_any(checkpoints))
        .filter(signs::revoked_at.is_null())
        .select(Sign::as_select())
        .order(signs::serial)
        .load(read.db())?)
}

/// The sign with a serial, revoked or not.
///
/// # Errors
/// [`Error::NotFound`] if the checkpoint never had it.
pub fn by_serial(read: &mut impl Read, checkpoint: CheckpointId, serial: SignSerial) -> Result<Sign> {
    Ok(signs::table
        .filter(signs::checkpoint_id.eq(checkpoint))
        .filter(signs::serial.eq(i32::from(serial)))
        .select(Sign::as_select())
        .first(read.db())?)
}

/// The sign with a short code, revoked or not.
///
/// # Errors
/// [`Error::NotFound`] if no sign has it.
pub fn by_short_code(read: &mut impl Read, short_code: &str) -> Result<Sign> {
    Ok(signs::table.filter(signs::short_code.eq(short_code)).select(Sign::as_select()).first(read.db())?)
}

/// Adds one.
///
/// # Errors
/// [`Error::Duplicate`] if serial or short code is taken.
pub fn insert(tx: &mut Tx, sign: &Sign) -> Result<()> {
    diesel::insert_into(signs::table).values(sign).execute(tx.db())?;
    generation::raise(tx)
}

/// Revokes one that counts.
///
/// # Errors
/// [`Error::Stale`] if it was revoked since.
pub fn revoke(tx: &mut Tx, id: SignId, by: PersonId, reason: &str, now: Moment) -> Result<()> {
    let target = signs::table.filter(signs::id.eq(id)).filter(signs::revoked_at.is_null());
    let revoked = (signs::revoked_at.eq(now), signs::revoked_by.eq(by), signs::revoked_reason.eq(reason));
    match diesel::update(target).set(revoked).execute(tx.db())? {
        0 => Err(Error::Stale),
        _ => generation::raise(tx),
    }
}

/// Notes that pages for printing some signs were made. It changes nothing that check-ins are judged by.
///
/// # Errors
/// Those of the database.
pub fn mark_printed(tx: &mut Tx, ids: &[SignId], now: Moment) -> Result<()> {
    let target = signs::table.filter(signs::id.eq_any(ids.to_vec()));
    diesel::update(target).set(signs::printed_at.eq(now)).execute(tx.db())?;
    Ok(())
}

/// How many signs that count, at checkpoints in use, are signed with each key.
///
/// # Errors
/// Those of the database.
pub fn live_by_key(read: &mut impl Read) -> Result<Vec<(i32, i64)>> {
    Ok(signs::table
        .inner_join(checkpoints::table.on(checkpoints::id.eq(signs::checkpoint_id)))
        .filter(signs::revoked_at.is_null())
        .filter(checkpoints::archived_at.is_null())
        .group_by(signs::key_id)
        .select((signs::key_id, diesel::dsl::count_star()))
        .load(read.db())?)
}
