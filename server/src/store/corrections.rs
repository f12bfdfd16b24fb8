//! Check-ins that could not be made (补卡): asked for with a reason, decided by an office holder.

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read as _, Tx};
use super::schema::corrections;
use crate::domain::id::{CheckInId, CheckpointId, CorrectionId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, CorrectionState, Role};

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = corrections)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The school.
    pub school_id: OrganizationId,
    /// The post.
    pub checkpoint_id: CheckpointId,
    /// Who is said to have been there.
    pub person_id: PersonId,
    /// In what capacity.
    pub role: Role,
    /// What the check-in would have said.
    pub kind: CheckInKind,
    /// When it would have been made.
    pub at: Moment,
    /// Why it was not.
    pub reason: String,
    /// Who asks.
    pub requested_by: PersonId,
    /// When.
    pub requested_at: Moment,
    /// Where it stands.
    pub state: CorrectionState,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Moment>,
    /// Why so.
    pub decision_reason: Option<String>,
    /// The check-in that came of it.
    pub check_in_id: Option<CheckInId>,
}

/// Adds a request.
///
/// # Errors
/// [`super::Error::Dangling`] if the post, a person or the check-in is missing.
pub fn insert(tx: &mut Tx, correction: &Correction) -> Result<()> {
    diesel::insert_into(corrections::table).values(correction).execute(tx.db())?;
    Ok(())
}
