//! Duties, effective-dated like windows: what one window asks of one checkpoint.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::columns::JsonText;
use super::error::{Error, Result};
use super::generation;
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::duties;
use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::words::{Grade, Role};

/// A duty as it is from one date on.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = duties)]
pub struct DutyRow {
    /// The duty; the same through all its edits.
    pub id: DutyId,
    /// The first date this row holds.
    pub valid_from: NaiveDate,
    /// The first date it does not hold any more; none while it is open-ended.
    pub valid_to: Option<NaiveDate>,
    /// Whose duty.
    pub school_id: OrganizationId,
    /// When it is kept.
    pub window_id: WindowId,
    /// Where.
    pub checkpoint_id: CheckpointId,
    /// Its place in the order: an earlier duty is filled first.
    pub position: i32,
    /// Which roles may fill a slot: a JSON list of their words. [`roles_text`] makes one.
    pub roles: JsonText,
    /// How many slots.
    pub count: i32,
    /// The grade that a proof must reach.
    pub min_grade: Grade,
    /// Rises with each edit (ETag).
    pub version: i32,
    /// Who made this row; none for the server itself.
    pub author_id: Option<PersonId>,
    /// When.
    pub created_at: Moment,
}

impl DutyRow {
    /// The roles that may fill a slot.
    ///
    /// # Errors
    /// [`Error::Other`] if the column is not a list of roles, which is a defect.
    pub fn role_set(&self) -> Result<RoleSet> {
        Ok(self.roles.read::<Vec<Role>>()?.into_iter().collect())
    }

    /// How many slots.
    ///
    /// # Errors
    /// [`Error::Other`] if the column is negative, which is a defect.
    pub fn slots(&self) -> Result<u32> {
        u32::try_from(self.count).map_err(|_| Error::Other(format!("duty {} has a negative count", self.id)))
    }
}

/// How a set of roles stands in the table.
///
/// # Errors
/// None that can happen.
pub fn roles_text(roles: RoleSet) -> Result<JsonText> {
    JsonText::of(&roles.iter().collect::<Vec<_>>())
}

/// The rows of these schools that hold on some date from `from` to `to`, both included.
///
/// # Errors
/// Those of the database.
pub fn valid_between(read: &mut impl Read, schools: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<DutyRow>> {
    Ok(duties::table
        .filter(duties::school_id.eq_any(schools.ids()))
        .filter(duties::valid_from.le(to))
        .filter(duties::valid_to.is_null().or(duties::valid_to.gt(from)))
        .select(DutyRow::as_select())
        .load(read.db())?)
}

/// Adds a row.
///
/// # Errors
/// [`Error::Duplicate`] if the duty has a row from that date already; [`Error::Dangling`] for an unknown checkpoint.
pub fn insert(tx: &mut Tx, row: &DutyRow) -> Result<()> {
    diesel::insert_into(duties::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Every row of a duty, by date; the duty must be of a school in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn history(read: &mut impl Read, id: DutyId) -> Result<Vec<DutyRow>> {
    let rows: Vec<DutyRow> = duties::table
        .filter(duties::id.eq(id))
        .order(duties::valid_from)
        .select(DutyRow::as_select())
        .load(read.db())?;
    let school = rows.first().ok_or(Error::NotFound)?.school_id;
    organizations::find(read, school)?;
    Ok(rows)
}

/// The rows of a school that hold on a date or begin later, by date.
///
/// # Errors
/// Those of the database.
pub fn from_date(read: &mut impl Read, school: &Seen, date: NaiveDate) -> Result<Vec<DutyRow>> {
    Ok(duties::table
        .filter(duties::school_id.eq_any(school.ids()))
        .filter(duties::valid_to.is_null().or(duties::valid_to.gt(date)))
        .order((duties::valid_from, duties::id))
        .select(DutyRow::as_select())
        .load(read.db())?)
}

/// Takes a duty from `version` to the next, in all its rows: the first step of every edit.
///
/// # Errors
/// [`Error::Stale`] if it was edited since.
pub fn take(tx: &mut Tx, id: DutyId, version: i32) -> Result<()> {
    let target = duties::table.filter(duties::id.eq(id)).filter(duties::version.eq(version));
    let rows = diesel::update(target).set(duties::version.eq(version + 1)).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { generation::raise(tx) }
}

/// Ends a duty from a date on: the row that holds then ends there, rows that would begin later are dropped, and a row that
/// begins on that very date stays on record without ever holding.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &mut Tx, id: DutyId, date: NaiveDate) -> Result<()> {
    let later = duties::table.filter(duties::id.eq(id)).filter(duties::valid_from.gt(date));
    diesel::delete(later).execute(tx.db())?;
    let open = duties::valid_to.is_null().or(duties::valid_to.gt(date));
    let held = duties::table.filter(duties::id.eq(id)).filter(open);
    diesel::update(held).set(duties::valid_to.eq(date)).execute(tx.db())?;
    Ok(())
}

/// Writes a row in place of the one with the same first date, if there is one.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, row: &DutyRow) -> Result<()> {
    diesel::delete(duties::table.find((row.id, row.valid_from))).execute(tx.db())?;
    insert(tx, row)
}

/// Every duty row of a window that holds on a date or begins later.
///
/// # Errors
/// Those of the database.
pub fn of_window(read: &mut impl Read, window: WindowId, date: NaiveDate) -> Result<Vec<DutyRow>> {
    let open = duties::valid_to.is_null().or(duties::valid_to.gt(date));
    let query = duties::table.filter(duties::window_id.eq(window)).filter(open);
    Ok(query.select(DutyRow::as_select()).load(read.db())?)
}
