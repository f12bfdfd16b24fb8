//! Hazards as they are read: the ledger of a school, a station or a bureau, and one with its history.

use std::collections::{BTreeSet, HashMap};

use crate::domain::hazard::{Asker, HazardCategory, HazardState, HazardStep, LevelDays, Stands, Taken, stands};
use crate::domain::id::{CheckpointId, HazardId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::coverage::roll_up::schools_of;
use crate::service::hazards::photos::MOST_PHOTOS;
use crate::service::hazards::rules::Names;
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
pub use crate::store::hazard_photos::HazardPhotoRow;
pub use crate::store::hazard_positions::HazardPosition;
pub use crate::store::hazards::{HazardRow, HazardStepRow};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{Read, checkpoints, hazard_photos, hazard_positions, hazards, persons};

/// A hazard with all that is shown of it.
#[derive(Debug, Clone)]
pub struct HazardView {
    /// The hazard.
    pub row: HazardRow,
    /// The school.
    pub school: String,
    /// The post, if it is at one.
    pub post: Option<String>,
    /// The name of its category, in the reader's language.
    pub category: String,
    /// Who reported it.
    pub person: String,
    /// Where it stands.
    pub stands: Stands,
    /// Who has to put it right.
    pub assignee: Option<String>,
    /// Whether the deadline is over and it is not put right.
    pub overdue: bool,
    /// What was done, each with who did it and to whom it was assigned.
    pub steps: Vec<(HazardStepRow, String, Option<String>)>,
    /// The steps that the reader may take now.
    pub may: Vec<HazardStep>,
    /// Where the phone was when it was reported, as far as that is kept.
    pub position: Option<HazardPosition>,
    /// Its photos, the oldest first, each with who added it.
    pub photos: Vec<(HazardPhotoRow, String)>,
    /// How many the reader may still add.
    pub photos_left: usize,
}

/// Which hazards are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those that are not written off.
    Open,
    /// Those whose deadline is over and that are not put right.
    Overdue,
}

/// What is asked for of a ledger.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Which.
    pub which: Which,
    /// Only those of a category.
    pub category: Option<HazardCategory>,
    /// Only those that stand somewhere.
    pub state: Option<HazardState>,
    /// Only those of a school.
    pub school: Option<OrganizationId>,
}

impl Wanted {
    fn takes(&self, view: &HazardView) -> bool {
        let of_these = match self.which {
            Which::All => true,
            Which::Open => view.stands.state != HazardState::WrittenOff,
            Which::Overdue => view.overdue,
        };
        of_these && self.state.is_none_or(|state| view.stands.state == state)
    }

    fn may_take(&self, row: &HazardRow) -> bool {
        self.category.as_ref().is_none_or(|category| row.category == *category)
    }
}

/// The ledger of a school; of a station and its schools; of a bureau and all below it; the latest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    wanted: &Wanted,
    (after, limit): (Option<(Moment, HazardId)>, i64),
) -> Result<Vec<HazardView>> {
    let organization = actor.require(app, Right::ReadEvidence, id)?;
    let mut schools = schools_of(app, &actor.scope(Right::ReadEvidence), &organization)?;
    schools.retain(|school| wanted.school.is_none_or(|only| school.id == only));
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let (mut found, mut after) = (Vec::new(), after);
        loop {
            let rows = hazards::list(read, &Seen::rows(&schools), after, limit)?;
            let Some(last) = rows.last() else { return Ok(found) };
            after = Some((last.reported_at, last.id));
            let more = i64::try_from(rows.len()).is_ok_and(|read| read == limit);
            let rows = rows.into_iter().filter(|row| wanted.may_take(row)).collect();
            found.extend(views(app, read, actor, &schools, rows)?.into_iter().filter(|view| wanted.takes(view)));
            let enough = usize::try_from(limit).is_ok_and(|limit| found.len() >= limit);
            if enough || !more {
                found.truncate(usize::try_from(limit).unwrap_or_default());
                return Ok(found);
            }
        }
    })
}

/// How many of one's own are told at most.
const MOST_OWN: usize = 100;

/// What is assigned to the actor and not put right, then what they reported; each the latest first.
///
/// # Errors
/// Those of the database.
pub fn mine(app: &App, actor: &Actor) -> Result<Vec<HazardView>> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let (assigned, reported) = (hazards::assigned_to(read, actor.person)?, hazards::of_person(read, actor.person)?);
        let schools: BTreeSet<OrganizationId> = assigned.iter().chain(&reported).map(|row| row.school_id).collect();
        let schools = organizations::find_all(read, &Vec::from_iter(schools))?;
        let mut todo = views(app, read, actor, &schools, assigned)?;
        todo.retain(|view| view.stands.is_open() && view.stands.assignee == Some(actor.person));
        let known: BTreeSet<HazardId> = todo.iter().map(|view| view.row.id).collect();
        let others = reported.into_iter().filter(|row| !known.contains(&row.id)).collect();
        let others = views(app, read, actor, &schools, others)?;
        Ok(todo.into_iter().rev().chain(others.into_iter().rev()).take(MOST_OWN).collect())
    })
}

/// A hazard that one reported, that is assigned to one, or at a school whose evidence one may read.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn get(app: &App, actor: &Actor, id: HazardId) -> Result<HazardView> {
    let row = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(hazards::find(read, id)?))?;
    let view = shown(app, actor, row.ok_or(Code::NotFound)?)?;
    if view.row.person_id != actor.person && view.stands.assignee != Some(actor.person) {
        let school = app.store.read(&Scope::Everything, |read| organizations::find(read, view.row.school_id))?;
        actor.require_seen(Right::ReadEvidence, &school.path)?;
    }
    Ok(view)
}

/// One that the actor may see.
pub(super) fn shown(app: &App, actor: &Actor, row: HazardRow) -> Result<HazardView> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let school = organizations::find(read, row.school_id)?;
        views(app, read, actor, &[school], vec![row])?.pop().ok_or_else(|| Code::NotFound.into())
    })
}

/// Where a hazard stands.
pub(in crate::service) fn standing(school: &Organization, row: &HazardRow, steps: &[HazardStepRow]) -> Result<Stands> {
    let taken: Vec<Taken> = steps.iter().map(HazardStepRow::taken).collect();
    // Those from before the deadline was kept are from before the days could be changed.
    let before = || {
        Ok::<_, Problem>(LevelDays::BUILT_IN.deadline(row.level, row.reported_at.date_in(zone_of(&school.timezone)?)))
    };
    Ok(stands(row.deadline.map_or_else(before, Ok)?, &taken))
}

/// What the actor is to a hazard of a school.
pub(super) fn asker(actor: &Actor, school: &Organization, row: &HazardRow) -> Asker {
    let holds = |right| actor.require_over(right, &school.path).is_ok();
    let (manages, above) = (holds(Right::ChangeDay), holds(Right::ManageOrganizations));
    Asker { person: actor.person, reported: row.person_id == actor.person, manages, above }
}

fn views(
    app: &App,
    read: &mut impl Read,
    actor: &Actor,
    schools: &[Organization],
    rows: Vec<HazardRow>,
) -> Result<Vec<HazardView>> {
    let mut steps = hazards::steps_of(read, rows.iter().map(|row| row.id).collect())?;
    let mut photos = hazard_photos::of(read, rows.iter().map(|row| row.id).collect())?;
    let positions = hazard_positions::of(read, rows.iter().map(|row| row.id).collect())?;
    let people = rows.iter().map(|row| row.person_id);
    let people: BTreeSet<PersonId> = people
        .chain(photos.values().flatten().map(|photo| photo.person_id))
        .chain(steps.values().flatten().flat_map(|step| [Some(step.person_id), step.assignee_id]).flatten())
        .collect();
    let names: HashMap<PersonId, String> = persons::names(read, people.into_iter().collect())?.into_iter().collect();
    let posts: BTreeSet<CheckpointId> = rows.iter().filter_map(|row| row.checkpoint_id).collect();
    let posts = checkpoints::ever_of(read, posts.into_iter().collect())?;
    let posts: HashMap<CheckpointId, String> = posts.into_iter().map(|post| (post.id, post.name)).collect();
    let categories = Names::of(read, schools, rows.iter().map(|row| (row.school_id, &row.category)))?;
    let schools: HashMap<OrganizationId, &Organization> = schools.iter().map(|school| (school.id, school)).collect();
    let name = |id: PersonId| names.get(&id).cloned().unwrap_or_default();
    let now = app.clock.now();
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(school) = schools.get(&row.school_id) else { continue };
        let steps = steps.remove(&row.id).unwrap_or_default();
        let stands = standing(school, &row, &steps)?;
        let photos = photos.remove(&row.id).unwrap_or_default();
        let added = photos.iter().filter(|photo| photo.person_id == actor.person).count();
        let left = MOST_PHOTOS.saturating_sub(added);
        let asker = asker(actor, school, &row);
        views.push(HazardView {
            school: school.name.clone(),
            post: row.checkpoint_id.and_then(|id| posts.get(&id).cloned()),
            category: categories.name(&school.path, &row.category, actor.lang),
            person: name(row.person_id),
            assignee: stands.assignee.map(name),
            overdue: stands.is_open() && now.date_in(zone_of(&school.timezone)?) > stands.deadline,
            may: stands.open_to(&asker, row.level),
            steps: steps
                .into_iter()
                .map(|step| {
                    let (by, to) = (name(step.person_id), step.assignee_id.map(name));
                    (step, by, to)
                })
                .collect(),
            photos_left: if stands.lets_show(&asker) { left } else { 0 },
            photos: photos
                .into_iter()
                .map(|photo| {
                    let by = name(photo.person_id);
                    (photo, by)
                })
                .collect(),
            position: positions.get(&row.id).copied(),
            stands,
            row,
        });
    }
    Ok(views)
}
