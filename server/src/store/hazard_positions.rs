//! Where the phones were when hazards were reported. Not evidence: deleted on schedule, and with an account.

use std::collections::HashMap;

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::{hazard_positions, hazards};
use crate::domain::id::{HazardId, PersonId};
use crate::domain::moment::Moment;

/// Where the phone was when a hazard was reported.
#[derive(Debug, Clone, Copy, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = hazard_positions)]
pub struct HazardPosition {
    /// Of which hazard.
    pub hazard_id: HazardId,
    /// Longitude, WGS-84 degrees.
    pub lon: f64,
    /// Latitude, WGS-84 degrees.
    pub lat: f64,
    /// The radius that holds the truth in 95 % of cases, metres.
    pub accuracy_m: f64,
}

/// Adds one.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, row: &HazardPosition) -> Result<()> {
    diesel::insert_into(hazard_positions::table).values(row).execute(tx.db())?;
    Ok(())
}

/// Those of some hazards, as far as they are still kept.
///
/// # Errors
/// Those of the database.
pub fn of(read: &mut impl Read, ids: Vec<HazardId>) -> Result<HashMap<HazardId, HazardPosition>> {
    let of = hazard_positions::table.filter(hazard_positions::hazard_id.eq_any(ids));
    let rows: Vec<HazardPosition> = of.select(HazardPosition::as_select()).load(read.db())?;
    Ok(rows.into_iter().map(|row| (row.hazard_id, row)).collect())
}

/// Deletes those of hazards that were reported before a moment. Says how many.
///
/// # Errors
/// Those of the database.
pub fn delete_before(tx: &mut Tx, before: Moment) -> Result<usize> {
    let old = hazards::table.filter(hazards::reported_at.le(before)).select(hazards::id);
    Ok(diesel::delete(hazard_positions::table.filter(hazard_positions::hazard_id.eq_any(old))).execute(tx.db())?)
}

/// Deletes those of the hazards that a person reported.
///
/// # Errors
/// Those of the database.
pub fn delete_of(tx: &mut Tx, person: PersonId) -> Result<()> {
    let own = hazards::table.filter(hazards::person_id.eq(person)).select(hazards::id);
    diesel::delete(hazard_positions::table.filter(hazard_positions::hazard_id.eq_any(own))).execute(tx.db())?;
    Ok(())
}
