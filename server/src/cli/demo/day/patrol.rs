//! The station's rounds past the gates of the schools in town, twice a day. Some are missed, some are broken off; the morning that is shown has
//! a whole one.

use chrono::{Datelike, NaiveDate, TimeDelta};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::Day;
use super::act::{Act, PhoneClock, Sent, Shown};
use super::fix::{self, Signal};
use crate::cli::demo::world::{Post, School, World, ids, second};
use crate::domain::id::{CheckInId, OrganizationId};
use crate::domain::place::distance_m;
use crate::domain::words::{CheckInKind, Role};

/// When rounds begin, minutes after midnight.
const BEGIN: [i64; 2] = [7 * 60 + 4, 14 * 60];

/// From one gate to the next, seconds.
const LEG: i64 = 8 * 60;

/// What lies farther from the first gate is out of town, metres.
const TOWN_M: f64 = 4_000.0;

/// The points of the route: the gates of the schools in town.
pub(in crate::cli::demo) fn gates(world: &World) -> Vec<(OrganizationId, &Post)> {
    let all = world.schools.iter().filter_map(|school| Some((school.id, school.posts.first()?)));
    let middle = all.clone().next().map(|(_, gate)| gate.centre);
    all.filter(|(_, gate)| middle.is_some_and(|middle| distance_m(middle, gate.centre) <= TOWN_M)).collect()
}

/// The passes of a day at this school's gate.
pub(super) fn walk(world: &World, school: &School, date: NaiveDate, day: &mut Day) {
    let of_route = (0..).zip(gates(world)).find(|(_, (id, _))| *id == school.id);
    let (Some(officer), Some((place, (_, gate)))) = (world.people.last(), of_route) else { return };
    let ordinal = i64::from(date.ordinal());
    for (number, begin) in (0..).zip(BEGIN) {
        let of_round = ordinal * 2 + number;
        let (missed, broken_off) = (of_round % 13 == 7, of_round % 7 == 5);
        if missed || broken_off && place > 3 {
            continue;
        }
        // Of its own, so that nothing else of the county changes with it.
        let seed = world.seed ^ u64::try_from(of_round * 100 + place).unwrap_or_default();
        let mut random = StdRng::seed_from_u64(seed);
        let at = second(date, begin * 60 + place * LEG + (of_round * 37 + place * 53) % 120);
        day.acts.push(Act {
            id: CheckInId(ids::at(at, &mut random)),
            person: officer.id,
            role: Role::Police,
            checkpoint: gate.id,
            kind: CheckInKind::Pass,
            at,
            shown: Shown::Sign,
            fix: fix::draw(gate, Signal::Good, &mut random),
            sent: Sent { at: at.plus(TimeDelta::seconds(2)), clock: PhoneClock::Whole },
            phone_of: officer.id,
            duty: None,
            shift: None,
        });
    }
}
