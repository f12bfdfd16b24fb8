//! A person's fixes near a time: what a new fix is compared with.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::words::ClockQuality;
use crate::store::dialect::on_inner;
use crate::store::schema::{check_in_positions, check_ins};
use crate::store::{Read, Result};

/// How far around a check-in others are looked at.
pub const NEAR: TimeDelta = TimeDelta::hours(2);

/// How many earlier fixes are compared.
pub const EARLIER: usize = 4;

/// A fix on record.
#[derive(Debug, Clone, Copy, PartialEq, Queryable)]
pub struct FixOnRecord {
    /// When its check-in happened.
    pub at: Moment,
    /// How far that can be trusted.
    pub clock: ClockQuality,
    /// Its accuracy, metres.
    pub accuracy_m: Option<f64>,
    /// Longitude, WGS-84 degrees.
    pub lon: f64,
    /// Latitude, WGS-84 degrees.
    pub lat: f64,
    /// Its age at the check-in, milliseconds.
    pub age_ms: i64,
}

macro_rules! columns {
    () => {
        (
            check_ins::at,
            check_ins::clock,
            check_ins::accuracy_m,
            check_in_positions::lon,
            check_in_positions::lat,
            check_in_positions::age_ms,
        )
    };
}

macro_rules! fixes {
    ($whose:expr) => {
        check_ins::table
            .inner_join(check_in_positions::table.on(check_in_positions::check_in_id.eq(check_ins::id)))
            .filter($whose)
            .filter(check_in_positions::coarsened_at.is_null())
    };
}

/// The fixes of some persons from a time on, the latest first.
///
/// # Errors
/// Those of the database.
pub fn fixes_of(read: &mut impl Read, persons: Vec<PersonId>, from: Moment) -> Result<Vec<(PersonId, FixOnRecord)>> {
    let fixes = fixes!(check_ins::person_id.eq_any(persons))
        .filter(check_ins::at.ge(from))
        .order(check_ins::at.desc())
        .select((check_ins::person_id, columns!()));
    Ok(on_inner!(read.db(), |inner| fixes.load(inner))?)
}

/// The person's last fixes up to a time, the latest first, at most [`NEAR`] before.
///
/// # Errors
/// Those of the database.
pub fn fixes_before(read: &mut impl Read, person: PersonId, at: Moment) -> Result<Vec<FixOnRecord>> {
    Ok(fixes!(check_ins::person_id.eq(person))
        .filter(check_ins::at.between(at.minus(NEAR), at))
        .select(columns!())
        .order(check_ins::at.desc())
        .limit(i64::try_from(EARLIER).unwrap_or(i64::MAX))
        .load(read.db())?)
}

/// The person's next fix after a time, at most [`NEAR`] later: there is one when check-ins come in out of order.
///
/// # Errors
/// Those of the database.
pub fn fix_after(read: &mut impl Read, person: PersonId, at: Moment) -> Result<Option<FixOnRecord>> {
    Ok(fixes!(check_ins::person_id.eq(person))
        .select(columns!())
        .filter(check_ins::at.gt(at))
        .filter(check_ins::at.le(at.plus(NEAR)))
        .order(check_ins::at.asc())
        .first(read.db())
        .optional()?)
}
