//! Which schools are a station's.

use diesel::prelude::*;

use super::error::Result;
use super::generation;
use super::pool::{Read as _, Tx};
use super::schema::station_schools;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;

/// Makes a school one of a station's.
///
/// # Errors
/// [`super::Error::Duplicate`] if it is one already, [`super::Error::Dangling`] if either is missing.
pub fn assign(tx: &mut Tx, station: OrganizationId, school: OrganizationId, now: Moment) -> Result<()> {
    let row = (
        station_schools::station_id.eq(station),
        station_schools::school_id.eq(school),
        station_schools::created_at.eq(now),
    );
    diesel::insert_into(station_schools::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}
