//! One-off changes of a school's day: other times, called off, stood down with a reason.

use chrono::NaiveDate;
use serde_json::json;

use super::rules::{keepable, note, refused, school, span, today};
use super::school_day::{self, SchoolDay};
use super::{Actor, App};
use crate::domain::calendar::change::{Change, ChangeError, ChangeParts, DayChange};
use crate::domain::id::{DayChangeId, OrganizationId};
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{Organization, Seen};
use crate::store::windows::minutes_of;
use crate::store::{Tx, day_changes, stale_days};
pub use crate::store::{day_changes::DayChangeRow, windows::time_of};

/// The changes of a school on the dates from `from` to `to`, both included; withdrawn ones too.
///
/// # Errors
/// `not_found`, `range_too_long`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayChangeRow>> {
    let school = school(app, actor, Right::ReadSetUp, id)?;
    span(from, to)?;
    let seen = Seen::rows(&[school]);
    Ok(app.store.read(&actor.scope(Right::ReadSetUp), |read| day_changes::list(read, &seen, from, to))?)
}

/// Records a change. Standing down may be recorded afterwards; moving and calling off change what is asked of people, so
/// they are for today and later.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `invalid_field`, `wrong_window`, `no_such_duty_that_day`.
pub fn record(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    date: NaiveDate,
    change: &Change,
    reason: String,
) -> Result<DayChangeRow> {
    keepable("date", date)?;
    let school = school(app, actor, Right::ChangeDay, id)?;
    let today = today(app, &school)?;
    let change = DayChange { id: DayChangeId::fresh(), date, change: change.clone(), reason, author: actor.person };
    checked(&change)?;
    if date < today && !stands_down(&change.change) {
        return Err(Code::DateInPast.into());
    }
    let row = row_of(app, &school, &change);
    app.store.write::<_, Problem>(&actor.scope(Right::ChangeDay), |tx| {
        let years = app.years(tx)?;
        concerns(&change.change, &school_day::load(tx, &years, school.id, date)?)?;
        day_changes::insert(tx, &row)?;
        changed(app, tx, actor, &school, "day_change.record", &row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

/// Takes a change back. It stays on record.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `already_withdrawn`.
pub fn withdraw(app: &App, actor: &Actor, id: DayChangeId) -> Result<DayChangeRow> {
    let scope = actor.scope(Right::ReadSetUp);
    let row = app.store.read::<_, Problem>(&scope, |read| Ok(day_changes::find(read, id)?))?;
    let school = school(app, actor, Right::ChangeDay, row.school_id)?;
    if row.date < today(app, &school)? && !stands_down(&row.change()?.change) {
        return Err(Code::DateInPast.into());
    }
    if row.withdrawn_at.is_some() {
        return Err(Code::AlreadyWithdrawn.into());
    }
    let row = app.store.write::<_, Problem>(&actor.scope(Right::ChangeDay), |tx| {
        day_changes::withdraw(tx, id, actor.person, app.clock.now())?;
        let row = day_changes::find(tx, id)?;
        changed(app, tx, actor, &school, "day_change.withdraw", &row)?;
        Ok(row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

const fn stands_down(change: &Change) -> bool {
    matches!(change, Change::DayStoodDown {} | Change::WindowStoodDown { .. } | Change::DutyStoodDown { .. })
}

fn checked(change: &DayChange) -> Result<()> {
    change.validate().map_err(|error| {
        let field = if error == ChangeError::Reason { "reason" } else { "ends" };
        refused(field, error.code(), &error.sentence())
    })
}

/// The window or duty that the change names is one of that day.
fn concerns(change: &Change, day: &SchoolDay) -> Result<()> {
    let parts = ChangeParts::from(change);
    if let Some(window) = parts.window_id
        && day.window(window).is_none()
        && !day.plan.cancelled.contains_key(&window)
    {
        return Err(Code::WrongWindow.into());
    }
    match parts.duty_id {
        Some(duty) if !day.duties.iter().any(|planned| planned.id == duty) => Err(Code::NoSuchDutyThatDay.into()),
        _ => Ok(()),
    }
}

fn row_of(app: &App, school: &Organization, change: &DayChange) -> DayChangeRow {
    let parts = ChangeParts::from(&change.change);
    DayChangeRow {
        id: change.id,
        school_id: school.id,
        date: change.date,
        kind: parts.kind,
        window_id: parts.window_id,
        duty_id: parts.duty_id,
        starts: parts.times.map(|(starts, _)| minutes_of(starts)),
        ends: parts.times.map(|(_, ends)| minutes_of(ends)),
        reason: change.reason.trim().to_owned(),
        author_id: change.author,
        created_at: app.clock.now(),
        withdrawn_by: None,
        withdrawn_at: None,
    }
}

fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    action: &'static str,
    row: &DayChangeRow,
) -> Result<()> {
    stale_days::mark(tx, school.id, row.date)?;
    let details = json!({
        "date": row.date, "kind": row.kind, "window_id": row.window_id, "duty_id": row.duty_id, "starts": row.starts,
        "ends": row.ends, "reason": row.reason,
    });
    note(app, tx, actor, school, action, ("day_change", row.id.to_string()), details)
}
