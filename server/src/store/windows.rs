//! Windows, effective-dated: an edit ends one row and begins another, so that past figures stand.

use chrono::{NaiveDate, NaiveTime, Timelike};
use diesel::prelude::*;

use super::error::{Error, Result};
use super::generation;
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::windows;
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::calendar::window::WindowRule;
use crate::domain::id::{OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::words::WindowKind;

/// A window as it is from one date on.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = windows)]
pub struct WindowRow {
    /// The window; the same through all its edits.
    pub id: WindowId,
    /// The first date this row holds.
    pub valid_from: NaiveDate,
    /// The first date it does not hold any more; none while it is open-ended.
    pub valid_to: Option<NaiveDate>,
    /// Whose window.
    pub school_id: OrganizationId,
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// What people call it, such as 低年级放学.
    pub name: String,
    /// The set of weekdays as bits, Monday is 1.
    pub weekdays: i32,
    /// Whether it is kept on make-up days for which nobody named a weekday.
    pub on_make_up_days: bool,
    /// Local start, minutes after midnight.
    pub starts: i32,
    /// Local end, exclusive, minutes after midnight.
    pub ends: i32,
    /// How long before the start people should be on post, minutes.
    pub lead_minutes: i32,
    /// Rises with each edit (ETag).
    pub version: i32,
    /// Who made this row; none for the server itself.
    pub author_id: Option<PersonId>,
    /// When.
    pub created_at: Moment,
}

impl WindowRow {
    /// The weekly rule as the calendar takes it.
    ///
    /// # Errors
    /// [`Error::Other`] if a number in the row is out of its bounds, which is a defect.
    pub fn rule(&self) -> Result<WindowRule> {
        let rule = || {
            Some(WindowRule {
                id: self.id,
                kind: self.kind,
                weekdays: Weekdays::from_bits(u8::try_from(self.weekdays).ok()?)?,
                starts: time_of(self.starts)?,
                ends: time_of(self.ends)?,
                lead_minutes: u16::try_from(self.lead_minutes).ok()?,
                valid_from: self.valid_from,
                valid_to: self.valid_to,
                on_make_up_days: self.on_make_up_days,
            })
        };
        rule().ok_or_else(|| Error::Other(format!("window {} has a number out of bounds", self.id)))
    }
}

/// The local time so many minutes after midnight.
#[must_use]
pub fn time_of(minutes: i32) -> Option<NaiveTime> {
    NaiveTime::from_num_seconds_from_midnight_opt(u32::try_from(minutes).ok()?.checked_mul(60)?, 0)
}

/// How many minutes after midnight a local time is; seconds are dropped.
#[must_use]
pub fn minutes_of(time: NaiveTime) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).unwrap_or_default()
}

/// The rows of these schools that hold on some date from `from` to `to`, both included.
///
/// # Errors
/// Those of the database.
pub fn valid_between(read: &mut impl Read, schools: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<WindowRow>> {
    Ok(windows::table
        .filter(windows::school_id.eq_any(schools.ids()))
        .filter(windows::valid_from.le(to))
        .filter(windows::valid_to.is_null().or(windows::valid_to.gt(from)))
        .select(WindowRow::as_select())
        .load(read.db())?)
}

/// Adds a row.
///
/// # Errors
/// [`Error::Duplicate`] if the window has a row from that date already.
pub fn insert(tx: &mut Tx, row: &WindowRow) -> Result<()> {
    diesel::insert_into(windows::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Every row of a window, by date; the window must be of a school in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn history(read: &mut impl Read, id: WindowId) -> Result<Vec<WindowRow>> {
    let rows: Vec<WindowRow> = windows::table
        .filter(windows::id.eq(id))
        .order(windows::valid_from)
        .select(WindowRow::as_select())
        .load(read.db())?;
    let school = rows.first().ok_or(Error::NotFound)?.school_id;
    organizations::find(read, school)?;
    Ok(rows)
}

/// The rows of a school that hold on a date or begin later, by date.
///
/// # Errors
/// Those of the database.
pub fn from_date(read: &mut impl Read, school: &Seen, date: NaiveDate) -> Result<Vec<WindowRow>> {
    Ok(windows::table
        .filter(windows::school_id.eq_any(school.ids()))
        .filter(windows::valid_to.is_null().or(windows::valid_to.gt(date)))
        .order((windows::valid_from, windows::id))
        .select(WindowRow::as_select())
        .load(read.db())?)
}

/// Takes a window from `version` to the next, in all its rows: the first step of every edit.
///
/// # Errors
/// [`Error::Stale`] if it was edited since.
pub fn take(tx: &mut Tx, id: WindowId, version: i32) -> Result<()> {
    let target = windows::table.filter(windows::id.eq(id)).filter(windows::version.eq(version));
    let rows = diesel::update(target).set(windows::version.eq(version + 1)).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { generation::raise(tx) }
}

/// Ends a window from a date on: the row that holds then ends there, rows that would begin later are dropped, and a row that
/// begins on that very date stays on record without ever holding.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &mut Tx, id: WindowId, date: NaiveDate) -> Result<()> {
    let later = windows::table.filter(windows::id.eq(id)).filter(windows::valid_from.gt(date));
    diesel::delete(later).execute(tx.db())?;
    let open = windows::valid_to.is_null().or(windows::valid_to.gt(date));
    let held = windows::table.filter(windows::id.eq(id)).filter(open);
    diesel::update(held).set(windows::valid_to.eq(date)).execute(tx.db())?;
    Ok(())
}

/// Writes a row in place of the one with the same first date, if there is one.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, row: &WindowRow) -> Result<()> {
    diesel::delete(windows::table.find((row.id, row.valid_from))).execute(tx.db())?;
    insert(tx, row)
}
