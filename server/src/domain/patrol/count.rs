//! What the rounds of a day come to, against what was planned.

use super::walk::Round;
use crate::domain::coverage::Second;

/// What is asked of a route on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How many rounds.
    pub rounds: u32,
    /// When they are to be walked, [from, to); the whole day if empty.
    pub windows: Vec<(Second, Second)>,
    /// The end of the day, from which on what was not walked is missed.
    pub day_ends: Second,
}

/// What became of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    /// Rounds asked for.
    pub planned: u32,
    /// Complete rounds that began and ended in a window.
    pub done: u32,
    /// Complete rounds that began in a window and ended after it.
    pub late: u32,
    /// Complete rounds at the same time as another one that counts: two officers together walk one round.
    pub overlapping: u32,
    /// Complete rounds that began in no window.
    pub outside: u32,
    /// Rounds that ended without being complete.
    pub partial: u32,
    /// Rounds under way.
    pub open: u32,
    /// Rounds asked for that were not walked, once there is no time left.
    pub missed: u32,
    /// The rounds that count, by their place in the list.
    pub counted: Vec<usize>,
}

/// Counts the rounds of everybody on one route and day.
#[must_use]
pub fn count(plan: &Plan, rounds: &[Round], now: Second) -> Count {
    let mut sum = Count { planned: plan.rounds, ..Count::default() };
    let mut complete: Vec<(Second, Second, u32, usize)> = Vec::new();
    for (place, round) in rounds.iter().enumerate() {
        match round.ended {
            Some((ended, _)) if round.is_complete() => complete.push((ended, round.opened_at, round.person, place)),
            Some(_) => sum.partial += 1,
            None => sum.open += 1,
        }
    }
    // The earliest end first: so most rounds that do not overlap are found.
    complete.sort_unstable();
    let mut free_from = Second::MIN;
    for (ended, opened, _, place) in complete {
        let Some(window) = window_of(plan, opened) else {
            sum.outside += 1;
            continue;
        };
        if opened < free_from {
            sum.overlapping += 1;
            continue;
        }
        free_from = ended;
        sum.counted.push(place);
        if ended < window.1 { sum.done += 1 } else { sum.late += 1 }
    }
    let walked = sum.done.saturating_add(sum.late);
    let last = plan.windows.iter().map(|window| window.1).max().unwrap_or(plan.day_ends);
    // A round under way that began in time may still be completed.
    let left = if now < last { plan.rounds } else { sum.open };
    sum.missed = plan.rounds.saturating_sub(walked).saturating_sub(left);
    sum
}

fn window_of(plan: &Plan, opened: Second) -> Option<(Second, Second)> {
    if plan.windows.is_empty() {
        return Some((Second::MIN, plan.day_ends));
    }
    plan.windows.iter().copied().find(|window| window.0 <= opened && opened < window.1)
}
