//! The positions of check-ins on their way out: made coarse, then deleted. The check-ins themselves stay.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Double;

use super::StoredPosition;
use crate::domain::id::{CheckInId, PersonId};
use crate::domain::moment::Moment;
use crate::store::error::Result;
use crate::store::pool::{Read, Tx};
use crate::store::schema::{check_in_positions, check_ins};

/// When a position came in, and whether it is coarse.
#[derive(Debug, Clone, Copy, Queryable)]
pub struct PositionAge {
    /// Whose position.
    pub check_in_id: CheckInId,
    /// When the server got it.
    pub received_at: Moment,
    /// When it was coarsened.
    pub coarsened_at: Option<Moment>,
}

/// Some positions, by the id of their check-in, after one.
///
/// # Errors
/// Those of the database.
pub fn position_ages(read: &mut impl Read, after: Option<CheckInId>, limit: i64) -> Result<Vec<PositionAge>> {
    let mut query = check_in_positions::table
        .inner_join(check_ins::table.on(check_ins::id.eq(check_in_positions::check_in_id)))
        .select((check_in_positions::check_in_id, check_ins::received_at, check_in_positions::coarsened_at))
        .order(check_in_positions::check_in_id)
        .limit(limit)
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(check_in_positions::check_in_id.gt(after));
    }
    Ok(query.load(read.db())?)
}

/// Rounds positions to two decimals of a degree: about a kilometre.
///
/// # Errors
/// Those of the database.
pub fn coarsen_positions(tx: &mut Tx, ids: Vec<CheckInId>, now: Moment) -> Result<usize> {
    let target = check_in_positions::table.filter(check_in_positions::check_in_id.eq_any(ids));
    let coarse = (
        check_in_positions::lon.eq(sql::<Double>("round(CAST(lon AS NUMERIC), 2)")),
        check_in_positions::lat.eq(sql::<Double>("round(CAST(lat AS NUMERIC), 2)")),
        check_in_positions::coarsened_at.eq(now),
    );
    Ok(diesel::update(target).set(coarse).execute(tx.db())?)
}

/// Deletes positions.
///
/// # Errors
/// Those of the database.
pub fn delete_positions(tx: &mut Tx, ids: Vec<CheckInId>) -> Result<usize> {
    let target = check_in_positions::table.filter(check_in_positions::check_in_id.eq_any(ids));
    Ok(diesel::delete(target).execute(tx.db())?)
}

/// The positions of a person that are still kept, by the id of their check-in.
///
/// # Errors
/// Those of the database.
pub fn positions_of(read: &mut impl Read, person: PersonId) -> Result<Vec<StoredPosition>> {
    Ok(check_in_positions::table
        .inner_join(check_ins::table.on(check_ins::id.eq(check_in_positions::check_in_id)))
        .filter(check_ins::person_id.eq(person))
        .order(check_in_positions::check_in_id)
        .select(StoredPosition::as_select())
        .load(read.db())?)
}

/// Deletes every position of a person.
///
/// # Errors
/// Those of the database.
pub fn delete_positions_of(tx: &mut Tx, person: PersonId) -> Result<()> {
    let own = check_ins::table.filter(check_ins::person_id.eq(person)).select(check_ins::id);
    diesel::delete(check_in_positions::table.filter(check_in_positions::check_in_id.eq_any(own))).execute(tx.db())?;
    Ok(())
}
