//! Storing days that are final, and computing them again when something about them changed.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::facts::{DayFacts, load_days};
use super::figures::{Computed, DayFigures, roles_text};
use super::finalizer::is_final;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::text_enum::text_enum;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::store::coverage::{self, DayKey, Revision, StoredDay, StoredRoles, StoredStays};
use crate::store::organizations::{self, Seen};
use crate::store::{JsonText, Tx, stale_days};

text_enum! {
    /// Whether phones may still be uploading.
    pub enum State {
        /// The sync deadline has not passed.
        Live = "live",
        /// It has; what changes now makes a new revision.
        Final = "final",
    }
}

/// A day's figures and how settled they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The figures.
    pub figures: DayFigures,
    /// Live or final.
    pub state: State,
    /// 0 while live, 1 for the first final figures, one more each time that they changed.
    pub revision: i32,
    /// The moment up to which everything received is in the figures.
    pub as_known_at: Moment,
}

/// How many schools are settled in one transaction: while it lasts, nobody else can mark a day.
const SCHOOLS_AT_ONCE: usize = 50;

/// Stores those days of the schools from `from` to `to`, both included, that are final and not stored, and computes those
/// again about which something changed. Says how many revisions that made. Calling it again does nothing.
///
/// # Errors
/// Those of the database.
pub fn settle(app: &App, schools: &[OrganizationId], from: NaiveDate, to: NaiveDate) -> Result<usize> {
    let mut made = 0;
    for chunk in schools.chunks(SCHOOLS_AT_ONCE) {
        made += app.store.write::<_, Problem>(&Scope::Everything, |tx| settle_chunk(app, tx, chunk, from, to))?;
    }
    Ok(made)
}

fn settle_chunk(app: &App, tx: &mut Tx, schools: &[OrganizationId], from: NaiveDate, to: NaiveDate) -> Result<usize> {
    stale_days::lock(tx)?;
    let years = app.years(tx)?;
    let seen = Seen::rows(&organizations::find_all(tx, schools)?);
    let stored: HashMap<DayKey, i32> =
        coverage::find(tx, &seen, from, to)?.into_iter().map(|day| ((day.school_id, day.date), day.revision)).collect();
    let stale: HashSet<DayKey> = stale_days::between(tx, &seen, from, to)?.into_iter().collect();
    let now = app.clock.now();
    let mut made = 0;
    for facts in load_days(tx, &years, schools, from, to)? {
        let key = (facts.day.school, facts.day.date);
        let due = match stored.get(&key) {
            Some(_) => stale.contains(&key),
            None => is_final(&facts.day, now),
        };
        if due {
            made += usize::from(store_day(tx, &facts, stored.get(&key).copied(), now)?);
        }
    }
    Ok(made)
}

/// Computes a day and stores it unless it came to the same as before.
fn store_day(tx: &mut Tx, facts: &DayFacts, before: Option<i32>, now: Moment) -> Result<bool> {
    let (school_id, date) = (facts.day.school, facts.day.date);
    let computed = Computed::of(facts);
    let document = JsonText::of(&computed.figures(facts))?;
    stale_days::clear(tx, school_id, date)?;
    if before.is_some() {
        let seen = Seen::rows(&organizations::find_all(tx, &[school_id])?);
        if coverage::newest(tx, &seen, date)?.is_some_and(|newest| newest.document == document) {
            return Ok(false);
        }
    }
    let revision = before.unwrap_or(0) + 1;
    coverage::add_revision(tx, &Revision { school_id, date, revision, as_known_at: now, document })?;
    let totals = &computed.totals;
    let day = StoredDay::new(
        school_id,
        date,
        revision,
        now,
        facts.day.plan.decision.kind,
        totals.school_days,
        totals.school_days_set_up,
        totals.school_days_unknown,
        totals.slots,
        totals.slots_on_time,
        totals.person_stays.values().sum(),
        &totals.duties,
    );
    let roles = totals.by_roles.iter().map(|(roles, sums)| StoredRoles::new(school_id, date, roles_text(*roles), sums));
    let stays =
        totals.person_stays.iter().map(|(&role, &person_stays)| StoredStays { school_id, date, role, person_stays });
    coverage::replace(tx, &day, &roles.collect::<Vec<_>>(), &stays.collect::<Vec<_>>())?;
    Ok(true)
}
