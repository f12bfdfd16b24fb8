//! The posts of schools: added, read, edited, put away. Every new one gets its first sign at once.

use serde_json::json;

use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::place::{Area, Position, Warning};
use crate::domain::rights::Right;
use crate::domain::sign::OfficerCard;
use crate::domain::words::{CheckpointKind, OrganizationKind};
use crate::problem::{Code, Problem, Result};
pub use crate::store::checkpoints::Checkpoint;
use crate::store::checkpoints::{self, CheckpointPatch};
use crate::store::organizations::Organization;
use crate::store::{JsonText, Tx};

use super::audit::{self, Event};
use super::school_day::zone_of;
use super::{Actor, App, signs};

/// The most checkpoints of a school; the largest layout known has a dozen.
const MOST: usize = 200;

/// A checkpoint with its school.
#[derive(Debug, Clone)]
pub struct Post {
    /// The checkpoint.
    pub row: Checkpoint,
    /// Its school.
    pub school: Organization,
}

impl Post {
    /// What is odd about its place.
    ///
    /// # Errors
    /// A defect if the row in the database is damaged.
    pub fn warnings(&self) -> Result<Vec<Warning>> {
        let lon_lat = self.school.lon.zip(self.school.lat);
        Ok(Warning::about(&self.row.area()?, lon_lat.and_then(|(lon, lat)| Position::new(lon, lat).ok())))
    }
}

/// A checkpoint to add.
#[derive(Debug, Clone)]
pub struct NewCheckpoint {
    /// Its name.
    pub name: String,
    /// What it stands at.
    pub kind: CheckpointKind,
    /// Its fence.
    pub area: Area,
    /// Whether being inside proves presence without a code.
    pub fence_only: bool,
    /// The responsible officer.
    pub officer: Option<OfficerCard>,
    /// Its place in the list; the end if none.
    pub position: Option<i32>,
}

/// What to change; `None` leaves a field as it is.
#[derive(Debug, Clone, Default)]
pub struct CheckpointEdit {
    /// A new name.
    pub name: Option<String>,
    /// A new kind.
    pub kind: Option<CheckpointKind>,
    /// A new fence.
    pub area: Option<Area>,
    /// Whether being inside is enough.
    pub fence_only: Option<bool>,
    /// Another officer, or none.
    pub officer: Option<Option<OfficerCard>>,
    /// A new place in the list.
    pub position: Option<i32>,
}

impl CheckpointEdit {
    fn patch(&self) -> Result<CheckpointPatch> {
        let middle = self.area.as_ref().map(Area::centroid);
        let officer = self.officer.as_ref().map(|card| card.as_ref().map(JsonText::of).transpose()).transpose()?;
        Ok(CheckpointPatch {
            position: self.position,
            name: self.name.clone(),
            kind: self.kind,
            area: self.area.as_ref().map(JsonText::of).transpose()?,
            lon: middle.map(|middle| middle.lon()),
            lat: middle.map(|middle| middle.lat()),
            fence_only: self.fence_only,
            officer,
            archived_at: None,
        })
    }
}

/// The school, if the actor may see it and has the right there.
///
/// # Errors
/// `not_found` (also for what is no school), `forbidden`.
pub fn school(app: &App, actor: &Actor, right: Right, id: OrganizationId) -> Result<Organization> {
    let found = actor.require(app, right, id)?;
    let is_open = found.kind == OrganizationKind::School && found.archived_at.is_none();
    if is_open { Ok(found) } else { Err(Code::NotFound.into()) }
}

/// The checkpoint in use with its school, if the actor may see it and has the right there.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn require(app: &App, actor: &Actor, right: Right, id: CheckpointId) -> Result<Post> {
    let row = app.store.read(&actor.scope(Right::ReadSetUp), |read| checkpoints::find(read, id))?;
    Ok(Post { school: school(app, actor, right, row.school_id)?, row })
}

/// The checkpoints of a school, in its order.
///
/// # Errors
/// `not_found`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<Post>> {
    let school = school(app, actor, Right::ReadSetUp, id)?;
    let rows = app.store.read(&actor.scope(Right::ReadSetUp), |read| checkpoints::of_school(read, id))?;
    Ok(rows.into_iter().map(|row| Post { row, school: school.clone() }).collect())
}

/// Adds a checkpoint with its first sign.
///
/// # Errors
/// `not_found`, `forbidden`, [`Code::TooManyCheckpoints`].
pub fn create(app: &App, actor: &Actor, school_id: OrganizationId, new: &NewCheckpoint) -> Result<Post> {
    let school = school(app, actor, Right::ManagePlaces, school_id)?;
    let row = app.store.write(&actor.scope(Right::ManagePlaces), |tx| insert(tx, app, actor, &school, new))?;
    app.bus.school_changed(school_id);
    Ok(Post { row, school })
}

/// Adds a checkpoint with its first sign, as part of a larger change.
///
/// # Errors
/// [`Code::TooManyCheckpoints`].
pub fn insert(tx: &mut Tx, app: &App, actor: &Actor, school: &Organization, new: &NewCheckpoint) -> Result<Checkpoint> {
    let there = checkpoints::of_school(tx, school.id)?;
    if there.len() >= MOST {
        return Err(Code::TooManyCheckpoints.into());
    }
    let last = there.last().map_or(0, |row| row.position);
    let row = checkpoints::insert(tx, &new_row(app, school.id, new, last)?)?;
    signs::issue(tx, app, actor.person, &row)?;
    audit::done(tx, actor, app.clock.now(), event("checkpoint.create", school, &row))?;
    Ok(row)
}

fn new_row(app: &App, school_id: OrganizationId, new: &NewCheckpoint, last: i32) -> Result<Checkpoint> {
    let middle = new.area.centroid();
    Ok(Checkpoint {
        id: CheckpointId::fresh(),
        school_id,
        public_no: 0,
        position: new.position.unwrap_or(last.saturating_add(1)),
        name: new.name.clone(),
        kind: new.kind,
        area: JsonText::of(&new.area)?,
        lon: middle.lon(),
        lat: middle.lat(),
        fence_only: new.fence_only,
        officer: new.officer.as_ref().map(JsonText::of).transpose()?,
        version: 1,
        created_at: app.clock.now(),
        archived_at: None,
    })
}

/// Edits a checkpoint that is still at `version`. Its signs stay good: they carry its number, not its name.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`.
pub fn edit(app: &App, actor: &Actor, id: CheckpointId, version: i32, edit: &CheckpointEdit) -> Result<Post> {
    let post = require(app, actor, Right::ManagePlaces, id)?;
    change(app, actor, &post, version, &edit.patch()?, "checkpoint.edit")
}

/// Puts a checkpoint away. Its evidence stays; its signs are answered with "no longer in use".
///
/// # Errors
/// `not_found`, `forbidden`, `stale`; [`Code::CheckpointInUse`] while duties ask for people there.
pub fn archive(app: &App, actor: &Actor, id: CheckpointId, version: i32) -> Result<()> {
    let post = require(app, actor, Right::ManagePlaces, id)?;
    let patch = CheckpointPatch { archived_at: Some(app.clock.now()), ..CheckpointPatch::default() };
    change(app, actor, &post, version, &patch, "checkpoint.archive")?;
    Ok(())
}

fn change(
    app: &App,
    actor: &Actor,
    post: &Post,
    version: i32,
    patch: &CheckpointPatch,
    action: &'static str,
) -> Result<Post> {
    let id = post.row.id;
    let today = app.clock.now().date_in(zone_of(&post.school.timezone)?);
    let row = app.store.write::<_, Problem>(&actor.scope(Right::ManagePlaces), |tx| {
        checkpoints::update(tx, id, version, patch)?;
        if patch.archived_at.is_some() && checkpoints::is_asked_for(tx, id, today)? {
            return Err(Code::CheckpointInUse.into());
        }
        let row = checkpoints::ever(tx, id)?;
        audit::done(tx, actor, app.clock.now(), event(action, &post.school, &row))?;
        Ok(row)
    })?;
    app.bus.school_changed(post.school.id);
    Ok(Post { row, school: post.school.clone() })
}

fn event<'a>(action: &'static str, school: &'a Organization, row: &Checkpoint) -> Event<'a> {
    let details = json!({ "name": row.name, "version": row.version, "lon": row.lon, "lat": row.lat });
    Event { action, organization: Some(&school.path), subject: Some(("checkpoint", row.id.to_string())), details }
}
