//! Every answer to a consent text; the newest of a kind counts. Rows are only ever added.

use diesel::prelude::*;

use super::error::Result;
use super::generation;
use super::pool::{Read as _, Tx};
use super::schema::consents;
use crate::domain::id::{ConsentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::ConsentKind;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = consents)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Whose.
    pub person_id: PersonId,
    /// To which text.
    pub kind: ConsentKind,
    /// Which version of it.
    pub document_version: String,
    /// Yes or no.
    pub given: bool,
    /// When.
    pub at: Moment,
}

/// Adds an answer.
///
/// # Errors
/// [`super::Error::Dangling`] if the person is missing.
pub fn insert(tx: &mut Tx, consent: &Consent) -> Result<()> {
    diesel::insert_into(consents::table).values(consent).execute(tx.db())?;
    generation::raise(tx)
}
