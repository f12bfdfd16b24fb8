//! Hazards of the first day that is shown: one to be assigned, one being put right, one to be accepted.

use chrono::NaiveDate;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::Day;
use super::act::{Act, Word, WordKind};
use crate::cli::demo::world::{School, World, ids, second};
use crate::domain::hazard::{BuiltInCategory, HazardLevel, HazardStep};
use crate::domain::id::HazardId;
use crate::domain::words::{CheckInKind, Office, Role};

/// A hazard: minutes after midnight, what it is, and how far it gets.
const HAZARDS: [(i64, BuiltInCategory, HazardLevel, &str, &[HazardStep]); 3] = [
    (
        7 * 60 + 24,
        BuiltInCategory::Traffic,
        HazardLevel::Minor,
        "校门西侧人行道停放共享单车，孩子只能走机动车道",
        &[HazardStep::Assigned],
    ),
    (
        7 * 60 + 27,
        BuiltInCategory::Facility,
        HazardLevel::Serious,
        "东门外窨井盖破损",
        &[HazardStep::Assigned, HazardStep::Rectified],
    ),
    (7 * 60 + 31, BuiltInCategory::Fire, HazardLevel::Major, "消防通道被施工材料堵住", &[]),
];

/// Minutes from one step to the next.
const PAUSE: i64 = 9;

/// Adds the hazards to a day of the first school.
pub(super) fn found(world: &World, school: &School, date: NaiveDate, day: &mut Day) {
    if world.schools.first().is_none_or(|first| first.id != school.id) {
        return;
    }
    let there = |role| {
        let came = |act: &&Act| act.kind == CheckInKind::Arrive && act.role == role;
        day.acts.iter().find(came).map(|act| (act.person, act.checkpoint))
    };
    let (Some((parent, post)), Some((guard, _))) = (there(Role::Parent), there(Role::Guard)) else { return };
    let Some(safety) = world.holder(school.id, Office::SafetyOfficer) else { return };
    let mut random = StdRng::seed_from_u64(world.seed ^ 0x0a2a);
    for (minute, category, level, reason, steps) in HAZARDS {
        let at = second(date, minute * 60);
        let id = HazardId(ids::at(at, &mut random));
        day.words.push(Word { kind: WordKind::Hazard(id, school.id, post, category, level), by: parent, at, reason });
        for (after, step) in (1..).zip(steps) {
            let (by, assignee, reason) = match step {
                HazardStep::Assigned => (safety.id, Some(guard), "请尽快处理"),
                _ => (guard, None, "已处理完毕"),
            };
            let at = second(date, (minute + after * PAUSE) * 60);
            day.words.push(Word { kind: WordKind::HazardStep(id, *step, assignee), by, at, reason });
        }
    }
}
