//! Shifts: planned for a person, answered by that person.

use chrono::NaiveDate;
use serde_json::json;

use super::rules::{note, school, span, today};
use super::school_day::{self, SchoolDay};
use super::{Actor, App};
use crate::domain::id::{DutyId, OrganizationId, PersonId, ShiftId};
use crate::domain::moment::Moment;
use crate::domain::rights::{Right, roles_over};
use crate::domain::scope::Scope;
use crate::domain::words::{Role, ShiftState};
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{self, Organization, Seen};
pub use crate::store::shifts::ShiftRow;
use crate::store::{Error, Read, Tx, memberships, shifts};

/// A shift to plan.
#[derive(Debug)]
pub struct NewShift {
    /// For which duty.
    pub duty_id: DutyId,
    /// On which date.
    pub date: NaiveDate,
    /// For whom.
    pub person_id: PersonId,
    /// In what capacity; none where the person holds only one that the duty lists.
    pub role: Option<Role>,
}

/// The shifts of a school from `from` to `to`, both included, whatever their state.
///
/// # Errors
/// `not_found`, `forbidden`, `range_too_long`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId, from: NaiveDate, to: NaiveDate) -> Result<Vec<ShiftRow>> {
    let school = school(app, actor, Right::ReadMembers, id)?;
    span(from, to)?;
    let seen = Seen::rows(&[school]);
    Ok(app.store.read(&actor.scope(Right::ReadMembers), |read| shifts::of_school(read, &seen, from, to))?)
}

/// The actor's own shifts at every school from `from` to `to`, both included, whatever their state.
///
/// # Errors
/// `range_too_long`.
pub fn own(app: &App, actor: &Actor, from: NaiveDate, to: NaiveDate) -> Result<Vec<ShiftRow>> {
    span(from, to)?;
    Ok(app.store.read(&Scope::Everything, |read| shifts::of_person(read, actor.person, from, to))?)
}

/// Plans shifts, all or none.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `no_such_duty_that_day`, `role_not_listed`, `duplicate`.
pub fn plan(app: &App, actor: &Actor, id: OrganizationId, new: &[NewShift]) -> Result<Vec<ShiftRow>> {
    let school = school(app, actor, Right::PlanShifts, id)?;
    let today = today(app, &school)?;
    let first = new.iter().map(|shift| shift.date).min().unwrap_or(today);
    let last = new.iter().map(|shift| shift.date).max().unwrap_or(today);
    if first < today {
        return Err(Code::DateInPast.into());
    }
    span(first, last)?;
    let rows = app.store.write::<_, Problem>(&actor.scope(Right::PlanShifts), |tx| {
        let years = app.years(tx)?;
        let days = school_day::load_range(tx, &years, &[school.id], first, last)?;
        let mut rows = Vec::new();
        for shift in new {
            let row = planned(app, tx, actor, &school, &days, shift)?;
            shifts::plan(tx, &row)?;
            changed(app, tx, actor, &school, "shift.plan", &row)?;
            rows.push(row);
        }
        Ok(rows)
    })?;
    app.bus.school_changed(school.id);
    Ok(rows)
}

/// Accepts or declines one's own shift. Declining asks for no reason.
///
/// # Errors
/// `not_found`, `date_in_past`, `shift_answered`.
pub fn answer(app: &App, actor: &Actor, id: ShiftId, accept: bool) -> Result<ShiftRow> {
    let (row, school) = with_school(app, id)?;
    if row.person_id != actor.person {
        return Err(Code::NotFound.into());
    }
    let (to, action) =
        if accept { (ShiftState::Accepted, "shift.accept") } else { (ShiftState::Declined, "shift.decline") };
    turned(app, actor, &school, &row, to, action)
}

/// Takes back a shift that somebody planned.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `shift_answered`.
pub fn cancel(app: &App, actor: &Actor, id: ShiftId) -> Result<ShiftRow> {
    let (row, organization) = with_school(app, id)?;
    school(app, actor, Right::PlanShifts, organization.id)?;
    turned(app, actor, &organization, &row, ShiftState::Cancelled, "shift.cancel")
}

/// A shift and its school. Who may touch it is for the caller to check.
pub(super) fn with_school(app: &App, id: ShiftId) -> Result<(ShiftRow, Organization)> {
    app.store.read(&Scope::Everything, |read| {
        let row = shifts::find(read, id)?;
        let school = organizations::find(read, row.school_id)?;
        Ok((row, school))
    })
}

fn turned(
    app: &App,
    actor: &Actor,
    school: &Organization,
    row: &ShiftRow,
    to: ShiftState,
    action: &'static str,
) -> Result<ShiftRow> {
    if row.date < today(app, school)? {
        return Err(Code::DateInPast.into());
    }
    let answered_at = (to != ShiftState::Cancelled).then(|| app.clock.now());
    let row = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        turn(tx, row, to, answered_at)?;
        let row = shifts::find(tx, row.id)?;
        changed(app, tx, actor, school, action, &row)?;
        Ok(row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

/// Only a shift that stands changes its state, and accepting comes after planning.
pub(super) fn turn(tx: &mut Tx, row: &ShiftRow, to: ShiftState, at: Option<Moment>) -> Result<()> {
    if !row.state.stands() || row.state == to {
        return Err(Code::ShiftAnswered.into());
    }
    shifts::turn(tx, row.id, row.state, to, at).map_err(|error| match error {
        Error::Stale => Code::ShiftAnswered.into(),
        other => other.into(),
    })
}

/// The shift of somebody who holds a role that the duty lists.
pub(super) fn planned(
    app: &App,
    read: &mut impl Read,
    actor: &Actor,
    school: &Organization,
    days: &[SchoolDay],
    new: &NewShift,
) -> Result<ShiftRow> {
    let day = days.iter().find(|day| day.date == new.date);
    let duty = day.and_then(|day| day.duties.iter().find(|duty| duty.id == new.duty_id));
    let duty = duty.ok_or(Code::NoSuchDutyThatDay)?;
    let grants = memberships::grants(read, new.person_id)?;
    let mut roles = roles_over(&grants, &school.path).filter(|role| duty.roles.contains(*role));
    let role = match new.role {
        Some(role) => roles.find(|held| *held == role),
        None => roles.next(),
    };
    Ok(ShiftRow {
        id: ShiftId::fresh(),
        school_id: school.id,
        duty_id: new.duty_id,
        date: new.date,
        person_id: new.person_id,
        role: role.ok_or(Code::RoleNotListed)?,
        state: ShiftState::Planned,
        stand_in_for: None,
        author_id: actor.person,
        created_at: app.clock.now(),
        answered_at: None,
    })
}

/// Writes the line of the audit log.
pub(super) fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    action: &'static str,
    row: &ShiftRow,
) -> Result<()> {
    let details = json!({
        "date": row.date, "duty_id": row.duty_id, "person_id": row.person_id, "role": row.role, "state": row.state,
        "stand_in_for": row.stand_in_for,
    });
    note(app, tx, actor, school, action, ("shift", row.id.to_string()), details)
}
