//! Check-ins as they are shown: the evidence, what was said about it since, and names.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::domain::calendar::local_time::day_span;
use crate::domain::check_in::effective::effective_grade;
use crate::domain::id::{CheckInId, CheckpointId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::Grade;
use crate::problem::{Code, Problem, Result};
use crate::service::{Actor, App, receipts};
use crate::store::check_ins::{self, CheckIn};
pub use crate::store::check_ins::{After, Amendment, Wanted};
use crate::store::organizations::{self, Organization};
use crate::store::{Read, directory, persons};

/// A check-in with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The evidence.
    pub row: CheckIn,
    /// The grade that counts now.
    pub effective: Grade,
    /// What was said about it, oldest first.
    pub amendments: Vec<Amendment>,
    /// The name of whoever checked in, and of those who said something.
    pub names: HashMap<PersonId, String>,
    /// The checkpoint's name.
    pub checkpoint: Option<String>,
    /// The school's name.
    pub school: Option<String>,
    /// The school's clock.
    pub zone: Tz,
    /// Its receipt.
    pub receipt: String,
}

/// A part of one's own check-ins, newest first.
///
/// # Errors
/// Those of the database.
pub fn own(app: &App, actor: &Actor, after: Option<After>, limit: i64) -> Result<Vec<Shown>> {
    let wanted = Wanted { person: Some(actor.person), ..Wanted::default() };
    app.store.read(&Scope::Everything, |read| {
        let rows = check_ins::list(read, &wanted, after, limit)?;
        dress(app, read, rows)
    })
}

/// A part of a school's check-ins, newest first. `date` is a day by the school's clock.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn of_school(
    app: &App,
    actor: &Actor,
    school: OrganizationId,
    date: Option<NaiveDate>,
    wanted: Wanted,
    (after, limit): (Option<After>, i64),
) -> Result<Vec<Shown>> {
    let organization = actor.require(app, Right::ReadEvidence, school)?;
    let zone = zone_of(&organization.timezone);
    let out_of_range = || Problem::invalid("date", "it is no date of a calendar / 日期超出范围");
    let span = date.map(|date| day_span(date, zone).ok_or_else(out_of_range)).transpose()?;
    let span = span.map(|(from, to)| (Moment::from(from), Moment::from(to)));
    let wanted = Wanted { school: Some(school), span, ..wanted };
    app.store.read(&actor.scope(Right::ReadEvidence), |read| {
        let rows = check_ins::list(read, &wanted, after, limit)?;
        dress(app, read, rows)
    })
}

/// One check-in: one's own, or one of a school whose evidence one may read.
///
/// # Errors
/// `not_found`.
pub fn one(app: &App, actor: &Actor, id: CheckInId) -> Result<Shown> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let row = check_ins::by_ids(read, vec![id])?.pop().ok_or(Code::NotFound)?;
        if row.person_id != actor.person && !may_read(read, actor, &row)? {
            return Err(Code::NotFound.into());
        }
        dress(app, read, vec![row])?.pop().ok_or_else(|| Code::NotFound.into())
    })
}

fn may_read(read: &mut impl Read, actor: &Actor, row: &CheckIn) -> Result<bool> {
    let Some(school) = row.school_id else { return Ok(false) };
    let school = organizations::find(read, school)?;
    Ok(actor.scope(Right::ReadEvidence).covers(&school.path))
}

/// A check-in and its school, for somebody who has a right over the school.
///
/// # Errors
/// `not_found`, `forbidden`.
pub(super) fn with_right(app: &App, actor: &Actor, right: Right, id: CheckInId) -> Result<(CheckIn, Organization)> {
    let row = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        check_ins::by_ids(read, vec![id])?.pop().ok_or_else(|| Code::NotFound.into())
    })?;
    let school = actor.require(app, right, row.school_id.ok_or(Code::NotFound)?)?;
    Ok((row, school))
}

/// The time zone by its name; Shanghai's for a name that is not known, which the edge refuses.
pub(super) fn zone_of(name: &str) -> Tz {
    name.parse().unwrap_or(Tz::Asia__Shanghai)
}

/// Adds what belongs to each.
pub(super) fn dress(app: &App, read: &mut impl Read, rows: Vec<CheckIn>) -> Result<Vec<Shown>> {
    let ids: Vec<CheckInId> = rows.iter().map(|row| row.id).collect();
    let mut said: HashMap<CheckInId, Vec<Amendment>> = HashMap::new();
    for amendment in check_ins::amendments_of(read, &ids)? {
        said.entry(amendment.check_in_id).or_default().push(amendment);
    }
    let authors = said.values().flatten().map(|amendment| amendment.author_id);
    let people: BTreeSet<PersonId> = rows.iter().map(|row| row.person_id).chain(authors).collect();
    let names: HashMap<PersonId, String> = persons::names(read, people.into_iter().collect())?.into_iter().collect();
    let places: BTreeSet<CheckpointId> = rows.iter().filter_map(|row| row.checkpoint_id).collect();
    let places: HashMap<CheckpointId, String> =
        directory::checkpoint_names(read, places.into_iter().collect())?.into_iter().collect();
    let schools = schools(read, &rows)?;
    let ring = app.keys.ring();
    let shown = rows.into_iter().map(|row| {
        let amendments = said.remove(&row.id).unwrap_or_default();
        let people = std::iter::once(row.person_id).chain(amendments.iter().map(|amendment| amendment.author_id));
        let school = row.school_id.and_then(|id| schools.get(&id));
        Ok(Shown {
            effective: effective_grade(row.grade, row.fence, amendments.iter().map(|amendment| amendment.kind)),
            names: people.filter_map(|id| names.get(&id).map(|name| (id, name.clone()))).collect(),
            checkpoint: row.checkpoint_id.and_then(|id| places.get(&id).cloned()),
            school: school.map(|(name, _)| name.clone()),
            zone: school.map_or(Tz::Asia__Shanghai, |(_, zone)| *zone),
            receipt: receipts::issue(&ring, &row)?,
            amendments,
            row,
        })
    });
    shown.collect()
}

/// The name and the clock of each school.
fn schools(read: &mut impl Read, rows: &[CheckIn]) -> Result<HashMap<OrganizationId, (String, Tz)>> {
    let ids: BTreeSet<OrganizationId> = rows.iter().filter_map(|row| row.school_id).collect();
    let mut schools = HashMap::new();
    for id in ids {
        if let Some(row) = directory::school(read, id)? {
            schools.insert(id, (row.name, zone_of(&row.timezone)));
        }
    }
    Ok(schools)
}
