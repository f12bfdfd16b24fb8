//! A day with fewer check-ins and the same coverage, for whoever keeps many days in memory.

use super::input::{CheckIn, DayInput, Second};

/// Leaves out what somebody said again while an earlier proof was in force and a later one took over from it: at the same post, in the
/// same capacity, as well proven. What is in force at each second stays the same.
#[must_use]
pub fn thinned(day: DayInput) -> DayInput {
    let hold_seconds = day.hold_seconds;
    let mut check_ins = day.check_ins;
    check_ins.sort_by_key(|one| (one.person, one.at));
    let mut kept: Vec<CheckIn> = Vec::new();
    for (place, one) in check_ins.iter().enumerate() {
        let spare = kept.last().zip(check_ins.get(place + 1));
        if spare.is_none_or(|(before, after)| !is_spare(before, one, after, hold_seconds)) {
            kept.push(*one);
        }
    }
    kept.shrink_to_fit();
    DayInput { check_ins: kept, ..day }
}

/// Whether `one` adds nothing between the check-in kept before it and the one after it.
fn is_spare(before: &CheckIn, one: &CheckIn, after: &CheckIn, hold_seconds: i64) -> bool {
    let like = |other: &CheckIn| {
        other.is_proof()
            && (other.person, other.checkpoint, other.role, other.grade)
                == (one.person, one.checkpoint, one.role, one.grade)
    };
    let apart = |a: Second, b: Second| a < b;
    one.is_proof()
        && like(before)
        && like(after)
        && apart(before.at, one.at)
        && apart(one.at, after.at)
        && after.at <= before.at.saturating_add(hold_seconds)
}
