//! Check-ins as a list, newest first.

use diesel::prelude::*;

use super::CheckIn;
use crate::domain::check_in::flags::Flag;
use crate::domain::id::{CheckInId, CheckpointId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::words::{CheckInKind, Grade};
use crate::store::schema::check_ins;
use crate::store::{Error, JsonText, Read, Result, organizations};

/// Which check-ins are wanted; what is none does not matter.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Of this school.
    pub school: Option<OrganizationId>,
    /// Of this person.
    pub person: Option<PersonId>,
    /// At this checkpoint.
    pub checkpoint: Option<CheckpointId>,
    /// With this grade at first.
    pub grade: Option<Grade>,
    /// With this flag.
    pub flag: Option<Flag>,
    /// With any flag.
    pub flagged: bool,
    /// From (included) to (excluded).
    pub span: Option<(Moment, Moment)>,
}

/// Where a list goes on: after this check-in.
pub type After = (Moment, CheckInId);

/// A part of the list. Within a scope a school has to be named, and lie in it.
///
/// # Errors
/// [`crate::store::Error::NotFound`] outside the scope.
pub fn list(read: &mut impl Read, wanted: &Wanted, after: Option<After>, limit: i64) -> Result<Vec<CheckIn>> {
    if *read.scope() != Scope::Everything {
        organizations::find(read, wanted.school.ok_or(Error::NotFound)?)?;
    }
    let mut query = check_ins::table
        .select(CheckIn::as_select())
        .order((check_ins::at.desc(), check_ins::id.desc()))
        .limit(limit)
        .into_boxed();
    if let Some(school) = wanted.school {
        query = query.filter(check_ins::school_id.eq(school));
    }
    if let Some(person) = wanted.person {
        query = query.filter(check_ins::person_id.eq(person));
    }
    if let Some(checkpoint) = wanted.checkpoint {
        query = query.filter(check_ins::checkpoint_id.eq(checkpoint));
    }
    if let Some(grade) = wanted.grade {
        query = query.filter(check_ins::grade.eq(grade));
    }
    if let Some(flag) = wanted.flag {
        query = query.filter(check_ins::flags.like(format!("%\"{flag}\"%")));
    }
    if wanted.flagged {
        query = query.filter(check_ins::flags.ne(JsonText::empty_list()));
    }
    if let Some((from, to)) = wanted.span {
        query = query.filter(check_ins::at.ge(from)).filter(check_ins::at.lt(to));
    }
    if let Some((at, id)) = after {
        query = query.filter(check_ins::at.lt(at).or(check_ins::at.eq(at).and(check_ins::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// A person's arrivals, words of still being there, and leaves at a checkpoint in a span of time, both ends included.
///
/// # Errors
/// Those of the database.
pub fn stays_at(
    read: &mut impl Read,
    person: PersonId,
    checkpoint: CheckpointId,
    (from, to): (Moment, Moment),
) -> Result<Vec<CheckIn>> {
    Ok(check_ins::table
        .filter(check_ins::person_id.eq(person))
        .filter(check_ins::at.between(from, to))
        .filter(check_ins::checkpoint_id.eq(checkpoint))
        .filter(check_ins::kind.ne(CheckInKind::Pass))
        .select(CheckIn::as_select())
        .load(read.db())?)
}
