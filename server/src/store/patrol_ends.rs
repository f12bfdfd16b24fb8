//! Words that ended a round. Rows are only ever added.

use diesel::prelude::*;

use super::error::Result;
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::patrol_ends;
use crate::domain::id::{OrganizationId, PatrolEndId, PatrolRouteId, PersonId};
use crate::domain::moment::Moment;

/// Somebody's word that their round ends here.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = patrol_ends)]
pub struct PatrolEnd {
    /// Its id, made by the phone.
    pub id: PatrolEndId,
    /// Whose route.
    pub station_id: OrganizationId,
    /// Of which route.
    pub route_id: PatrolRouteId,
    /// Whose round.
    pub person_id: PersonId,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
    /// When the server got it.
    pub received_at: Moment,
}

/// Adds one.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one with that id.
pub fn insert(tx: &mut Tx, row: &PatrolEnd) -> Result<()> {
    diesel::insert_into(patrol_ends::table).values(row).execute(tx.db())?;
    Ok(())
}

/// The one with that id, if there is one.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, id: PatrolEndId) -> Result<Option<PatrolEnd>> {
    Ok(patrol_ends::table.find(id).select(PatrolEnd::as_select()).first(read.db()).optional()?)
}

/// Those of a person, by time. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<PatrolEnd>> {
    let own = patrol_ends::table.filter(patrol_ends::person_id.eq(person));
    Ok(own.order((patrol_ends::at, patrol_ends::id)).select(PatrolEnd::as_select()).load(read.db())?)
}

/// Those of some stations with `from` ≤ at < `to`, by time.
///
/// # Errors
/// Those of the database.
pub fn between(read: &mut impl Read, stations: &Seen, from: Moment, to: Moment) -> Result<Vec<PatrolEnd>> {
    Ok(patrol_ends::table
        .filter(patrol_ends::station_id.eq_any(stations.ids()))
        .filter(patrol_ends::at.ge(from))
        .filter(patrol_ends::at.lt(to))
        .order((patrol_ends::at, patrol_ends::id))
        .select(PatrolEnd::as_select())
        .load(read.db())?)
}
