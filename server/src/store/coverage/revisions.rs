//! Every revision of a final day: what was known, and when.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::store::organizations::Seen;
use crate::store::schema::{coverage_days, coverage_revisions};
use crate::store::{JsonText, Read, Result, Tx};

/// One revision.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = coverage_revisions)]
pub struct Revision {
    /// The school.
    pub school_id: OrganizationId,
    /// The date.
    pub date: NaiveDate,
    /// 1 for the first.
    pub revision: i32,
    /// When it was computed.
    pub as_known_at: Moment,
    /// The figures.
    pub document: JsonText,
}

/// The newest revision of a school's day, if it is stored.
///
/// # Errors
/// Those of the database.
pub fn newest(read: &mut impl Read, seen: &Seen, date: NaiveDate) -> Result<Option<Revision>> {
    Ok(coverage_revisions::table
        .filter(coverage_revisions::school_id.eq_any(seen.ids()))
        .filter(coverage_revisions::date.eq(date))
        .order(coverage_revisions::revision.desc())
        .select(Revision::as_select())
        .first(read.db())
        .optional()?)
}

/// The newest revision of each stored day from `from` to `to`, both included, by date.
///
/// # Errors
/// Those of the database.
pub fn newest_between(read: &mut impl Read, seen: &Seen, from: NaiveDate, to: NaiveDate) -> Result<Vec<Revision>> {
    // The row of a day says which revision is its newest.
    Ok(coverage_revisions::table
        .inner_join(
            coverage_days::table.on(coverage_days::school_id
                .eq(coverage_revisions::school_id)
                .and(coverage_days::date.eq(coverage_revisions::date))
                .and(coverage_days::revision.eq(coverage_revisions::revision))),
        )
        .filter(coverage_revisions::school_id.eq_any(seen.ids()))
        .filter(coverage_revisions::date.between(from, to))
        .order(coverage_revisions::date)
        .select(Revision::as_select())
        .load(read.db())?)
}

/// All revisions of a day, oldest first.
///
/// # Errors
/// Those of the database.
pub fn revisions(read: &mut impl Read, seen: &Seen, date: NaiveDate) -> Result<Vec<Revision>> {
    Ok(coverage_revisions::table
        .filter(coverage_revisions::school_id.eq_any(seen.ids()))
        .filter(coverage_revisions::date.eq(date))
        .order(coverage_revisions::revision)
        .select(Revision::as_select())
        .load(read.db())?)
}

/// Adds one.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one with its number.
pub fn add_revision(tx: &mut Tx, revision: &Revision) -> Result<()> {
    diesel::insert_into(coverage_revisions::table).values(revision).execute(tx.db())?;
    Ok(())
}
