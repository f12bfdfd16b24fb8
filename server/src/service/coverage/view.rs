//! A school's coverage of one day, of a range of days, and the history of a day's revisions.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::facts::{DayFacts, load_days};
use super::figures::{Computed, DayFigures};
use super::finalizer::is_final;
use super::settle::{Known, State, settle};
use crate::domain::board::SoFar;
use crate::domain::coverage::DutyTotals;
use crate::domain::id::{CheckpointId, OrganizationId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::{DayKind, OrganizationKind};
use crate::problem::{Code, Problem, Result};
use crate::service::school_day::{self, SchoolDay};
use crate::service::{Actor, App};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{board_facts, coverage, stale_days};

/// The longest range that is answered at once, days.
const MOST_DAYS: i64 = 400;

/// The names of what a school's figures point to.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Of its checkpoints.
    pub checkpoints: HashMap<CheckpointId, String>,
    /// Of its windows.
    pub windows: HashMap<WindowId, String>,
}

/// A school's day, to be shown.
#[derive(Debug, Clone)]
pub struct DayView {
    /// The school.
    pub school: Organization,
    /// What was asked.
    pub day: SchoolDay,
    /// The figures.
    pub known: Known,
    /// What of each duty's window has passed, in the order of the duties; empty when final.
    pub so_far: Vec<SoFar>,
    /// The names.
    pub names: Names,
}

/// A school whose coverage the actor may read.
///
/// # Errors
/// `not_found`, also for what is no school; `forbidden`.
pub fn school_of(app: &App, actor: &Actor, id: OrganizationId) -> Result<Organization> {
    let found = actor.require(app, Right::ReadCoverage, id)?;
    if found.kind == OrganizationKind::School { Ok(found) } else { Err(Code::NotFound.into()) }
}

/// The coverage of one day. A final day that is not stored yet, or about which something changed, is stored first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn day(app: &App, actor: &Actor, school: OrganizationId, date: NaiveDate) -> Result<DayView> {
    let school = school_of(app, actor, school)?;
    if needs_settling(app, &school, date, date)? {
        settle(app, &[school.id], date, date)?;
    }
    app.store.read(&actor.scope(Right::ReadCoverage), |read| {
        let years = app.years(read)?;
        let seen = Seen::rows(std::slice::from_ref(&school));
        let now = app.clock.now();
        let facts = load_days(read, &years, &[school.id], date, date)?.pop().ok_or(Code::NotFound)?;
        let names = names(read, &seen, date)?;
        let (known, so_far) = match coverage::newest(read, &seen, date)? {
            Some(newest) => {
                let (state, revision, as_known_at) = (State::Final, newest.revision, newest.as_known_at);
                (Known { figures: newest.document.read()?, state, revision, as_known_at }, Vec::new())
            }
            None => {
                let computed = Computed::of(&facts);
                let (state, figures) = (State::Live, computed.figures(&facts));
                (Known { figures, state, revision: 0, as_known_at: now }, computed.so_far(now.seconds()))
            }
        };
        Ok::<_, Problem>(DayView { school: school.clone(), day: facts.day, known, so_far, names })
    })
}

fn names(read: &mut impl crate::store::Read, seen: &Seen, date: NaiveDate) -> Result<Names> {
    Ok(Names {
        checkpoints: board_facts::checkpoint_names(read, seen)?.into_iter().collect(),
        windows: board_facts::window_names(read, seen, date)?.into_iter().collect(),
    })
}

/// Whether some of the days is final and not stored, or stored and changed since.
pub(super) fn needs_settling(app: &App, school: &Organization, from: NaiveDate, to: NaiveDate) -> Result<bool> {
    let now = app.clock.now();
    app.store.read(&Scope::Everything, |read| {
        let seen = Seen::rows(std::slice::from_ref(school));
        if !stale_days::between(read, &seen, from, to)?.is_empty() {
            return Ok(true);
        }
        let stored: Vec<NaiveDate> =
            coverage::keys_between(read, &seen, from, to)?.into_iter().map(|(_, date)| date).collect();
        let years = app.years(read)?;
        let days = school_day::load_range(read, &years, &[school.id], from, to)?;
        Ok::<_, Problem>(days.iter().any(|day| !stored.contains(&day.date) && is_final(day, now)))
    })
}

/// One row of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// The date.
    pub date: NaiveDate,
    /// What the calendar says.
    pub kind: DayKind,
    /// Live or final.
    pub state: State,
    /// As in [`Known`].
    pub revision: i32,
    /// As in [`Known`].
    pub as_known_at: Moment,
    /// The sums over the day's duties; of a live day, those whose window is over.
    pub duties: DutyTotals,
    /// Slots of the posts required.
    pub slots: i64,
    /// Those filled by start − lead.
    pub slots_on_time: i64,
    /// 人次.
    pub person_stays: i64,
}

/// The days of a school from `from` to `to`, both included, a row for each; days to come are left out.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field` for a range that is too long or runs backwards.
pub fn range(app: &App, actor: &Actor, school: OrganizationId, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayRow>> {
    let school = school_of(app, actor, school)?;
    let now = app.clock.now();
    let today = now.date_in(school_day::zone_of(&school.timezone)?);
    check_range(from, to)?;
    let to = to.min(today);
    if needs_settling(app, &school, from, to)? {
        settle(app, &[school.id], from, to)?;
    }
    app.store.read(&actor.scope(Right::ReadCoverage), |read| {
        let seen = Seen::rows(std::slice::from_ref(&school));
        let stored = coverage::find(read, &seen, from, to)?;
        let mut rows: Vec<DayRow> = stored.iter().map(DayRow::stored).collect();
        let years = app.years(read)?;
        let live = from.iter_days().take_while(|date| *date <= to);
        for date in live.filter(|date| stored.iter().all(|day| day.date != *date)) {
            let facts = load_days(read, &years, &[school.id], date, date)?;
            rows.extend(facts.iter().map(|facts| DayRow::live(facts, now)));
        }
        rows.sort_by_key(|row| row.date);
        Ok::<_, Problem>(rows)
    })
}

/// Refuses ranges that run backwards or are too long.
pub(super) fn check_range(from: NaiveDate, to: NaiveDate) -> Result<()> {
    if to < from {
        return Err(Problem::invalid("to", "it is before `from` / 早于 from"));
    }
    if (to - from).num_days() > MOST_DAYS {
        return Err(Problem::invalid(
            "to",
            format!("{MOST_DAYS} days after `from` at most / 最多在 from 之后 {MOST_DAYS} 天"),
        ));
    }
    Ok(())
}

impl DayRow {
    fn stored(day: &coverage::StoredDay) -> Self {
        Self {
            date: day.date,
            kind: day.kind,
            state: State::Final,
            revision: day.revision,
            as_known_at: day.as_known_at,
            duties: day.duties(),
            slots: day.slots,
            slots_on_time: day.slots_on_time,
            person_stays: day.person_stays,
        }
    }

    fn live(facts: &DayFacts, now: Moment) -> Self {
        let totals = Computed::of(facts).totals_of_windows_over(now.seconds());
        Self {
            date: facts.day.date,
            kind: facts.day.plan.decision.kind,
            state: State::Live,
            revision: 0,
            as_known_at: now,
            duties: totals.duties,
            slots: totals.slots,
            slots_on_time: totals.slots_on_time,
            person_stays: totals.person_stays.values().sum(),
        }
    }
}

/// One revision of a day, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionView {
    /// Its number.
    pub revision: i32,
    /// When it was computed.
    pub as_known_at: Moment,
    /// Its figures.
    pub figures: DayFigures,
}

/// Every revision of a final day, oldest first; none while it is live.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn revisions(app: &App, actor: &Actor, school: OrganizationId, date: NaiveDate) -> Result<Vec<RevisionView>> {
    let school = school_of(app, actor, school)?;
    app.store.read(&actor.scope(Right::ReadCoverage), |read| {
        let seen = Seen::rows(&[organizations::find(read, school.id)?]);
        let rows = coverage::revisions(read, &seen, date)?;
        let view = |row: coverage::Revision| {
            Ok(RevisionView { revision: row.revision, as_known_at: row.as_known_at, figures: row.document.read()? })
        };
        rows.into_iter().map(view).collect()
    })
}
