//! The safety officer goes through the daily checklist before drop-off and after pick-up, and now and then once only; the patrol officer
//! comes to each school in town about twice a month. One answer of the past and one of the first day that is shown is "no".

use chrono::{Datelike, NaiveDate};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::act::{Inspected, Word, WordKind};
use super::{Day, Script, patrol};
use crate::cli::demo::world::{School, World, ids, second};
use crate::domain::id::{InspectionId, PersonId};
use crate::domain::inspection::{BUILT_IN, Inspector};
use crate::domain::lang::Lang;
use crate::domain::words::Office;

/// When the daily ones are sent, minutes after midnight.
const DAILY: [i64; 2] = [7 * 60 + 22, 16 * 60 + 48];
/// When the officer has been through.
const OFFICER: i64 = 10 * 60 + 12;
/// From one school to the next, minutes.
const APART: i64 = 3;
/// The past one, on a Thursday: at which item, and what was wrong.
const PAST: (u32, usize, &str) = (19, 4, "早高峰外卖电动车停在校门正前方，接送车辆绕行");
/// That of the day that is shown.
const SHOWN: (usize, &str) = (7, "东侧连廊护栏一处焊点脱落，已拉警戒线");

/// Adds the inspections of a day.
pub(super) fn inspect(world: &World, school: &School, date: NaiveDate, script: Script, day: &mut Day) {
    let Some(place) = (0..).zip(&world.schools).find(|(_, one)| one.id == school.id).map(|(place, _)| place) else {
        return;
    };
    let ordinal = i64::from(date.ordinal());
    let (_, low) = school.id.0.as_u64_pair();
    let mut random = StdRng::seed_from_u64(world.seed ^ low ^ ordinal.unsigned_abs() ^ 0x0c4e);
    let mut add = |inspector, by: PersonId, minute: i64, no| {
        let Some(list) = BUILT_IN.iter().find(|one| one.read_in(Lang::Zh).inspector == inspector) else { return };
        let at = second(date, (minute + place * APART) * 60);
        let (id, items) = (InspectionId(ids::at(at, &mut random)), list.read_in(Lang::Zh).items);
        let kind = WordKind::Inspect(Inspected { id, school: school.id, checklist: list.id, items, no });
        let reason = if inspector == Inspector::Officer { "到校检查" } else { "每日检查" };
        day.words.push(Word { kind, by, at, reason });
    };
    if let Some(safety) = world.holder(school.id, Office::SafetyOfficer) {
        for (number, minute) in (0..).zip(DAILY) {
            if number == 1 && (ordinal + place * 3) % 5 == 0 || script == Script::Storm {
                continue;
            }
            let no = match script {
                Script::Shown if place == 0 && number == 0 => Some(SHOWN),
                Script::Chance if place == 0 && number == 0 && (date.month(), date.day()) == (11, PAST.0) => {
                    Some((PAST.1, PAST.2))
                }
                _ => None,
            };
            add(Inspector::DutyHead, safety.id, minute, no);
        }
    }
    let in_town = (0..).zip(patrol::gates(world)).find(|(_, (id, _))| *id == school.id);
    if let (Some(officer), Some((gate, _))) = (world.people.last(), in_town) {
        let comes: i64 = gate;
        if (ordinal + comes * 2) % 13 == 6 {
            add(Inspector::Officer, officer.id, OFFICER, None);
        }
    }
}
