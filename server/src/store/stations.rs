//! Which schools a station answers for.

use diesel::prelude::*;

use super::error::Result;
use super::generation;
use super::organizations::{Organization, in_scope};
use super::pool::{Read, Tx};
use super::schema::{organizations, station_schools};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;

/// The schools of a station that lie in the scope, by place in the tree.
///
/// # Errors
/// Those of the database.
pub fn schools(read: &mut impl Read, station: OrganizationId) -> Result<Vec<Organization>> {
    let assigned = station_schools::table.filter(station_schools::station_id.eq(station));
    Ok(organizations::table
        .filter(organizations::id.eq_any(assigned.select(station_schools::school_id)))
        .filter(in_scope(read.scope()))
        .select(Organization::as_select())
        .order(organizations::path)
        .load(read.db())?)
}

/// The stations that answer for a school, which is in the scope; by place in the tree.
///
/// # Errors
/// Those of the database.
pub fn of_school(read: &mut impl Read, school: OrganizationId) -> Result<Vec<Organization>> {
    let answering = station_schools::table.filter(station_schools::school_id.eq(school));
    Ok(organizations::table
        .filter(organizations::id.eq_any(answering.select(station_schools::station_id)))
        .filter(organizations::archived_at.is_null())
        .select(Organization::as_select())
        .order(organizations::path)
        .load(read.db())?)
}

/// The stations that answer for some schools, each with its school, whatever the scope; by place in the tree.
///
/// # Errors
/// Those of the database.
pub fn of_schools(read: &mut impl Read, schools: Vec<OrganizationId>) -> Result<Vec<(OrganizationId, Organization)>> {
    Ok(station_schools::table
        .inner_join(organizations::table.on(organizations::id.eq(station_schools::station_id)))
        .filter(station_schools::school_id.eq_any(schools))
        .filter(organizations::archived_at.is_null())
        .order((station_schools::school_id, organizations::path))
        .select((station_schools::school_id, Organization::as_select()))
        .load(read.db())?)
}

/// Assigns a school to a station, if it is not.
///
/// # Errors
/// Those of the database.
pub fn assign(tx: &mut Tx, station: OrganizationId, school: OrganizationId, now: Moment) -> Result<()> {
    diesel::delete(station_schools::table.find((station, school))).execute(tx.db())?;
    let row = (
        station_schools::station_id.eq(station),
        station_schools::school_id.eq(school),
        station_schools::created_at.eq(now),
    );
    diesel::insert_into(station_schools::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Takes a school from a station, if it is assigned.
///
/// # Errors
/// Those of the database.
pub fn unassign(tx: &mut Tx, station: OrganizationId, school: OrganizationId) -> Result<()> {
    diesel::delete(station_schools::table.find((station, school))).execute(tx.db())?;
    generation::raise(tx)
}
