//! Somebody goes through a checklist.

use chrono::Datelike as _;
use serde_json::json;

use super::applying::may_inspect;
use super::sheet::{self, Sheet};
use super::view::{InspectionView, shown};
use crate::domain::id::{ChecklistId, HazardId, InspectionId, OrganizationId};
use crate::domain::inspection::{Given, InspectionAnswer, answered, found};
use crate::domain::lang::Lang;
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::service::hazards::{drawn, rules};
use crate::service::rules::{note, school};
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
use crate::store::hazards::{self, HazardRow};
use crate::store::inspections::{self, InspectionAnswerRow, InspectionRow};
use crate::store::organizations::Organization;
use crate::store::{Read, Tx};

/// An inspection as it is sent.
#[derive(Debug, Clone)]
pub struct NewInspection {
    /// Made by whoever inspects: sent again, it is the same inspection.
    pub id: InspectionId,
    /// At which school.
    pub school: OrganizationId,
    /// By which checklist.
    pub checklist: ChecklistId,
    /// An answer to each of its items, in order.
    pub answers: Vec<Given>,
}

/// Keeps an inspection, and reports a hazard for each "no". Sent again, it is the same one.
///
/// # Errors
/// `not_found` for a school where one holds nothing, or a checklist that does not hold there; `not_your_checklist`,
/// `checklist_retired`, `invalid_field`; `duplicate` if another inspection has that id.
pub fn inspect(app: &App, actor: &Actor, new: NewInspection) -> Result<InspectionView> {
    let school = school(app, actor, Right::ReadCoverage, new.school)?;
    let (now, zone) = (app.clock.now(), zone_of(&school.timezone)?);
    let (id, checklist_id, person_id, school_id) = (new.id, new.checklist, actor.person, school.id);
    let row = InspectionRow { id, school_id, checklist_id, person_id, at: now, date: now.date_in(zone) };
    let row = drawn(app, |tx| kept(app, tx, actor, &school, &row, &new.answers))?;
    app.bus.school_changed(row.school_id);
    shown(app, actor, row)
}

fn kept(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    row: &InspectionRow,
    answers: &[Given],
) -> Result<InspectionRow> {
    if let Some(known) = inspections::find(tx, row.id)? {
        return if same(tx, &known, row, answers)? { Ok(known) } else { Err(Code::Duplicate.into()) };
    }
    // Chinese, as hazards are described.
    let sheets = sheet::at(tx, school, Lang::Zh)?;
    let sheet = sheets.into_iter().find(|sheet| sheet.id == row.checklist_id).ok_or(Code::NotFound)?;
    if !may_inspect(&actor.grants, sheet.list.inspector, &school.path) {
        return Err(Problem { denied_at: Some(school.path.clone()), ..Code::NotYourChecklist.into() });
    }
    if sheet.retired_at.is_some() {
        return Err(Code::ChecklistRetired.into());
    }
    let answers =
        answered(&sheet.list.items, answers.to_vec()).map_err(|(field, text)| Problem::invalid(&field, text))?;
    add(app, tx, actor, school, row, &sheet, answers)?;
    Ok(row.clone())
}

/// Whether what is sent is what is known: by whom, where, by which checklist, and what was answered.
fn same(read: &mut impl Read, known: &InspectionRow, row: &InspectionRow, answers: &[Given]) -> Result<bool> {
    if (InspectionRow { at: known.at, date: known.date, ..row.clone() }) != *known {
        return Ok(false);
    }
    let kept = inspections::answers_of(read, vec![known.id])?.remove(&known.id).unwrap_or_default();
    let kept = kept.into_iter().map(|row| Given { answer: row.answer, note: row.note });
    Ok(kept.eq(answers.iter().map(|given| Given { answer: given.answer, note: given.note.trim().to_owned() })))
}

fn add(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    row: &InspectionRow,
    sheet: &Sheet,
    answers: Vec<Given>,
) -> Result<()> {
    let days = rules::at(tx, school)?.days;
    let mut rows = Vec::with_capacity(answers.len());
    for (place, (item, given)) in (0..).zip(sheet.list.items.iter().zip(answers)) {
        let hazard_id = (given.answer == InspectionAnswer::No).then(HazardId::fresh);
        if let Some(id) = hazard_id {
            let year = row.date.year();
            let hazard = HazardRow {
                id,
                school_id: school.id,
                checkpoint_id: None,
                year,
                number: hazards::next_number(tx, school.id, year)?,
                // That of the checklist, even if it was retired since: what is wrong is not kept back for that.
                category: item.category.clone(),
                level: item.level,
                description: found(item, &given.note),
                place: String::new(),
                person_id: row.person_id,
                reported_at: row.at,
                deadline: Some(days.deadline(item.level, row.date)),
            };
            hazards::insert(tx, &hazard)?;
            let details = json!({
                "category": item.category, "level": item.level, "number": hazard.number, "inspection": row.id,
            });
            note(app, tx, actor, school, "hazard.report", ("hazard", id.to_string()), details)?;
        }
        rows.push(InspectionAnswerRow {
            inspection_id: row.id,
            place,
            answer: given.answer,
            note: given.note,
            hazard_id,
        });
    }
    inspections::insert(tx, row, &rows)?;
    let not_right = rows.iter().filter(|row| row.hazard_id.is_some()).count();
    let details = json!({ "checklist": sheet.id, "name": sheet.list.name, "hazards": not_right });
    note(app, tx, actor, school, "inspection.add", ("inspection", row.id.to_string()), details)
}
