//! Check-ins by id.

use diesel::prelude::*;

use super::CheckIn;
use crate::domain::id::CheckInId;
use crate::store::dialect::on_inner;
use crate::store::schema::check_ins;
use crate::store::{Read, Result};

/// Those of the check-ins that are on record, whoever's they are: for the writer, and to be checked against the rights of
/// whoever asks before anything of them is told.
///
/// # Errors
/// Those of the database.
pub fn by_ids(read: &mut impl Read, ids: Vec<CheckInId>) -> Result<Vec<CheckIn>> {
    let wanted = check_ins::table.filter(check_ins::id.eq_any(ids));
    Ok(on_inner!(read.db(), |inner| wanted.select(CheckIn::as_select()).load(inner))?)
}
