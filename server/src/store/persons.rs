//! People.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::persons;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = persons)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their phone number, digits with an optional leading plus; nobody else has it.
    pub phone: Option<String>,
    /// An argon2id hash; none for somebody who signs in by text message alone.
    pub password_hash: Option<String>,
    /// Rises with each edit.
    pub version: i32,
    /// When they were added.
    pub created_at: Moment,
    /// When they were shut out or left.
    pub disabled_at: Option<Moment>,
}

/// A person by phone number, for signing in.
///
/// # Errors
/// Those of the database.
pub fn by_phone(read: &mut impl Read, phone: &str) -> Result<Option<Person>> {
    let query = persons::table.filter(persons::phone.eq(phone)).filter(persons::disabled_at.is_null());
    Ok(query.select(Person::as_select()).first(read.db()).optional()?)
}

/// A person by id.
///
/// # Errors
/// [`super::Error::NotFound`].
pub fn find(read: &mut impl Read, id: PersonId) -> Result<Person> {
    Ok(persons::table.find(id).select(Person::as_select()).first(read.db())?)
}

/// Adds a person.
///
/// # Errors
/// [`super::Error::Duplicate`] if the phone number is taken.
pub fn insert(tx: &mut Tx, person: &Person) -> Result<()> {
    diesel::insert_into(persons::table).values(person).execute(tx.db())?;
    Ok(())
}

/// Sets a person's password hash.
///
/// # Errors
/// Those of the database.
pub fn set_password(tx: &mut Tx, id: PersonId, hash: &str) -> Result<()> {
    let changed = (persons::password_hash.eq(hash), persons::version.eq(persons::version + 1));
    diesel::update(persons::table.find(id)).set(changed).execute(tx.db())?;
    Ok(())
}

/// Renames a person who is still at `version`.
///
/// # Errors
/// [`super::Error::Stale`] if they were edited since.
pub fn rename(tx: &mut Tx, id: PersonId, version: i32, name: &str) -> Result<()> {
    let target = persons::table.find(id).filter(persons::version.eq(version));
    let changed =
        diesel::update(target).set((persons::name.eq(name), persons::version.eq(version + 1))).execute(tx.db())?;
    if changed == 0 { Err(super::Error::Stale) } else { super::generation::raise(tx) }
}

/// The names of some people.
///
/// # Errors
/// Those of the database.
pub fn names(read: &mut impl Read, ids: Vec<PersonId>) -> Result<Vec<(PersonId, String)>> {
    Ok(persons::table.filter(persons::id.eq_any(ids)).select((persons::id, persons::name)).load(read.db())?)
}

/// Takes away what tells who a person was. The row stays, under another name: evidence points to it.
///
/// # Errors
/// Those of the database.
pub fn erase(tx: &mut Tx, id: PersonId, pseudonym: &str, now: Moment) -> Result<()> {
    let erased = (
        persons::name.eq(pseudonym),
        persons::phone.eq(None::<String>),
        persons::password_hash.eq(None::<String>),
        persons::disabled_at.eq(now),
        persons::version.eq(persons::version + 1),
    );
    diesel::update(persons::table.find(id)).set(erased).execute(tx.db())?;
    super::generation::raise(tx)
}
