//! Two months of history, judged by the same pure rules as live check-ins and inserted in bulk.

mod inspections;
mod judge;
mod words;

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

use super::build::Places;
use super::calendar;
use super::day::{self, Day, Script};
use super::world::{School, World, minute};
use crate::domain::calendar::change::ChangeKind;
use crate::domain::id::DayChangeId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::words::{Office, ShiftState};
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::store::check_ins::{CheckIn, DevicePerson, insert_many, note_devices};
use crate::store::day_changes::{self, DayChangeRow};
use crate::store::{Tx, shifts};

/// Inserts the days given, in one transaction; answers how many check-ins they hold.
///
/// # Errors
/// Those of the database.
pub(super) fn insert(app: &App, world: &World, places: &Places, days: &[NaiveDate]) -> Result<usize> {
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let mut count = 0;
        for date in days {
            for school in &world.schools {
                count += insert_day(tx, world, places, school, *date)?;
            }
        }
        Ok(count)
    })
}

/// Plans the shifts of days to come: most are accepted, some not answered yet.
///
/// # Errors
/// Those of the database.
pub(super) fn plan_shifts(app: &App, world: &World, days: &[(NaiveDate, Script)]) -> Result<()> {
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        for (date, script) in days {
            for school in &world.schools {
                let day = day::plan(world, school, *date, *script);
                insert_shifts(tx, world, school, *date, &day, *date > calendar::SHOWN)?;
            }
        }
        Ok(())
    })
}

fn insert_day(tx: &mut Tx, world: &World, places: &Places, school: &School, date: NaiveDate) -> Result<usize> {
    let storm = date == calendar::STORM;
    let day = day::plan(world, school, date, if storm { Script::Storm } else { Script::Chance });
    if storm {
        stand_down(tx, world, school, date)?;
    }
    insert_shifts(tx, world, school, date, &day, false)?;
    let mut judged = Vec::new();
    for act in &day.acts {
        judged.extend(judge::judge(world, places, school, act)?);
    }
    judged.sort_by_key(|one| one.row.received_at);
    let positions: Vec<_> = judged.iter().filter_map(|one| one.position.clone()).collect();
    let rows: Vec<CheckIn> = judged.into_iter().map(|one| one.row).collect();
    insert_many(tx, &rows, &positions)?;
    note(tx, &rows)?;
    words::insert(tx, world, school, &day, &rows)?;
    Ok(rows.len())
}

fn note(tx: &mut Tx, rows: &[CheckIn]) -> Result<()> {
    let mut seen: BTreeMap<(&str, _), Moment> = BTreeMap::new();
    for row in rows {
        seen.insert((&row.device_id, row.person_id), row.at);
    }
    let seen: Vec<DevicePerson> = seen
        .into_iter()
        .map(|((device, person_id), last_seen_at)| DevicePerson {
            device_id: device.to_owned(),
            person_id,
            last_seen_at,
        })
        .collect();
    Ok(note_devices(tx, &seen)?)
}

fn insert_shifts(tx: &mut Tx, world: &World, school: &School, date: NaiveDate, day: &Day, to_come: bool) -> Result<()> {
    let Some(author) = world.holder(school.id, Office::SafetyOfficer) else { return Ok(()) };
    let created_at = minute(date, 16 * 60).minus(TimeDelta::days(6));
    for (number, slot) in day.slots.iter().enumerate() {
        let open = to_come && number % 5 == 0;
        for (duty, shift, _) in &slot.shifts {
            shifts::plan(
                tx,
                &shifts::ShiftRow {
                    id: *shift,
                    school_id: school.id,
                    duty_id: *duty,
                    date,
                    person_id: slot.person,
                    role: slot.role,
                    state: if open { ShiftState::Planned } else { ShiftState::Accepted },
                    stand_in_for: None,
                    author_id: author.id,
                    created_at,
                    answered_at: (!open).then(|| created_at.plus(TimeDelta::hours(3))),
                },
            )?;
        }
    }
    Ok(())
}

/// The whole day is excused: nobody had to come.
fn stand_down(tx: &mut Tx, world: &World, school: &School, date: NaiveDate) -> Result<()> {
    let Some(author) = world.holder(school.id, Office::Principal) else { return Ok(()) };
    let row = DayChangeRow {
        id: DayChangeId(super::world::ids::at(minute(date, 375), &mut world.day_random(school, date))),
        school_id: school.id,
        date,
        kind: ChangeKind::DayStoodDown,
        window_id: None,
        duty_id: None,
        starts: None,
        ends: None,
        reason: "暴雨红色预警，护学岗撤岗，学生由家长接送入校".to_owned(),
        author_id: author.id,
        created_at: minute(date, 375),
        withdrawn_by: None,
        withdrawn_at: None,
    };
    Ok(day_changes::insert(tx, &row)?)
}
