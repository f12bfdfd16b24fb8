//! Shifts as they are shown: with the place, the times of that very day, and names.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::App;
use super::school_day::{self, PlannedDuty, SchoolDay, zone_of};
use crate::domain::calendar::day::Decision;
use crate::domain::calendar::plan::PlannedWindow;
use crate::domain::id::{CheckpointId, OrganizationId, PersonId, WindowId};
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::shifts::ShiftRow;
use crate::store::{Read, board_facts, persons};

/// A shift with all that belongs to it.
#[derive(Debug)]
pub struct ShiftShown {
    /// The shift.
    pub row: ShiftRow,
    /// Whose.
    pub person_name: String,
    /// The school.
    pub school: Organization,
    /// Its clock.
    pub zone: Tz,
    /// What kind of day it is.
    pub decision: Decision,
    /// What is asked; none if that duty is not asked for on that day.
    pub duty: Option<PlannedDuty>,
    /// The name of the post.
    pub checkpoint: Option<String>,
    /// The window at its times on that day.
    pub window: Option<PlannedWindow>,
    /// Its name.
    pub window_name: Option<String>,
}

/// What is known of one school in the span of its shifts.
struct SchoolFacts {
    school: Organization,
    zone: Tz,
    days: HashMap<NaiveDate, SchoolDay>,
    checkpoints: HashMap<CheckpointId, String>,
    windows: HashMap<WindowId, String>,
}

/// Adds what belongs to each. Ask for shifts that the actor may see.
///
/// # Errors
/// Those of the database.
pub fn shown(app: &App, rows: Vec<ShiftRow>) -> Result<Vec<ShiftShown>> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let people = persons::names(read, rows.iter().map(|row| row.person_id).collect())?;
        let people: HashMap<PersonId, String> = people.into_iter().collect();
        let mut spans: BTreeMap<OrganizationId, (NaiveDate, NaiveDate)> = BTreeMap::new();
        for row in &rows {
            let (from, to) = spans.entry(row.school_id).or_insert((row.date, row.date));
            (*from, *to) = (row.date.min(*from), row.date.max(*to));
        }
        let mut schools = HashMap::new();
        for (school, span) in spans {
            schools.insert(school, facts(app, read, school, span)?);
        }
        rows.into_iter().map(|row| one(row, &schools, &people)).collect()
    })
}

/// The same for one.
///
/// # Errors
/// Those of the database.
pub fn shown_one(app: &App, row: ShiftRow) -> Result<ShiftShown> {
    shown(app, vec![row])?.pop().ok_or_else(|| Code::NotFound.into())
}

fn facts(
    app: &App,
    read: &mut impl Read,
    school: OrganizationId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<SchoolFacts> {
    let years = app.years(read)?;
    let school = organizations::find(read, school)?;
    let seen = Seen::rows(std::slice::from_ref(&school));
    let days = school_day::load_range(read, &years, &[school.id], from, to)?;
    Ok(SchoolFacts {
        zone: zone_of(&school.timezone)?,
        days: days.into_iter().map(|day| (day.date, day)).collect(),
        checkpoints: board_facts::checkpoint_names(read, &seen)?.into_iter().collect(),
        windows: board_facts::window_names_between(read, &seen, from, to)?.into_iter().collect(),
        school,
    })
}

fn one(
    row: ShiftRow,
    schools: &HashMap<OrganizationId, SchoolFacts>,
    people: &HashMap<PersonId, String>,
) -> Result<ShiftShown> {
    let facts = schools.get(&row.school_id).ok_or(Code::NotFound)?;
    let day = facts.days.get(&row.date).ok_or(Code::NotFound)?;
    let duty = day.duties.iter().find(|duty| duty.id == row.duty_id).cloned();
    let window = duty.as_ref().and_then(|duty| day.window(duty.window_id)).cloned();
    Ok(ShiftShown {
        person_name: people.get(&row.person_id).cloned().unwrap_or_default(),
        school: facts.school.clone(),
        zone: facts.zone,
        decision: day.plan.decision.clone(),
        checkpoint: duty.as_ref().and_then(|duty| facts.checkpoints.get(&duty.checkpoint_id).cloned()),
        window_name: window.as_ref().and_then(|window| facts.windows.get(&window.id).cloned()),
        window,
        duty,
        row,
    })
}
