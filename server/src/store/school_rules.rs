//! The settings of schools that figures depend on. Each row holds from its date on, so that past figures stand.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::error::{Error, Result};
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::school_rules;
use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::school_rules::SchoolRules;

/// The settings of a school from one date on.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = school_rules)]
pub struct SchoolRulesRow {
    /// The school.
    pub school_id: OrganizationId,
    /// The first date they hold.
    pub valid_from: NaiveDate,
    /// How long a proof is in force, minutes.
    pub hold_minutes: i32,
    /// How long a gap lasts before it is live, seconds.
    pub live_grace_seconds: i32,
    /// When the day's windows are final, minutes after local midnight.
    pub sync_deadline_minute: i32,
    /// Who set them; none for the server itself.
    pub author_id: Option<PersonId>,
    /// When.
    pub created_at: Moment,
}

impl SchoolRulesRow {
    /// The settings as the rules take them.
    ///
    /// # Errors
    /// [`Error::Other`] if a number is negative, which is a defect.
    pub fn rules(&self) -> Result<SchoolRules> {
        let number = |value: i32| {
            u32::try_from(value).map_err(|_| Error::Other(format!("school {} has a negative setting", self.school_id)))
        };
        Ok(SchoolRules {
            hold_minutes: number(self.hold_minutes)?,
            live_grace_seconds: number(self.live_grace_seconds)?,
            sync_deadline_minute: number(self.sync_deadline_minute)?,
        })
    }
}

/// Every row of these schools up to the date `to`, by date.
///
/// # Errors
/// Those of the database.
pub fn until(read: &mut impl Read, schools: &Seen, to: NaiveDate) -> Result<Vec<SchoolRulesRow>> {
    Ok(school_rules::table
        .filter(school_rules::school_id.eq_any(schools.ids()))
        .filter(school_rules::valid_from.le(to))
        .order(school_rules::valid_from)
        .select(SchoolRulesRow::as_select())
        .load(read.db())?)
}

/// Every row of one school, by date. Whether it may be seen was asked when the school was found.
///
/// # Errors
/// Those of the database.
pub fn of_school(read: &mut impl Read, school: OrganizationId) -> Result<Vec<SchoolRulesRow>> {
    Ok(school_rules::table
        .filter(school_rules::school_id.eq(school))
        .order(school_rules::valid_from)
        .select(SchoolRulesRow::as_select())
        .load(read.db())?)
}

/// Keeps the settings from a date on, in place of those that began on the same date.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, row: &SchoolRulesRow) -> Result<()> {
    diesel::delete(school_rules::table.find((row.school_id, row.valid_from))).execute(tx.db())?;
    diesel::insert_into(school_rules::table).values(row).execute(tx.db())?;
    super::generation::raise(tx)
}
