//! Signed-in devices. Whether one is live is read at each request and in each batch of check-ins, never kept in memory.

use diesel::prelude::*;

use super::dialect::on_inner;
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
    let active = sessions::table
        .inner_join(persons::table.on(persons::id.eq(sessions::person_id)))
        .filter(sessions::id.eq_any(ids))
        .filter(sessions::ended_at.is_null())
        .filter(persons::disabled_at.is_null())
        .select((sessions::id, sessions::person_id));
    Ok(on_inner!(read.db(), |inner| active.load(inner))?)
}

/// Adds a session.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, session: &Session) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(tx.db())?;
    Ok(())
}

/// A session, ended or not.
///
/// # Errors
/// [`super::Error::NotFound`].
pub fn find(read: &mut impl Read, id: SessionId) -> Result<Session> {
    Ok(sessions::table.find(id).select(Session::as_select()).first(read.db())?)
}

/// The live sessions of a person, the one used last first.
///
/// # Errors
/// Those of the database.
pub fn live_of(read: &mut impl Read, person: PersonId) -> Result<Vec<Session>> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::ended_at.is_null())
        .order((sessions::last_seen_at.desc(), sessions::id.desc()))
        .select(Session::as_select())
        .load(read.db())?)
}

/// Notes that a session was used, and from where.
///
/// # Errors
/// Those of the database.
pub fn touch(tx: &mut Tx, id: SessionId, address: &str, now: Moment) -> Result<()> {
    let seen = (sessions::last_seen_at.eq(now), sessions::address.eq(address));
    diesel::update(sessions::table.find(id)).set(seen).execute(tx.db())?;
    Ok(())
}

/// Ends one session; false if it had ended before.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &mut Tx, id: SessionId, reason: &str, now: Moment) -> Result<bool> {
    let live = sessions::table.find(id).filter(sessions::ended_at.is_null());
    let ended = (sessions::ended_at.eq(now), sessions::ended_reason.eq(reason));
    let count = diesel::update(live).set(ended).execute(tx.db())?;
    Ok(count == 1)
}

/// Ends all sessions of a person but one, if one is named; tells how many.
///
/// # Errors
/// Those of the database.
pub fn end_all(tx: &mut Tx, person: PersonId, but: Option<SessionId>, reason: &str, now: Moment) -> Result<usize> {
    let live = sessions::person_id.eq(person).and(sessions::ended_at.is_null());
    let ended = (sessions::ended_at.eq(now), sessions::ended_reason.eq(reason));
    let count = match but {
        Some(kept) => {
            diesel::update(sessions::table.filter(live).filter(sessions::id.ne(kept))).set(ended).execute(tx.db())?
        }
        None => diesel::update(sessions::table.filter(live)).set(ended).execute(tx.db())?,
    };
    Ok(count)
}

/// Every session of a person, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<Session>> {
    let own = sessions::table.filter(sessions::person_id.eq(person));
    Ok(own.order((sessions::created_at, sessions::id)).select(Session::as_select()).load(read.db())?)
}

/// Takes the devices and network addresses out of a person's sessions.
///
/// # Errors
/// Those of the database.
pub fn erase(tx: &mut Tx, person: PersonId) -> Result<()> {
    let nothing = (sessions::device_name.eq(""), sessions::address.eq(""));
    diesel::update(sessions::table.filter(sessions::person_id.eq(person))).set(nothing).execute(tx.db())?;
    Ok(())
}
