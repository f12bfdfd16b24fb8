//! The evidence that figures are computed from: narrow rows, with the grade that counts now.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::domain::check_in::effective::{AmendmentKind, effective_grade};
use crate::domain::id::{CheckInId, CheckpointId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, FenceClass, Grade, Role};
use crate::store::organizations::{Seen, in_scope};
use crate::store::schema::{amendments, check_ins, organizations};
use crate::store::{JsonText, Read, Result};

/// A check-in, as far as figures need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The check-in.
    pub id: CheckInId,
    /// The school.
    pub school: OrganizationId,
    /// Where.
    pub checkpoint: CheckpointId,
    /// Who.
    pub person: PersonId,
    /// In what capacity.
    pub role: Option<Role>,
    /// What it says.
    pub kind: CheckInKind,
    /// When it happened.
    pub at: Moment,
    /// When the server got it.
    pub received_at: Moment,
    /// The effective grade: with co-signatures and voidings.
    pub grade: Grade,
}

type Columns = (
    CheckInId,
    Option<OrganizationId>,
    Option<CheckpointId>,
    PersonId,
    Option<Role>,
    CheckInKind,
    Moment,
    Moment,
    Grade,
    FenceClass,
);

/// The check-ins of some schools with `from` ≤ at < `to`, in no particular order, those without a checkpoint left out.
/// Two questions in all, however many the schools: the check-ins by school and time, and the amendments since `from`
/// (nothing is said about a check-in before it happened).
///
/// # Errors
/// Those of the database.
pub fn evidence_of(
    read: &mut impl Read,
    schools: &[OrganizationId],
    from: Moment,
    to: Moment,
) -> Result<Vec<EvidenceRow>> {
    let visible = visible(read, schools)?;
    let said = said_since(read, &visible, from)?;
    let rows: Vec<Columns> = check_ins::table
        .filter(check_ins::school_id.eq_any(visible))
        .filter(check_ins::at.ge(from))
        .filter(check_ins::at.lt(to))
        .select((
            check_ins::id,
            check_ins::school_id,
            check_ins::checkpoint_id,
            check_ins::person_id,
            check_ins::role,
            check_ins::kind,
            check_ins::at,
            check_ins::received_at,
            check_ins::grade,
            check_ins::fence,
        ))
        .load(read.db())?;
    Ok(rows.into_iter().filter_map(|columns| evidence(columns, &said)).collect())
}

/// The check-ins of some schools with `from` ≤ at < `to` that were refused when they came: where, when and why.
///
/// # Errors
/// Those of the database.
pub fn refused(
    read: &mut impl Read,
    schools: &Seen,
    from: Moment,
    to: Moment,
) -> Result<Vec<(CheckpointId, Moment, JsonText)>> {
    let rows: Vec<(Option<CheckpointId>, Moment, JsonText)> = check_ins::table
        .filter(check_ins::school_id.eq_any(schools.ids().into_iter().map(Some).collect::<Vec<_>>()))
        .filter(check_ins::at.ge(from))
        .filter(check_ins::at.lt(to))
        .filter(check_ins::grade.eq(Grade::Rejected))
        .select((check_ins::checkpoint_id, check_ins::at, check_ins::reasons))
        .load(read.db())?;
    Ok(rows.into_iter().filter_map(|(checkpoint, at, reasons)| Some((checkpoint?, at, reasons))).collect())
}

/// Those of the schools that lie in the scope.
fn visible(read: &mut impl Read, schools: &[OrganizationId]) -> Result<Vec<Option<OrganizationId>>> {
    let scope = in_scope(read.scope());
    let ids: Vec<OrganizationId> = organizations::table
        .filter(organizations::id.eq_any(schools.to_vec()))
        .filter(scope)
        .select(organizations::id)
        .load(read.db())?;
    Ok(ids.into_iter().map(Some).collect())
}

type Said = HashMap<CheckInId, Vec<AmendmentKind>>;

fn said_since(read: &mut impl Read, schools: &[Option<OrganizationId>], from: Moment) -> Result<Said> {
    let rows: Vec<(CheckInId, AmendmentKind)> = amendments::table
        .filter(amendments::school_id.eq_any(schools.to_vec()))
        .filter(amendments::at.ge(from))
        .filter(amendments::kind.ne(AmendmentKind::Review))
        .select((amendments::check_in_id, amendments::kind))
        .load(read.db())?;
    let mut said = Said::new();
    for (check_in, kind) in rows {
        said.entry(check_in).or_default().push(kind);
    }
    Ok(said)
}

fn evidence(columns: Columns, said: &Said) -> Option<EvidenceRow> {
    let (id, school, checkpoint, person, role, kind, at, received_at, grade, fence) = columns;
    let grade = said.get(&id).map_or(grade, |kinds| effective_grade(grade, fence, kinds.iter().copied()));
    Some(EvidenceRow { id, school: school?, checkpoint: checkpoint?, person, role, kind, at, received_at, grade })
}
