//! Declared stand-ins: a shift changes hands in one step.

use serde_json::json;

use super::audit::{self, Event, Outcome};
use super::rules::{school, today};
use super::school_day;
use super::shifts::{NewShift, changed, planned, turn, with_school};
use super::{Actor, App};
use crate::domain::id::{PersonId, ShiftId};
use crate::domain::phone::Phone;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::{Role, ShiftState};
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::Organization;
use crate::store::shifts::{self, ShiftRow};
use crate::store::{Tx, persons};

/// Who stands in.
#[derive(Debug)]
pub enum StandIn {
    /// By id.
    Person(PersonId),
    /// Whoever has this number.
    Phone(Phone),
}

/// Hands a shift to a declared stand-in, who is then asked to accept a shift of their own: both happen or neither. The
/// person whose shift it is may do it, or a planner.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `shift_answered`, `role_not_listed`, `no_such_duty_that_day`, `duplicate`,
/// `invalid_field`. By phone number: [`Code::TooManyRequests`]; and [`Code::NoSuchStandIn`], the same for a number that nobody
/// has, for somebody who is no member of that school, and for a member without such a role.
pub fn declare(app: &App, actor: &Actor, id: ShiftId, who: &StandIn, role: Option<Role>) -> Result<ShiftRow> {
    let (row, school) = with_school(app, id)?;
    if row.person_id != actor.person {
        self::school(app, actor, Right::PlanShifts, school.id)?;
    }
    if row.date < today(app, &school)? {
        return Err(Code::DateInPast.into());
    }
    if let StandIn::Phone(_) = who {
        app.limits.address(&actor.origin.address)?;
        app.limits.account(&format!("stand-in:{}", actor.person))?;
    }
    let made =
        app.store.write::<_, Problem>(&Scope::Everything, |tx| hand_over(app, tx, actor, &school, &row, who, role));
    match (made, who) {
        (Ok(made), _) => {
            app.bus.school_changed(school.id);
            Ok(made)
        }
        (Err(problem), StandIn::Phone(phone)) if problem.code == Code::NoSuchStandIn => {
            guessed(app, actor, &school, &row, phone)?;
            Err(problem)
        }
        (Err(problem), _) => Err(problem),
    }
}

fn hand_over(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    row: &ShiftRow,
    who: &StandIn,
    role: Option<Role>,
) -> Result<ShiftRow> {
    turn(tx, row, ShiftState::HandedOver, None)?;
    let (person_id, unfit) = match who {
        StandIn::Person(person) => (*person, Code::RoleNotListed),
        StandIn::Phone(phone) => {
            let person = persons::by_phone(tx, phone.as_str())?.ok_or(Code::NoSuchStandIn)?;
            (person.id, Code::NoSuchStandIn)
        }
    };
    if person_id == row.person_id {
        let field = if matches!(who, StandIn::Phone(_)) { "phone" } else { "person_id" };
        return Err(Problem::invalid(field, "the shift is theirs already / 这个班次本来就是此人的"));
    }
    let years = app.years(tx)?;
    let day = school_day::load(tx, &years, school.id, row.date)?;
    let new = NewShift { duty_id: row.duty_id, date: row.date, person_id, role };
    let planned = planned(app, tx, actor, school, &[day], &new).map_err(|problem| match problem.code {
        Code::RoleNotListed => unfit.into(),
        _ => problem,
    })?;
    let made = ShiftRow { stand_in_for: Some(row.person_id), ..planned };
    shifts::plan(tx, &made)?;
    changed(app, tx, actor, school, "shift.stand_in", &made)?;
    Ok(made)
}

/// Writes down that somebody named a number that fits nobody; the number itself stays masked.
fn guessed(app: &App, actor: &Actor, school: &Organization, row: &ShiftRow, phone: &Phone) -> Result<()> {
    app.store.write(&Scope::Everything, |tx| {
        let subject = Some(("shift", row.id.to_string()));
        let details = json!({ "phone": phone.masked() });
        let event = Event { action: "shift.stand_in", organization: Some(&school.path), subject, details };
        audit::record(tx, Some(actor), Outcome::Failed, app.clock.now(), event)
    })
}
