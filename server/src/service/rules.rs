//! What every change of a school's rules has in common.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::audit::{self, Event};
use super::school_day::zone_of;
use super::{Actor, App};
use crate::domain::calendar::effective::EditError;
use crate::domain::id::OrganizationId;
use crate::domain::lang::Sentence;
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::store::Tx;
use crate::store::organizations::Organization;

/// The longest span of dates that one request may ask about, days.
const LONGEST_SPAN: i64 = 400;

/// A school over which the actor has the right.
pub(super) fn school(app: &App, actor: &Actor, right: Right, id: OrganizationId) -> Result<Organization> {
    let found = actor.require(app, right, id)?;
    if found.kind == OrganizationKind::School { Ok(found) } else { Err(Code::NotFound.into()) }
}

/// Today by an organization's clock.
pub(super) fn today(app: &App, organization: &Organization) -> Result<NaiveDate> {
    Ok(app.clock.now().date_in(zone_of(&organization.timezone)?))
}

/// The years that both databases and the calendar can hold.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9998;

/// Checks that a date can be kept.
pub(super) fn keepable(field: &str, date: impl Into<Option<NaiveDate>>) -> Result<()> {
    match date.into() {
        Some(date) if !YEARS.contains(&date.year()) => {
            Err(Problem::invalid(field, "a year from 1970 to 9998 / 年份为 1970 至 9998"))
        }
        _ => Ok(()),
    }
}

/// Checks a span of dates.
pub(super) fn span(from: NaiveDate, to: NaiveDate) -> Result<()> {
    keepable("from", from)?;
    keepable("to", to)?;
    if (0..LONGEST_SPAN).contains(&(to - from).num_days()) { Ok(()) } else { Err(Code::RangeTooLong.into()) }
}

/// A refusal by a rule of the domain, with its code and its sentence in both languages.
pub(super) fn refused(field: &str, code: &str, sentence: &Sentence) -> Problem {
    Problem::invalid(field, format!("{code}: {} / {code}: {}", sentence.en, sentence.zh))
}

/// The line of the audit log for something that was done to a record of an organization.
pub(super) fn note(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    organization: &Organization,
    action: &'static str,
    subject: (&'static str, String),
    details: Value,
) -> Result<()> {
    let event = Event { action, organization: Some(&organization.path), subject: Some(subject), details };
    audit::done(tx, actor, app.clock.now(), event)
}

impl From<EditError> for Problem {
    fn from(error: EditError) -> Self {
        Self::new(match error {
            EditError::Past => Code::DateInPast,
            EditError::Ended => Code::RuleEnded,
        })
    }
}
