//! The audit log: who did what, on which record, from where, with which outcome. Rows are only added.

use diesel::prelude::*;

use super::columns::JsonText;
use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::audit_log;
use crate::domain::id::{AuditId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::scope::Path;

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_log)]
pub struct AuditLine {
    /// Its id, in the order of time.
    pub id: AuditId,
    /// When.
    pub at: Moment,
    /// Who; none for the server itself and for people who could not sign in.
    pub actor_id: Option<PersonId>,
    /// On which session.
    pub session_id: Option<SessionId>,
    /// What, such as `checkpoint.edit`.
    pub action: String,
    /// `done`, `denied` or `failed`.
    pub outcome: String,
    /// Where in the tree; decides who may read the line.
    pub organization_path: Option<Path>,
    /// What kind of record.
    pub subject_kind: Option<String>,
    /// Which record.
    pub subject_id: Option<String>,
    /// From which address.
    pub address: Option<String>,
    /// In which request.
    pub request_id: Option<String>,
    /// What changed, as JSON; never a secret, never a phone number.
    pub details: JsonText,
}

/// Adds a line.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, line: &AuditLine) -> Result<()> {
    diesel::insert_into(audit_log::table).values(line).execute(tx.db())?;
    Ok(())
}
