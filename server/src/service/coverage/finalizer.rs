//! The server's own round: days that became final are stored, days that changed since are computed again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use chrono::{Days, NaiveDate, TimeDelta};

use super::settle::settle;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::service::school_day::{self, SchoolDay};
use crate::store::coverage::{self, DayKey};
use crate::store::organizations::{self, Seen};
use crate::store::stale_days;

/// How far back a round looks for days that were missed while no server ran. Older ones are stored once somebody asks.
const LOOK_BACK_DAYS: u64 = 7;
/// How many changed days one round takes on.
const CHANGED_AT_ONCE: i64 = 500;
/// How many older days that somebody asked for one round takes on.
const ASKED_AT_ONCE: usize = 2000;

/// Days that are final, were asked for and were not stored; the next rounds store them.
#[derive(Default)]
pub struct Asked(Mutex<BTreeSet<(NaiveDate, OrganizationId)>>);

impl Asked {
    /// Adds days.
    pub(super) fn add(&self, days: impl IntoIterator<Item = DayKey>) {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.extend(days.into_iter().map(|(school, date)| (date, school)));
    }

    fn take(&self) -> Vec<DayKey> {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = std::iter::from_fn(|| asked.pop_first()).take(ASKED_AT_ONCE);
        taken.map(|(date, school)| (school, date)).collect()
    }
}

/// One round. Says how many revisions it made. Several servers may do it at the same time: each day is stored once.
///
/// # Errors
/// Those of the database.
pub fn round(app: &App) -> Result<usize> {
    let mut due = app.store.read(&Scope::Everything, |read| stale_days::some(read, CHANGED_AT_ONCE))?;
    due.extend(newly_final(app)?);
    due.extend(app.asked.take());
    let mut by_date: BTreeMap<NaiveDate, BTreeSet<OrganizationId>> = BTreeMap::new();
    for (school, date) in due {
        by_date.entry(date).or_default().insert(school);
    }
    let mut made = 0;
    for (date, schools) in by_date {
        made += settle(app, &schools.into_iter().collect::<Vec<_>>(), date, date)?;
    }
    Ok(made)
}

/// The days of the last week that are final and not stored.
fn newly_final(app: &App) -> Result<Vec<DayKey>> {
    let now = app.clock.now();
    // A zone's today is at most one day beside UTC's.
    let today = now.utc().date_naive();
    let (Some(from), Some(to)) =
        (today.checked_sub_days(Days::new(LOOK_BACK_DAYS)), today.checked_add_days(Days::new(1)))
    else {
        return Ok(Vec::new());
    };
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let schools: Vec<_> =
            organizations::schools(read)?.into_iter().filter(|school| school.archived_at.is_none()).collect();
        let seen = Seen::rows(&schools);
        let stored: BTreeSet<DayKey> = coverage::keys_between(read, &seen, from, to)?.into_iter().collect();
        let years = app.years(read)?;
        let mut due = Vec::new();
        for date in from.iter_days().take_while(|date| *date <= to) {
            let missing: Vec<_> = seen.ids().into_iter().filter(|school| !stored.contains(&(*school, date))).collect();
            let days = school_day::load_range(read, &years, &missing, date, date)?;
            due.extend(days.iter().filter(|day| is_final(day, now)).map(|day| (day.school, day.date)));
        }
        Ok(due)
    })
}

/// How long after the sync deadline a day is stored: what was received before the deadline may still be on its way into the
/// database, and only what is received after it marks the day as changed.
const SETTLING: TimeDelta = TimeDelta::minutes(1);

/// Whether the sync deadline of a day has passed, and all that was received before it is in the database.
pub(super) fn is_final(day: &SchoolDay, now: Moment) -> bool {
    day.rules.sync_deadline(day.date, day.zone).is_some_and(|deadline| deadline.plus(SETTLING) <= now)
}
