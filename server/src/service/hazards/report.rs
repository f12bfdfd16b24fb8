//! Somebody reports a hazard.

use chrono::Datelike as _;
use serde_json::json;

use super::view::{HazardView, shown};
use super::{drawn, rules};
use crate::domain::hazard::{HazardCategory, HazardLevel};
use crate::domain::id::{CheckpointId, HazardId, OrganizationId};
use crate::domain::place::Position;
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
use crate::store::hazard_positions::{self, HazardPosition};
use crate::store::hazards::{self, HazardRow};
use crate::store::{checkpoints, consents};

/// The longest description, characters.
const LONGEST_TEXT: usize = 1000;
/// The longest place, characters.
const LONGEST_PLACE: usize = 100;

/// A hazard as it is reported.
#[derive(Debug, Clone)]
pub struct NewHazard {
    /// Made by whoever reports it: sent again, it is the same hazard.
    pub id: HazardId,
    /// At which school.
    pub school: OrganizationId,
    /// At which of its posts, if it is at one.
    pub checkpoint: Option<CheckpointId>,
    /// What kind.
    pub category: HazardCategory,
    /// How bad.
    pub level: HazardLevel,
    /// What is wrong.
    pub description: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// Where the phone is, with the radius that holds the truth in 95 % of cases, metres. Kept only if the person agreed to that.
    pub position: Option<(Position, f64)>,
}

/// Reports a hazard. Sent again, it is the same one.
///
/// # Errors
/// `not_found` for a school where one holds nothing, or a post of another; `invalid_field`; `hazard_category_not_offered`; `duplicate` if
/// another one has that id.
pub fn report(app: &App, actor: &Actor, new: &NewHazard) -> Result<HazardView> {
    let school = actor.require(app, Right::ReadCoverage, new.school)?;
    if school.kind != OrganizationKind::School {
        return Err(Code::NotFound.into());
    }
    let (description, place) = (new.description.trim(), new.place.trim());
    if description.is_empty() || description.chars().count() > LONGEST_TEXT {
        let text = format!("1 to {LONGEST_TEXT} characters / 请写明情况，最多 {LONGEST_TEXT} 字");
        return Err(Problem::invalid("description", text));
    }
    if place.chars().count() > LONGEST_PLACE {
        return Err(Problem::invalid("place", format!("at most {LONGEST_PLACE} characters / 最多 {LONGEST_PLACE} 字")));
    }
    let now = app.clock.now();
    let today = now.date_in(zone_of(&school.timezone)?);
    let year = today.year();
    let row = drawn(app, |tx| {
        let post = new.checkpoint.map(|id| checkpoints::find(tx, id)).transpose()?;
        if post.is_some_and(|post| post.school_id != school.id) {
            return Err(Code::NotFound.into());
        }
        let rules = rules::at(tx, &school)?;
        let row = HazardRow {
            id: new.id,
            school_id: school.id,
            checkpoint_id: new.checkpoint,
            year,
            number: hazards::next_number(tx, school.id, year)?,
            category: new.category.clone(),
            level: new.level,
            description: description.to_owned(),
            place: place.to_owned(),
            person_id: actor.person,
            reported_at: now,
            deadline: Some(rules.days.deadline(new.level, today)),
        };
        if let Some(known) = hazards::find(tx, new.id)? {
            let HazardRow { year, number, reported_at, deadline, .. } = known;
            let same = HazardRow { year, number, reported_at, deadline, ..row } == known;
            return if same { Ok(known) } else { Err(Code::Duplicate.into()) };
        }
        if !rules.offers(&row.category) {
            return Err(Code::HazardCategoryNotOffered.into());
        }
        hazards::insert(tx, &row)?;
        if let Some((position, accuracy_m)) = new.position
            && consents::may_locate(tx, actor.person)?
        {
            let (hazard_id, lon, lat) = (new.id, position.lon(), position.lat());
            hazard_positions::insert(tx, &HazardPosition { hazard_id, lon, lat, accuracy_m })?;
        }
        let details = json!({ "category": row.category, "level": row.level, "number": row.number });
        note(app, tx, actor, &school, "hazard.report", ("hazard", row.id.to_string()), details)?;
        Ok(row)
    })?;
    app.bus.school_changed(row.school_id);
    shown(app, actor, row)
}
