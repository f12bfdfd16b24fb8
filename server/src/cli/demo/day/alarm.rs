//! A drill on the first day that is shown: a parent holds the key for help, and those who are told come.

use chrono::NaiveDate;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::Day;
use super::act::{Act, Word, WordKind};
use crate::cli::demo::world::{School, World, ids, second};
use crate::domain::alarm::AlarmStep;
use crate::domain::id::AlarmId;
use crate::domain::words::{CheckInKind, Office, Role};

/// When the key is held, seconds after midnight.
const AT: i64 = 7 * 3600 + 33 * 60;

/// What is done, so many seconds later.
const STEPS: [(i64, AlarmStep, &str); 3] = [
    (40, AlarmStep::Acknowledged, ""),
    (200, AlarmStep::Handled, "演练：已到岗位，情况正常"),
    (420, AlarmStep::Closed, "演练结束，用时 3 分 20 秒"),
];

/// Adds the drill to a day of the first school.
pub(super) fn drill(world: &World, school: &School, date: NaiveDate, day: &mut Day) {
    if world.schools.first().is_none_or(|first| first.id != school.id) {
        return;
    }
    let at = second(date, AT);
    let there = |role| {
        let came = |act: &&Act| act.kind == CheckInKind::Arrive && act.role == role && act.at < at && act.sent.at < at;
        day.acts.iter().find(came).map(|act| (act.person, act.checkpoint))
    };
    let (Some((parent, post)), Some((guard, _))) = (there(Role::Parent), there(Role::Guard)) else { return };
    let Some(principal) = world.holder(school.id, Office::Principal) else { return };
    let mut random = StdRng::seed_from_u64(world.seed ^ 0x0a1a);
    let id = AlarmId(ids::at(at, &mut random));
    day.words.push(Word { kind: WordKind::Alarm(id, school.id, post), by: parent, at, reason: "演练" });
    for (after, step, reason) in STEPS {
        let by = if step == AlarmStep::Closed { principal.id } else { guard };
        let at = second(date, AT + after);
        day.words.push(Word { kind: WordKind::AlarmStep(id, step), by, at, reason });
    }
}
