//! Answers to consent texts. Rows are only added; the newest of a kind counts.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::consents;
use crate::domain::consent::ConsentKind;
use crate::domain::id::{ConsentId, PersonId};
use crate::domain::moment::Moment;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = consents)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Whose.
    pub person_id: PersonId,
    /// To what.
    pub kind: ConsentKind,
    /// To which version of the text.
    pub document_version: String,
    /// Yes or no.
    pub given: bool,
    /// When.
    pub at: Moment,
}

/// Adds an answer.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, consent: &Consent) -> Result<()> {
    diesel::insert_into(consents::table).values(consent).execute(tx.db())?;
    super::generation::raise(tx)
}

/// Whether somebody agreed, last and in the words in force, to the use of their position.
///
/// # Errors
/// Those of the database.
pub fn may_locate(read: &mut impl Read, person: PersonId) -> Result<bool> {
    let kind = ConsentKind::Location;
    Ok(newest(read, person, kind)?.is_some_and(|one| one.given && one.document_version == kind.version()))
}

/// The newest answer of a person about one thing.
///
/// # Errors
/// Those of the database.
pub fn newest(read: &mut impl Read, person: PersonId, kind: ConsentKind) -> Result<Option<Consent>> {
    Ok(consents::table
        .filter(consents::person_id.eq(person))
        .filter(consents::kind.eq(kind))
        .order((consents::at.desc(), consents::id.desc()))
        .select(Consent::as_select())
        .first(read.db())
        .optional()?)
}

/// Every answer of a person, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<Consent>> {
    let own = consents::table.filter(consents::person_id.eq(person));
    Ok(own.order((consents::at, consents::id)).select(Consent::as_select()).load(read.db())?)
}
