//! Gate-room screens that show a checkpoint's rotating code. Only the hash of a screen's secret is kept.

use diesel::prelude::*;

use super::error::Result;
use super::generation;
use super::pool::{Read, Tx};
use super::schema::screens;
use crate::domain::code::ScreenNumber;
use crate::domain::id::{CheckpointId, PersonId, ScreenId};
use crate::domain::moment::Moment;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = screens)]
pub struct Screen {
    /// Its id.
    pub id: ScreenId,
    /// Where it stands.
    pub checkpoint_id: CheckpointId,
    /// Which of the checkpoint's screens it is, from 1; its codes carry it.
    pub number: i32,
    /// What people call it.
    pub name: String,
    /// SHA-256 of its secret.
    pub token_hash: Vec<u8>,
    /// Who set it up.
    pub created_by: PersonId,
    /// When.
    pub created_at: Moment,
    /// From when on it shows nothing and its codes do not count.
    pub revoked_at: Option<Moment>,
}

/// Every screen of a checkpoint, newest first. The checkpoint was found in the scope before.
///
/// # Errors
/// Those of the database.
pub fn of_checkpoint(read: &mut impl Read, checkpoint: CheckpointId) -> Result<Vec<Screen>> {
    Ok(screens::table
        .filter(screens::checkpoint_id.eq(checkpoint))
        .select(Screen::as_select())
        .order(screens::number.desc())
        .load(read.db())?)
}

/// The screen with a number, revoked or not.
///
/// # Errors
/// [`super::Error::NotFound`] if the checkpoint never had it.
pub fn by_number(read: &mut impl Read, checkpoint: CheckpointId, number: ScreenNumber) -> Result<Screen> {
    Ok(screens::table
        .filter(screens::checkpoint_id.eq(checkpoint))
        .filter(screens::number.eq(i32::from(number)))
        .select(Screen::as_select())
        .first(read.db())?)
}

/// The screen with a secret of this hash, revoked or not.
///
/// # Errors
/// [`super::Error::NotFound`] if there is none.
pub fn by_token_hash(read: &mut impl Read, hash: &[u8]) -> Result<Screen> {
    Ok(screens::table.filter(screens::token_hash.eq(hash)).select(Screen::as_select()).first(read.db())?)
}

/// Adds one.
///
/// # Errors
/// [`super::Error::Duplicate`] if the number is taken.
pub fn insert(tx: &mut Tx, screen: &Screen) -> Result<()> {
    diesel::insert_into(screens::table).values(screen).execute(tx.db())?;
    generation::raise(tx)
}

/// Revokes one of a checkpoint's screens; one that was revoked before stays as it is.
///
/// # Errors
/// [`super::Error::NotFound`] if the checkpoint never had it.
pub fn revoke(tx: &mut Tx, checkpoint: CheckpointId, id: ScreenId, now: Moment) -> Result<()> {
    let row = screens::table.filter(screens::id.eq(id)).filter(screens::checkpoint_id.eq(checkpoint));
    row.select(screens::number).first::<i32>(tx.db())?;
    diesel::update(row.filter(screens::revoked_at.is_null())).set(screens::revoked_at.eq(now)).execute(tx.db())?;
    generation::raise(tx)
}
