//! Final days about which something changed since their figures were stored: they are to be computed again.
//!
//! Whatever changes a day (evidence, an amendment, a correction, rules, the calendar, a one-off change) marks it in the same
//! transaction. A mark is written only for a day that is stored, so it costs the busy hours one look-up and no write; a day
//! that is not stored yet needs none, because it will be computed from everything when it is stored.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::dialect;
use super::error::Result;
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::stale_days;
use crate::domain::id::OrganizationId;
use crate::domain::scope::Path;

/// Marks a school's day.
///
/// # Errors
/// Those of the database.
pub fn mark(tx: &mut Tx, school: OrganizationId, date: NaiveDate) -> Result<()> {
    mark_many(tx, &[(school, date)])
}

/// Marks many days with one statement. May mark more than was asked (each school with each date); that costs a computation
/// which finds nothing changed.
///
/// # Errors
/// Those of the database.
pub fn mark_many(tx: &mut Tx, days: &[(OrganizationId, NaiveDate)]) -> Result<()> {
    let (mut schools, mut dates): (Vec<_>, Vec<_>) = days.iter().copied().unzip();
    schools.sort_unstable();
    schools.dedup();
    dates.sort_unstable();
    dates.dedup();
    dialect::mark_stored_days(tx.db(), schools, dates)
}

/// Marks every stored day of the schools from a date on: for changes of rules and calendars that hold for many days.
///
/// # Errors
/// Those of the database.
pub fn mark_from(tx: &mut Tx, schools: Vec<OrganizationId>, from: NaiveDate) -> Result<()> {
    dialect::mark_stored_days_from(tx.db(), schools, from)
}

/// Marks every stored day of the schools below a path, from one date to another, both included: for what a bureau or a
/// notice says of dates.
///
/// # Errors
/// Those of the database.
pub fn mark_below(tx: &mut Tx, root: &Path, from: NaiveDate, to: NaiveDate) -> Result<()> {
    dialect::mark_stored_days_below(tx.db(), root, from, to)
}

/// Up to `limit` marked days.
///
/// # Errors
/// Those of the database.
pub fn some(read: &mut impl Read, limit: i64) -> Result<Vec<(OrganizationId, NaiveDate)>> {
    Ok(stale_days::table.order((stale_days::date, stale_days::school_id)).limit(limit).load(read.db())?)
}

/// Which days of the schools are marked, from `from` to `to`, both included.
///
/// # Errors
/// Those of the database.
pub fn between(
    read: &mut impl Read,
    seen: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(OrganizationId, NaiveDate)>> {
    let of_schools = stale_days::table.filter(stale_days::school_id.eq_any(seen.ids()));
    Ok(of_schools.filter(stale_days::date.between(from, to)).load(read.db())?)
}

/// Takes the mark of a day away, once it is computed again.
///
/// # Errors
/// Those of the database.
pub fn clear(tx: &mut Tx, school: OrganizationId, date: NaiveDate) -> Result<()> {
    diesel::delete(stale_days::table.find((school, date))).execute(tx.db())?;
    Ok(())
}

/// Waits for those who are marking, and keeps others from it until the transaction ends: what is read after this is all
/// there is, and whoever comes later finds the day stored and marks it. Call it before reading what a stored day is
/// computed from.
///
/// # Errors
/// Those of the database.
pub fn lock(tx: &mut Tx) -> Result<()> {
    dialect::lock_stale_days(tx.db())
}
