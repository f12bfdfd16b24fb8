//! Photos of a hazard: of what is wrong, and of how it was put right.

use serde_json::json;

use super::view::{self, HazardView, shown, standing};
use crate::domain::hazard::Stands;
use crate::domain::id::{HazardId, HazardPhotoId};
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::hazard_photos::{self, HazardPhotoRow};
use crate::store::hazards::{self, HazardRow};
use crate::store::organizations::{self, Organization};

/// How many photos each person adds to a hazard at most.
pub const MOST_PHOTOS: usize = 6;

/// Whether somebody may add photos: who reported it, who has to put it right, and who may change the school's day.
pub(super) fn may_add(actor: &Actor, school: &Organization, row: &HazardRow, stands: &Stands) -> bool {
    row.person_id == actor.person
        || stands.assignee == Some(actor.person)
        || actor.require_over(Right::ChangeDay, &school.path).is_ok()
}

/// Adds a photo. What is kept is made anew from its pixels; sent again, it is the same photo.
///
/// # Errors
/// `not_found`, `forbidden`, `photo_unreadable`, `photo_limit`, `duplicate` if another photo has that id, `photo_store_unavailable`.
pub fn add(app: &App, actor: &Actor, hazard: HazardId, id: HazardPhotoId, bytes: &[u8]) -> Result<HazardView> {
    view::get(app, actor, hazard)?;
    let (row, school) = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let row = hazards::find(read, hazard)?.ok_or(Code::NotFound)?;
        let school = organizations::find(read, row.school_id)?;
        let steps = hazards::steps_of(read, vec![hazard])?.remove(&hazard).unwrap_or_default();
        let stands = standing(&school, &row, &steps)?;
        if !may_add(actor, &school, &row, &stands) {
            return Err(Code::Forbidden.into());
        }
        refuse_more(hazard_photos::count(read, hazard, actor.person)?, hazard_photos::find(read, id)?.is_some())?;
        Ok((row, school))
    })?;
    let photo = app.photos.tame(bytes)?;
    let side = |pixels: u32| i32::try_from(pixels).map_err(Problem::internal);
    let (width, height) = (side(photo.width)?, side(photo.height)?);
    let length = i32::try_from(photo.jpeg.len()).map_err(Problem::internal)?;
    let sha256 = app.photos.keep(photo.jpeg)?;
    let now = app.clock.now();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let person_id = actor.person;
        let new = HazardPhotoRow { id, hazard_id: hazard, person_id, at: now, sha256, bytes: length, width, height };
        if let Some(known) = hazard_photos::find(tx, id)? {
            let same = HazardPhotoRow { at: known.at, ..new } == known;
            return if same { Ok(()) } else { Err(Code::Duplicate.into()) };
        }
        refuse_more(hazard_photos::count(tx, hazard, person_id)?, false)?;
        hazard_photos::insert(tx, &new)?;
        let details = json!({ "bytes": new.bytes, "width": width, "height": height });
        note(app, tx, actor, &school, "hazard.photo", ("hazard", hazard.to_string()), details)
    })?;
    app.bus.school_changed(row.school_id);
    shown(app, actor, row)
}

fn refuse_more(count: i64, known: bool) -> Result<()> {
    let full = usize::try_from(count).is_ok_and(|count| count >= MOST_PHOTOS);
    if full && !known { Err(Code::PhotoLimit.into()) } else { Ok(()) }
}

/// A photo's file, a JPEG, of a hazard that the actor may see.
///
/// # Errors
/// `not_found`, `forbidden`, `photo_store_unavailable`.
pub fn picture(app: &App, actor: &Actor, hazard: HazardId, id: HazardPhotoId) -> Result<Vec<u8>> {
    view::get(app, actor, hazard)?;
    let photo = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(hazard_photos::find(read, id)?))?;
    let photo = photo.filter(|photo| photo.hazard_id == hazard).ok_or(Code::NotFound)?;
    app.photos.read(&photo.sha256)
}
