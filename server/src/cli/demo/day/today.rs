//! The cast of the first morning that is shown: between them they show all that can happen.

use super::act::PhoneClock;
use super::habit::Habit;

/// What the holder of a slot does that morning: the school's name, the duty's place in its window, which of its slots.
/// The junior high begins first, so that a gap stands on the board within its first minutes.
const CAST: &[(&str, usize, usize, Habit)] = &[
    ("青禾县第二中学", 0, 0, Habit::Late(12)),
    ("青禾县第二中学", 2, 1, Habit::Replaced(9)),
    ("青禾县第二中学", 3, 0, Habit::Offline(20, PhoneClock::Whole)),
    ("青禾县第一小学", 2, 0, Habit::KeptScreen),
    ("青禾县第一小学", 5, 0, Habit::Steady),
    ("青禾县第一小学", 6, 0, Habit::PhotoFirst),
    ("青禾县第一小学", 7, 0, Habit::Late(6)),
    ("青禾县第一小学", 8, 1, Habit::Offline(25, PhoneClock::Restarted)),
    ("青禾县第一小学", 9, 2, Habit::LeavesEarly(14)),
    ("柳溪镇中心小学", 3, 0, Habit::Borrows),
    ("柳溪镇中心小学", 7, 0, Habit::NoLocation { co_signed: false }),
    ("柳溪镇中心小学", 9, 0, Habit::Absent),
    ("柳溪镇中心小学", 10, 0, Habit::PhotoOnly),
    ("柳溪镇中心小学", 11, 0, Habit::Replaced(14)),
    ("青禾县实验小学", 0, 0, Habit::Steady),
    ("青禾县实验小学", 4, 0, Habit::NoLocation { co_signed: true }),
    ("青禾县实验小学", 4, 1, Habit::Vague),
    ("东坪九年一贯制学校", 2, 0, Habit::OldSign),
    ("东坪九年一贯制学校", 5, 1, Habit::Mocked),
    ("东坪九年一贯制学校", 7, 1, Habit::Offline(30, PhoneClock::SetBack)),
    ("小青苗幼儿园", 2, 1, Habit::Forgetful),
];

/// The part of a slot, if it has one.
pub(super) fn part(school: &str, position: usize, number: usize) -> Option<Habit> {
    let cast = |(name, at, of, _): &&(&str, usize, usize, Habit)| (*name, *at, *of) == (school, position, number);
    CAST.iter().find(cast).map(|(_, _, _, habit)| *habit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::demo::world::county::SCHOOLS;

    #[test]
    fn the_cast_plays_at_schools_of_the_county() {
        for (name, _, _, habit) in CAST {
            assert!(SCHOOLS.iter().any(|school| school.name == *name), "{name}: {habit:?}");
        }
    }
}
