//! One-off changes of a school's day. They are withdrawn, never deleted.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::error::{Error, Result};
use super::generation;
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::day_changes;
use super::windows::time_of;
use crate::domain::calendar::change::{ChangeKind, ChangeParts, DayChange};
use crate::domain::id::{DayChangeId, DutyId, OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;

/// A change on record.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = day_changes)]
pub struct DayChangeRow {
    /// The change.
    pub id: DayChangeId,
    /// Whose day.
    pub school_id: OrganizationId,
    /// Which day.
    pub date: NaiveDate,
    /// What it does.
    pub kind: ChangeKind,
    /// Its window, if its kind has one.
    pub window_id: Option<WindowId>,
    /// Its duty, if its kind has one.
    pub duty_id: Option<DutyId>,
    /// The new local start, minutes after midnight.
    pub starts: Option<i32>,
    /// The new local end.
    pub ends: Option<i32>,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub author_id: PersonId,
    /// When it was recorded.
    pub created_at: Moment,
    /// Who took it back.
    pub withdrawn_by: Option<PersonId>,
    /// When it was taken back; none while it counts.
    pub withdrawn_at: Option<Moment>,
}

impl DayChangeRow {
    /// The change as the calendar takes it.
    ///
    /// # Errors
    /// [`Error::Other`] if a part that its kind needs is missing, which is a defect.
    pub fn change(&self) -> Result<DayChange> {
        let times = self.starts.zip(self.ends).and_then(|(starts, ends)| time_of(starts).zip(time_of(ends)));
        let parts = ChangeParts { kind: self.kind, window_id: self.window_id, duty_id: self.duty_id, times };
        let change = parts.join().ok_or_else(|| Error::Other(format!("day change {} lacks a part", self.id)))?;
        Ok(DayChange { id: self.id, date: self.date, change, reason: self.reason.clone(), author: self.author_id })
    }
}

/// The changes of these schools that count on the dates from `from` to `to`, both included; the earlier recorded first.
///
/// # Errors
/// Those of the database.
pub fn in_force_between(
    read: &mut impl Read,
    schools: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<DayChangeRow>> {
    Ok(day_changes::table
        .filter(day_changes::school_id.eq_any(schools.ids()))
        .filter(day_changes::date.between(from, to))
        .filter(day_changes::withdrawn_at.is_null())
        .order((day_changes::created_at, day_changes::id))
        .select(DayChangeRow::as_select())
        .load(read.db())?)
}

/// A change of a school in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(read: &mut impl Read, id: DayChangeId) -> Result<DayChangeRow> {
    let row: DayChangeRow = day_changes::table.find(id).select(DayChangeRow::as_select()).first(read.db())?;
    organizations::find(read, row.school_id)?;
    Ok(row)
}

/// Every change of a school on the dates from `from` to `to`, both included, withdrawn ones too; by date.
///
/// # Errors
/// Those of the database.
pub fn list(read: &mut impl Read, school: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayChangeRow>> {
    Ok(day_changes::table
        .filter(day_changes::school_id.eq_any(school.ids()))
        .filter(day_changes::date.between(from, to))
        .order((day_changes::date, day_changes::created_at, day_changes::id))
        .select(DayChangeRow::as_select())
        .load(read.db())?)
}

/// Records a change.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, row: &DayChangeRow) -> Result<()> {
    diesel::insert_into(day_changes::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Takes a change back; it stays on record.
///
/// # Errors
/// [`Error::Stale`] if it was taken back already.
pub fn withdraw(tx: &mut Tx, id: DayChangeId, by: PersonId, at: Moment) -> Result<()> {
    let target = day_changes::table.filter(day_changes::id.eq(id)).filter(day_changes::withdrawn_at.is_null());
    let set = (day_changes::withdrawn_by.eq(by), day_changes::withdrawn_at.eq(at));
    let rows = diesel::update(target).set(set).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { generation::raise(tx) }
}
