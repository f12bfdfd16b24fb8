//! What is known of photos of hazards. Rows are only ever added; the pictures themselves lie in the store of photos.

use std::collections::HashMap;

use diesel::prelude::*;

use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::hazard_photos;
use crate::domain::id::{HazardId, HazardPhotoId, PersonId};
use crate::domain::moment::Moment;

/// A photo of a hazard.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = hazard_photos)]
pub struct HazardPhotoRow {
    /// Its id, made by whoever adds it.
    pub id: HazardPhotoId,
    /// Of which hazard.
    pub hazard_id: HazardId,
    /// Who added it.
    pub person_id: PersonId,
    /// When the server had it.
    pub at: Moment,
    /// SHA-256 of what is kept: names it in the store of photos.
    pub sha256: Vec<u8>,
    /// Its length, bytes.
    pub bytes: i32,
    /// Pixels.
    pub width: i32,
    /// Pixels.
    pub height: i32,
}

/// Adds a photo.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one with that id.
pub fn insert(tx: &mut Tx, row: &HazardPhotoRow) -> Result<()> {
    diesel::insert_into(hazard_photos::table).values(row).execute(tx.db())?;
    Ok(())
}

/// The photo with that id, if there is one.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, id: HazardPhotoId) -> Result<Option<HazardPhotoRow>> {
    Ok(hazard_photos::table.find(id).select(HazardPhotoRow::as_select()).first(read.db()).optional()?)
}

/// How many photos somebody added to a hazard.
///
/// # Errors
/// Those of the database.
pub fn count(read: &mut impl Read, hazard: HazardId, person: PersonId) -> Result<i64> {
    let own =
        hazard_photos::table.filter(hazard_photos::hazard_id.eq(hazard)).filter(hazard_photos::person_id.eq(person));
    Ok(own.count().get_result(read.db())?)
}

/// The photos of some hazards, each the oldest first.
///
/// # Errors
/// Those of the database.
pub fn of(read: &mut impl Read, ids: Vec<HazardId>) -> Result<HashMap<HazardId, Vec<HazardPhotoRow>>> {
    let found = hazard_photos::table.filter(hazard_photos::hazard_id.eq_any(ids));
    let rows: Vec<HazardPhotoRow> = found
        .order((hazard_photos::hazard_id, hazard_photos::at, hazard_photos::id))
        .select(HazardPhotoRow::as_select())
        .load(read.db())?;
    let mut by_hazard: HashMap<HazardId, Vec<HazardPhotoRow>> = HashMap::new();
    for row in rows {
        by_hazard.entry(row.hazard_id).or_default().push(row);
    }
    Ok(by_hazard)
}

/// The photos that a person added, by time. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<HazardPhotoRow>> {
    let own = hazard_photos::table.filter(hazard_photos::person_id.eq(person));
    Ok(own.order((hazard_photos::at, hazard_photos::id)).select(HazardPhotoRow::as_select()).load(read.db())?)
}
