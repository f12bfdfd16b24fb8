//! Photos of a hazard: of what is wrong, and of how it was put right.

use serde_json::json;

use super::view::{self, HazardView, asker, shown, standing};
use crate::domain::id::{HazardId, HazardPhotoId};
use crate::domain::photo::{Photo, tame};
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::photos::Kept;
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::hazard_photos::{self, HazardPhotoRow};
use crate::store::hazards;
use crate::store::organizations;

/// How many photos each person adds to a hazard at most.
pub const MOST_PHOTOS: usize = 6;

/// Whether the actor may add a photo to a hazard, before it is read and kept.
///
/// # Errors
/// `not_found`, `forbidden`, `photo_limit`.
pub fn allowed(app: &App, actor: &Actor, hazard: HazardId, id: HazardPhotoId) -> Result<()> {
    view::get(app, actor, hazard)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let row = hazards::find(read, hazard)?.ok_or(Code::NotFound)?;
        let school = organizations::find(read, row.school_id)?;
        let steps = hazards::steps_of(read, vec![hazard])?.remove(&hazard).unwrap_or_default();
        let stands = standing(&school, &row, &steps)?;
        if !stands.lets_show(&asker(actor, &school, &row)) {
            return Err(Code::Forbidden.into());
        }
        refuse_more(hazard_photos::count(read, hazard, actor.person)?, hazard_photos::find(read, id)?.is_some())
    })
}

/// Makes a photo ours. It takes up to a second; not for the async workers.
///
/// # Errors
/// `photo_unreadable`, with what is wrong.
pub fn tamed(bytes: &[u8]) -> Result<Photo> {
    tame(bytes).map_err(|error| Problem::new(Code::PhotoUnreadable).detail(error.to_string()))
}

/// Adds a photo that is kept and that was [`allowed`]. Sent again, it is the same photo.
///
/// # Errors
/// `photo_limit`, `duplicate` if another photo has that id.
pub fn add(app: &App, actor: &Actor, hazard: HazardId, id: HazardPhotoId, kept: Kept) -> Result<HazardView> {
    let number = |number: u32| i32::try_from(number).map_err(Problem::internal);
    let (width, height) = (number(kept.width)?, number(kept.height)?);
    let bytes = i32::try_from(kept.bytes).map_err(Problem::internal)?;
    let (person_id, at, sha256) = (actor.person, app.clock.now(), kept.hash);
    let new = HazardPhotoRow { id, hazard_id: hazard, person_id, at, sha256, bytes, width, height };
    let row = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let row = hazards::find(tx, hazard)?.ok_or(Code::NotFound)?;
        if let Some(known) = hazard_photos::find(tx, id)? {
            let same = HazardPhotoRow { at: known.at, ..new.clone() } == known;
            return if same { Ok(row) } else { Err(Code::Duplicate.into()) };
        }
        refuse_more(hazard_photos::count(tx, hazard, person_id)?, false)?;
        hazard_photos::insert(tx, &new)?;
        let school = organizations::find(tx, row.school_id)?;
        let details = json!({ "bytes": bytes, "width": width, "height": height });
        note(app, tx, actor, &school, "hazard.photo", ("hazard", hazard.to_string()), details)?;
        Ok(row)
    })?;
    app.bus.school_changed(row.school_id);
    shown(app, actor, row)
}

fn refuse_more(count: i64, known: bool) -> Result<()> {
    let full = usize::try_from(count).is_ok_and(|count| count >= MOST_PHOTOS);
    if full && !known { Err(Code::PhotoLimit.into()) } else { Ok(()) }
}

/// Under which hash a photo is kept, of a hazard that the actor may see.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn hash_of(app: &App, actor: &Actor, hazard: HazardId, id: HazardPhotoId) -> Result<Vec<u8>> {
    view::get(app, actor, hazard)?;
    let photo = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(hazard_photos::find(read, id)?))?;
    Ok(photo.filter(|photo| photo.hazard_id == hazard).ok_or(Code::NotFound)?.sha256)
}
