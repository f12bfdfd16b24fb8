//! What a school day comes to: who is planned where, and what each of them does. Pure, and the same for the same seed.
//!
//! The plan serves twice: the past is judged from it and stored, and today the phones send it over HTTP.

mod act;
mod alarm;
mod fix;
mod habit;
mod hazard;
mod inspection;
pub(super) mod patrol;
mod play;
mod roster;
mod today;

use chrono::NaiveDate;

pub(super) use act::{Act, Inspected, Shown, Word, WordKind};
pub(super) use fix::GivenFix;
pub(super) use roster::{Roster, Slot};

use super::world::{School, World};
use crate::domain::words::WindowKind;

/// One school's day.
#[derive(Default)]
pub(super) struct Day {
    /// Who is planned for which slot.
    pub(super) slots: Vec<Slot>,
    /// Check-ins, in no order.
    pub(super) acts: Vec<Act>,
    /// What people say about check-ins later.
    pub(super) words: Vec<Word>,
}

/// How a day is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// As chance has it.
    Chance,
    /// Nobody has to come: people mostly stay at home.
    Storm,
    /// The first day that is shown: chance, with a cast that shows everything within one morning.
    Shown,
}

/// Plans a school's day.
pub(super) fn plan(world: &World, school: &School, date: NaiveDate, script: Script) -> Day {
    let mut random = world.day_random(school, date);
    let mut day = Day::default();
    for kind in WindowKind::ALL {
        let roster = Roster::draw(school, date, *kind, &mut random);
        play::play(world, school, &roster, script, &mut random, &mut day);
        day.slots.extend(roster.slots);
    }
    patrol::walk(world, school, date, &mut day);
    inspection::inspect(world, school, date, script, &mut day);
    if script == Script::Shown {
        alarm::drill(world, school, date, &mut day);
        hazard::found(world, school, date, &mut day);
    }
    day
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_day_is_the_same_for_the_same_seed_and_ids_are_unique() {
        let date = "2026-11-23".parse().unwrap();
        let world = World::new(3, "2026-09-01".parse().unwrap()).unwrap();
        let ids = || -> Vec<_> {
            let days = world.schools.iter().map(|school| plan(&world, school, date, Script::Shown));
            days.flat_map(|day| day.acts.into_iter().map(|act| (act.id, act.at))).collect()
        };
        let first = ids();
        assert_eq!(first, ids());
        assert!(first.len() > 300, "{}", first.len());
        assert_eq!(first.iter().map(|(id, _)| *id).collect::<BTreeSet<_>>().len(), first.len());
    }

    #[test]
    fn nobody_stands_at_two_posts_of_a_window() {
        let date = "2026-10-20".parse().unwrap();
        let world = World::new(3, "2026-09-01".parse().unwrap()).unwrap();
        for school in &world.schools {
            let mut random = world.day_random(school, date);
            for kind in WindowKind::ALL {
                let roster = Roster::draw(school, date, *kind, &mut random);
                let people: BTreeSet<_> = roster.slots.iter().map(|slot| slot.person).collect();
                assert_eq!(people.len(), roster.slots.len(), "{}", school.spec.name);
            }
        }
    }

    #[test]
    fn nothing_is_sent_before_it_happened() {
        let date = "2026-11-23".parse().unwrap();
        let world = World::new(5, "2026-09-01".parse().unwrap()).unwrap();
        for school in &world.schools {
            let day = plan(&world, school, date, Script::Shown);
            assert!(day.acts.iter().all(|act| act.at <= act.sent.at), "{}", school.spec.name);
            assert!(day.acts.iter().all(|act| school.post(act.checkpoint).is_some()));
        }
    }
}
