//! Inspections as they are read.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::sheet::{self, Sheet};
use crate::domain::id::{HazardId, InspectionId, OrganizationId, PersonId};
use crate::domain::inspection::ChecklistItem;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::hazards::rules::Names;
use crate::service::rules::{keepable, school};
use crate::service::{Actor, App};
pub use crate::store::inspections::{InspectionAnswerRow, InspectionRow};
use crate::store::organizations::{self, Seen};
use crate::store::{Read, hazards, inspections, persons};

/// An item with the name of its category, its answer, and the number of the hazard that it became: the year, and a count.
pub type Answered = (ChecklistItem, String, InspectionAnswerRow, Option<(i32, i32)>);

/// An inspection with all that is shown of it.
#[derive(Debug, Clone)]
pub struct InspectionView {
    /// The inspection.
    pub row: InspectionRow,
    /// The school.
    pub school: String,
    /// Who inspected.
    pub person: String,
    /// The checklist as it was gone through.
    pub sheet: Sheet,
    /// Each item with its answer.
    pub answers: Vec<Answered>,
}

/// The inspections of a school from one date to another, the latest first.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`.
pub fn list(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    (after, limit): (Option<(Moment, InspectionId)>, i64),
) -> Result<Vec<InspectionView>> {
    let school = school(app, actor, Right::ReadEvidence, id)?;
    keepable("from", from)?;
    keepable("to", to)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let seen = Seen::rows(std::slice::from_ref(&school));
        let rows = inspections::list(read, &seen, inspections::Filter { from, to, after }, limit)?;
        views(read, actor, rows)
    })
}

/// An inspection that one made, or at a school whose evidence one may read.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn get(app: &App, actor: &Actor, id: InspectionId) -> Result<InspectionView> {
    let row = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(inspections::find(read, id)?))?;
    let row = row.ok_or(Code::NotFound)?;
    if row.person_id != actor.person {
        let school = app.store.read(&Scope::Everything, |read| organizations::find(read, row.school_id))?;
        actor.require_seen(Right::ReadEvidence, &school.path)?;
    }
    shown(app, actor, row)
}

/// One that the actor may see.
pub(super) fn shown(app: &App, actor: &Actor, row: InspectionRow) -> Result<InspectionView> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        views(read, actor, vec![row])?.pop().ok_or_else(|| Code::NotFound.into())
    })
}

fn views(read: &mut impl Read, actor: &Actor, rows: Vec<InspectionRow>) -> Result<Vec<InspectionView>> {
    let mut answers = inspections::answers_of(read, rows.iter().map(|row| row.id).collect())?;
    let hazards: Vec<HazardId> = answers.values().flatten().filter_map(|answer| answer.hazard_id).collect();
    let numbers: HashMap<HazardId, (i32, i32)> =
        hazards::find_all(read, hazards)?.into_iter().map(|row| (row.id, (row.year, row.number))).collect();
    let people: BTreeSet<PersonId> = rows.iter().map(|row| row.person_id).collect();
    let names: HashMap<PersonId, String> = persons::names(read, people.into_iter().collect())?.into_iter().collect();
    let schools: BTreeSet<OrganizationId> = rows.iter().map(|row| row.school_id).collect();
    let schools = organizations::find_all(read, &Vec::from_iter(schools))?;
    let sheets = sheet::by_id(read, rows.iter().map(|row| row.checklist_id).collect(), actor.lang)?;
    let used = rows.iter().filter_map(|row| Some((row.school_id, sheets.get(&row.checklist_id)?)));
    let used = used.flat_map(|(school, sheet)| sheet.list.items.iter().map(move |item| (school, &item.category)));
    let categories = Names::of(read, &schools, used)?;
    let views = rows.into_iter().filter_map(|row| {
        let sheet = sheets.get(&row.checklist_id)?.clone();
        let school = schools.iter().find(|one| one.id == row.school_id)?;
        let given = answers.remove(&row.id).unwrap_or_default();
        let answers = sheet.list.items.iter().cloned().zip(given);
        let numbered = |(item, answer): (ChecklistItem, InspectionAnswerRow)| {
            let number = answer.hazard_id.and_then(|id| numbers.get(&id).copied());
            let category = categories.name(&school.path, &item.category, actor.lang);
            (item, category, answer, number)
        };
        Some(InspectionView {
            school: school.name.clone(),
            person: names.get(&row.person_id).cloned().unwrap_or_default(),
            answers: answers.map(numbered).collect(),
            sheet,
            row,
        })
    });
    Ok(views.collect())
}
