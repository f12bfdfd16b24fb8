//! Which rounds of a day should have been walked by now (`docs/patrols.md`).

use super::count::Plan;
use crate::domain::coverage::Second;

/// Where a plan names no windows, its rounds are asked about so long before the day ends, seconds.
const BEFORE_DAY_ENDS: i64 = 2 * 3600;

/// Rounds that should have been walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdue {
    /// By when they should have been.
    pub since: Second,
    /// How many.
    pub missing: u32,
}

/// By when how many rounds of the day are to be walked or begun, in the order of time: by the end of window i of k the whole part
/// of rounds · i ÷ k.
#[must_use]
pub fn due_by(plan: &Plan) -> Vec<(Second, u32)> {
    let mut ends: Vec<Second> = plan.windows.iter().map(|window| window.1).collect();
    ends.sort_unstable();
    if ends.is_empty() {
        ends.push(plan.day_ends.saturating_sub(BEFORE_DAY_ENDS));
    }
    let windows = u32::try_from(ends.len()).unwrap_or(u32::MAX);
    let due = |place: u32| u64::from(plan.rounds) * u64::from(place) / u64::from(windows);
    (1..).zip(ends).map(|(place, end)| (end, u32::try_from(due(place)).unwrap_or(u32::MAX))).collect()
}

/// What is overdue at `now`, when so many rounds were walked or are under way.
#[must_use]
pub fn overdue(plan: &Plan, begun: u32, now: Second) -> Option<Overdue> {
    let due = due_by(plan).into_iter().take_while(|(by, _)| *by <= now).last();
    let (since, rounds) = due.filter(|(_, rounds)| begun < *rounds)?;
    Some(Overdue { since, missing: rounds.saturating_sub(begun) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(rounds: u32, windows: &[(Second, Second)]) -> Plan {
        Plan { rounds, windows: windows.to_vec(), day_ends: 86_400 }
    }

    #[test]
    fn each_window_has_its_share() {
        let cases: [(Plan, &[(Second, u32)]); 5] = [
            (plan(2, &[(100, 200), (500, 600)]), &[(200, 1), (600, 2)]),
            (plan(1, &[(100, 200), (500, 600)]), &[(200, 0), (600, 1)]),
            (plan(3, &[(500, 600), (100, 200)]), &[(200, 1), (600, 3)]),
            (plan(2, &[]), &[(79_200, 2)]),
            (plan(0, &[(100, 200)]), &[(200, 0)]),
        ];
        for (plan, due) in cases {
            assert_eq!(due_by(&plan), due, "{plan:?}");
        }
    }

    #[test]
    fn what_was_not_begun_by_its_time_is_overdue() {
        let two = plan(2, &[(100, 200), (500, 600)]);
        let cases = [
            (0, 199, None),
            (0, 200, Some((200, 1))),
            (1, 200, None),
            (1, 599, None),
            (1, 600, Some((600, 1))),
            (0, 599, Some((200, 1))),
            (0, 600, Some((600, 2))),
            (2, 80_000, None),
            (5, 80_000, None),
        ];
        for (begun, now, expected) in cases {
            let found = overdue(&two, begun, now).map(|one| (one.since, one.missing));
            assert_eq!(found, expected, "{begun} begun at {now}");
        }
        assert_eq!(overdue(&plan(0, &[]), 0, 86_399), None, "a day that asks for nothing");
    }
}
