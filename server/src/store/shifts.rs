//! Shifts: one person, one duty, one date.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::error::{Error, Result};
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::shifts;
use crate::domain::id::{DutyId, OrganizationId, PersonId, ShiftId};
use crate::domain::moment::Moment;
use crate::domain::words::{Role, ShiftState};

/// The states of shifts whose person may be expected.
const STANDING: [ShiftState; 2] = [ShiftState::Planned, ShiftState::Accepted];

/// A shift.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = shifts)]
pub struct ShiftRow {
    /// The shift.
    pub id: ShiftId,
    /// Where.
    pub school_id: OrganizationId,
    /// For which duty.
    pub duty_id: DutyId,
    /// When, by the school's clock.
    pub date: NaiveDate,
    /// Who.
    pub person_id: PersonId,
    /// In what capacity.
    pub role: Role,
    /// Planned, accepted, declined …
    pub state: ShiftState,
    /// Whose place the person takes, for a declared stand-in.
    pub stand_in_for: Option<PersonId>,
    /// Who planned it.
    pub author_id: PersonId,
    /// When it was planned.
    pub created_at: Moment,
    /// When the person answered.
    pub answered_at: Option<Moment>,
}

/// The shifts of a person at a school on a date that are planned or accepted. The scope must reach the school.
///
/// # Errors
/// Those of the database.
pub fn of_person_on(
    read: &mut impl Read,
    person: PersonId,
    school: OrganizationId,
    date: NaiveDate,
) -> Result<Vec<ShiftRow>> {
    organizations::find(read, school)?;
    Ok(shifts::table
        .filter(shifts::person_id.eq(person))
        .filter(shifts::date.eq(date))
        .filter(shifts::school_id.eq(school))
        .filter(shifts::state.eq_any(STANDING))
        .order(shifts::id)
        .select(ShiftRow::as_select())
        .load(read.db())?)
}

/// The shifts of a school on a date that are planned or accepted. The scope must reach the school.
///
/// # Errors
/// Those of the database.
pub fn of_school_on(read: &mut impl Read, school: OrganizationId, date: NaiveDate) -> Result<Vec<ShiftRow>> {
    let school = Seen::rows(&[organizations::find(read, school)?]);
    let rows = of_school(read, &school, date, date)?;
    Ok(rows.into_iter().filter(|row| row.state.stands()).collect())
}

/// Every shift of a school on the dates from `from` to `to`, both included, whatever its state; by date.
///
/// # Errors
/// Those of the database.
pub fn of_school(read: &mut impl Read, school: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<ShiftRow>> {
    Ok(shifts::table
        .filter(shifts::school_id.eq_any(school.ids()))
        .filter(shifts::date.between(from, to))
        .order((shifts::date, shifts::id))
        .select(ShiftRow::as_select())
        .load(read.db())?)
}

/// Those of the schools that planned any shift on the dates from `from` to `to`, both included, whatever became of it.
///
/// # Errors
/// Those of the database.
pub fn planners(read: &mut impl Read, schools: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<OrganizationId>> {
    Ok(shifts::table
        .filter(shifts::school_id.eq_any(schools.ids()))
        .filter(shifts::date.between(from, to))
        .select(shifts::school_id)
        .distinct()
        .load(read.db())?)
}

/// A person's own shifts at every school from `from` to `to`, both included, whatever their state; by date. They are the
/// person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId, from: NaiveDate, to: NaiveDate) -> Result<Vec<ShiftRow>> {
    Ok(shifts::table
        .filter(shifts::person_id.eq(person))
        .filter(shifts::date.between(from, to))
        .order((shifts::date, shifts::id))
        .select(ShiftRow::as_select())
        .load(read.db())?)
}

/// A shift of a school in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(read: &mut impl Read, id: ShiftId) -> Result<ShiftRow> {
    let row: ShiftRow = shifts::table.find(id).select(ShiftRow::as_select()).first(read.db())?;
    organizations::find(read, row.school_id)?;
    Ok(row)
}

/// Plans a shift. One for the same person, duty and date that does not stand any more is planned anew.
///
/// # Errors
/// [`Error::Duplicate`] if the person has that shift already.
pub fn plan(tx: &mut Tx, row: &ShiftRow) -> Result<()> {
    let over = shifts::table
        .filter(shifts::duty_id.eq(row.duty_id))
        .filter(shifts::date.eq(row.date))
        .filter(shifts::person_id.eq(row.person_id))
        .filter(shifts::state.ne_all(STANDING));
    diesel::delete(over).execute(tx.db())?;
    diesel::insert_into(shifts::table).values(row).execute(tx.db())?;
    Ok(())
}

/// Takes a shift that stands in the state `from` to another.
///
/// # Errors
/// [`Error::Stale`] if it is in another state by now.
pub fn turn(tx: &mut Tx, id: ShiftId, from: ShiftState, to: ShiftState, answered_at: Option<Moment>) -> Result<()> {
    let target = shifts::table.filter(shifts::id.eq(id)).filter(shifts::state.eq(from));
    let rows =
        diesel::update(target).set((shifts::state.eq(to), shifts::answered_at.eq(answered_at))).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { Ok(()) }
}

/// Every shift of a person, by date. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn all_of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<ShiftRow>> {
    let own = shifts::table.filter(shifts::person_id.eq(person)).order((shifts::date, shifts::id));
    Ok(own.select(ShiftRow::as_select()).load(read.db())?)
}
