//! Inspections of the past, and the hazard that one of them became: it was put right and accepted since.

use chrono::{Datelike as _, TimeDelta};
use rand::rngs::StdRng;

use crate::cli::demo::day::{Inspected, Word};
use crate::cli::demo::world::{World, ZONE, ids};
use crate::domain::hazard::{HazardStep, LevelDays};
use crate::domain::id::{HazardId, HazardStepId};
use crate::domain::inspection::{InspectionAnswer, found};
use crate::domain::words::Office;
use crate::problem::{Problem, Result};
use crate::store::Tx;
use crate::store::hazards::{self, HazardRow, HazardStepRow};
use crate::store::inspections::{self, InspectionAnswerRow, InspectionRow};

pub(super) fn insert(
    tx: &mut Tx,
    world: &World,
    word: &Word,
    inspected: &Inspected,
    random: &mut StdRng,
) -> Result<()> {
    let date = word.at.date_in(ZONE);
    let mut answers = Vec::with_capacity(inspected.items.len());
    for (place, item) in inspected.items.iter().enumerate() {
        let (answer, note) = inspected.answer(place);
        let hazard_id = (answer == InspectionAnswer::No).then(|| HazardId(ids::at(word.at, random)));
        if let Some(id) = hazard_id {
            let row = HazardRow {
                id,
                school_id: inspected.school,
                checkpoint_id: None,
                year: date.year(),
                number: hazards::next_number(tx, inspected.school, date.year())?,
                category: item.category.clone(),
                level: item.level,
                description: found(item, note),
                place: String::new(),
                person_id: word.by,
                reported_at: word.at,
                deadline: Some(LevelDays::BUILT_IN.deadline(item.level, date)),
            };
            hazards::insert(tx, &row)?;
            put_right(tx, world, &row, random)?;
        }
        let place = i32::try_from(place).map_err(Problem::internal)?;
        answers.push(InspectionAnswerRow {
            inspection_id: inspected.id,
            place,
            answer,
            note: note.to_owned(),
            hazard_id,
        });
    }
    let row = InspectionRow {
        id: inspected.id,
        school_id: inspected.school,
        checklist_id: inspected.checklist,
        person_id: word.by,
        at: word.at,
        date,
    };
    Ok(inspections::insert(tx, &row, &answers)?)
}

/// By whoever found it on the next day; the principal looked at it in the evening.
fn put_right(tx: &mut Tx, world: &World, hazard: &HazardRow, random: &mut StdRng) -> Result<()> {
    let principal = world.holder(hazard.school_id, Office::Principal).map_or(hazard.person_id, |one| one.id);
    let steps = [
        (HazardStep::Rectified, hazard.person_id, 26, "已联系城管划定外卖停放区，校门前恢复畅通"),
        (HazardStep::Accepted, principal, 34, "已到现场查看"),
    ];
    for (place, (kind, person_id, hours, text)) in (0..).zip(steps) {
        let at = hazard.reported_at.plus(TimeDelta::hours(hours));
        hazards::insert_step(
            tx,
            &HazardStepRow {
                id: HazardStepId(ids::at(at, random)),
                hazard_id: hazard.id,
                place,
                kind,
                person_id,
                at,
                text: text.to_owned(),
                assignee_id: None,
                deadline: None,
            },
        )?;
    }
    Ok(())
}
