//! What the board and the coverage show beside the figures: the names of people, places and windows.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::error::Result;
use super::organizations::Seen;
use super::pool::Read;
use super::schema::{checkpoints, persons, station_schools, windows};
use crate::domain::id::{CheckpointId, OrganizationId, PersonId, WindowId};

/// The names of people whom the evidence or the shifts of a school name.
///
/// # Errors
/// Those of the database.
pub fn person_names(read: &mut impl Read, people: &[PersonId]) -> Result<Vec<(PersonId, String)>> {
    let named = persons::table.filter(persons::id.eq_any(people.to_vec()));
    Ok(named.select((persons::id, persons::name)).load(read.db())?)
}

/// The names of all checkpoints of the schools, those put away too.
///
/// # Errors
/// Those of the database.
pub fn checkpoint_names(read: &mut impl Read, seen: &Seen) -> Result<Vec<(CheckpointId, String)>> {
    let of_schools = checkpoints::table.filter(checkpoints::school_id.eq_any(seen.ids()));
    Ok(of_schools.select((checkpoints::id, checkpoints::name)).load(read.db())?)
}

/// The names that the windows of the schools have on a date.
///
/// # Errors
/// Those of the database.
pub fn window_names(read: &mut impl Read, seen: &Seen, date: NaiveDate) -> Result<Vec<(WindowId, String)>> {
    let of_schools = windows::table.filter(windows::school_id.eq_any(seen.ids()));
    let valid = of_schools.filter(windows::valid_from.le(date));
    let valid = valid.filter(windows::valid_to.is_null().or(windows::valid_to.gt(date)));
    Ok(valid.select((windows::id, windows::name)).load(read.db())?)
}

/// The names that the windows of the schools had last in a span of dates, both included.
///
/// # Errors
/// Those of the database.
pub fn window_names_between(
    read: &mut impl Read,
    seen: &Seen,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(WindowId, String)>> {
    let of_schools = windows::table.filter(windows::school_id.eq_any(seen.ids()));
    let valid = of_schools.filter(windows::valid_from.le(to));
    let valid = valid.filter(windows::valid_to.is_null().or(windows::valid_to.gt(from)));
    // Who collects these into a map keeps the last one.
    Ok(valid.order(windows::valid_from).select((windows::id, windows::name)).load(read.db())?)
}

/// Which station answers for which of the schools.
///
/// # Errors
/// Those of the database.
pub fn stations(read: &mut impl Read, seen: &Seen) -> Result<Vec<(OrganizationId, OrganizationId)>> {
    let of_schools = station_schools::table.filter(station_schools::school_id.eq_any(seen.ids()));
    let by_station = of_schools.order((station_schools::station_id, station_schools::school_id));
    Ok(by_station.select((station_schools::station_id, station_schools::school_id)).load(read.db())?)
}
