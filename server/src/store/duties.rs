//! Duties, effective-dated like windows: what one window asks of one checkpoint.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::columns::JsonText;
use super::error::{Error, Result};
use super::generation;
use super::organizations::Seen;
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
