//! Signed-in devices.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::{persons, sessions};
use crate::domain::id::{PersonId, SessionId};
use crate::domain::moment::Moment;

/// A signed-in device.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub person_id: PersonId,
    /// What the device calls itself.
    pub device_name: String,
    /// From where it signed in.
    pub address: String,
    /// When it signed in.
    pub created_at: Moment,
    /// When it last refreshed.
    pub last_seen_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// Why it ended.
    pub ended_reason: Option<String>,
}

/// The person of a session, while both are active.
///
/// # Errors
/// Those of the database.
pub fn active_person(read: &mut impl Read, id: SessionId) -> Result<Option<PersonId>> {
    Ok(sessions::table
        .inner_join(persons::table.on(persons::id.eq(sessions::person_id)))
        .filter(sessions::id.eq(id))
        .filter(sessions::ended_at.is_null())
        .filter(persons::disabled_at.is_null())
        .select(sessions::person_id)
        .first(read.db())
        .optional()?)
}

/// The persons of those sessions that are alive, with their persons active.
///
/// # Errors
/// Those of the database.
pub fn active_persons(read: &mut impl Read, ids: Vec<SessionId>) -> Result<Vec<(SessionId, PersonId)>> {
    Ok(sessions::table
        .inner_join(persons::table.on(persons::id.eq(sessions::person_id)))
        .filter(sessions::id.eq_any(ids))
        .filter(sessions::ended_at.is_null())
        .filter(persons::disabled_at.is_null())
        .select((sessions::id, sessions::person_id))
        .load(read.db())?)
}

/// Adds a session.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, session: &Session) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(tx.db())?;
    Ok(())
}
