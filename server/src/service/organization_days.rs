//! The calendar of a bureau or school as it lies over those above it, with what the organization itself entered.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::rules::span;
use super::school_day;
use super::{Actor, App};
use crate::domain::calendar::day::{DayEntry, Decision};
use crate::domain::id::OrganizationId;
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::store::calendar;

/// A date of an organization's calendar.
#[derive(Debug)]
pub struct OrganizationDay {
    /// The date.
    pub date: NaiveDate,
    /// What holds there: for a school one-off changes too.
    pub decision: Decision,
    /// What the organization itself entered for that date.
    pub own: Option<DayEntry>,
}

/// What the calendar says of an organization's dates from `from` to `to`, both included.
///
/// # Errors
/// `not_found`, also for a station, which has no calendar; `range_too_long`.
pub fn list(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<OrganizationDay>> {
    let organization = actor.require(app, Right::ReadSetUp, id)?;
    span(from, to)?;
    app.store.read::<_, Problem>(&actor.scope(Right::ReadSetUp), |read| {
        let years = app.years(read)?;
        let decided: Vec<(NaiveDate, Decision)> = match organization.kind {
            OrganizationKind::Station => return Err(Code::NotFound.into()),
            OrganizationKind::Bureau => school_day::bureau_days(read, &years, &organization.path, from, to)?,
            OrganizationKind::School => {
                let days = school_day::load_range(read, &years, &[id], from, to)?;
                days.into_iter().map(|day| (day.date, day.plan.decision)).collect()
            }
        };
        let entered = calendar::entries(read, &[id], from, to)?;
        let mut own: HashMap<NaiveDate, DayEntry> = entered.iter().map(|row| (row.date, row.entry())).collect();
        let day = |(date, decision)| OrganizationDay { date, decision, own: own.remove(&date) };
        Ok(decided.into_iter().map(day).collect())
    })
}
