//! Corrections (补卡): check-ins that could not be made, asked for with a reason and decided by an office holder.

use diesel::prelude::*;

use super::error::{Error, Result};
use super::organizations;
use super::pool::{Read, Tx};
use super::schema::corrections;
use crate::domain::id::{CheckInId, CheckpointId, CorrectionId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, CorrectionState, Role};

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = corrections)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The school.
    pub school_id: OrganizationId,
    /// Where the person was.
    pub checkpoint_id: CheckpointId,
    /// Who was there.
    pub person_id: PersonId,
    /// In what capacity.
    pub role: Role,
    /// What is to be recorded.
    pub kind: CheckInKind,
    /// When it was.
    pub at: Moment,
    /// Why it could not be recorded then.
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

/// Adds one.
///
/// # Errors
/// [`Error::Dangling`] if it refers to what is not there.
pub fn insert(tx: &mut Tx, row: &Correction) -> Result<()> {
    diesel::insert_into(corrections::table).values(row).execute(tx.db())?;
    Ok(())
}

/// One correction of a school in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(read: &mut impl Read, id: CorrectionId) -> Result<Correction> {
    let found: Correction = corrections::table.find(id).select(Correction::as_select()).first(read.db())?;
    organizations::find(read, found.school_id)?;
    Ok(found)
}

/// A part of a school's corrections, newest first.
///
/// # Errors
/// [`Error::NotFound`] if the school lies outside the scope.
pub fn list(
    read: &mut impl Read,
    school: OrganizationId,
    person: Option<PersonId>,
    state: Option<CorrectionState>,
    after: Option<(Moment, CorrectionId)>,
    limit: i64,
) -> Result<Vec<Correction>> {
    organizations::find(read, school)?;
    let mut query = corrections::table
        .filter(corrections::school_id.eq(school))
        .select(Correction::as_select())
        .order((corrections::requested_at.desc(), corrections::id.desc()))
        .limit(limit)
        .into_boxed();
    if let Some(person) = person {
        query = query.filter(corrections::person_id.eq(person).or(corrections::requested_by.eq(person)));
    }
    if let Some(state) = state {
        query = query.filter(corrections::state.eq(state));
    }
    if let Some((at, id)) = after {
        let before = corrections::requested_at.lt(at);
        query = query.filter(before.or(corrections::requested_at.eq(at).and(corrections::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// What was decided.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = corrections)]
pub struct Decision {
    /// Approved or declined.
    pub state: CorrectionState,
    /// By whom.
    pub decided_by: PersonId,
    /// When.
    pub decided_at: Moment,
    /// Why so.
    pub decision_reason: String,
    /// The check-in that came of it.
    pub check_in_id: Option<CheckInId>,
}

/// Decides upon one that is still pending.
///
/// # Errors
/// [`Error::Stale`] if it was decided before.
pub fn decide(tx: &mut Tx, id: CorrectionId, decision: &Decision) -> Result<()> {
    let pending =
        corrections::table.filter(corrections::id.eq(id)).filter(corrections::state.eq(CorrectionState::Requested));
    match diesel::update(pending).set(decision).execute(tx.db())? {
        0 => Err(Error::Stale),
        _ => Ok(()),
    }
}

/// Every correction that is about a person or that they asked for, the oldest first. They are the person's own, so no scope
/// narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<Correction>> {
    let own = corrections::person_id.eq(person).or(corrections::requested_by.eq(person));
    let ordered = corrections::table.filter(own).order((corrections::requested_at, corrections::id));
    Ok(ordered.select(Correction::as_select()).load(read.db())?)
}
