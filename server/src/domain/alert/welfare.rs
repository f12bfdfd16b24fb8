//! Who has not said that they leave, long after the window (`docs/alerts.md`): they are asked whether they are all right.

use std::collections::BTreeMap;

use crate::domain::coverage::{CheckIn, DayInput, Second, asks_nothing};
use crate::domain::words::{CheckInKind, Grade};

/// How long after the window somebody is asked, seconds.
pub const ASKED_AFTER: i64 = 3600;
/// For how long it is asked, seconds.
pub const ASKED_FOR: i64 = 3 * 3600;

/// Somebody who is to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unheard {
    /// Who, by their index.
    pub person: u32,
    /// Where they were last.
    pub checkpoint: u32,
    /// Since when it is asked.
    pub since: Second,
    /// Until when.
    pub until: Second,
}

/// Who is to be asked at `now`: whoever's last check-in of the day was not a leave, within the hours of a window at that post that
/// ended long ago. In the order of their indices.
#[must_use]
pub fn unheard(day: &DayInput, now: Second) -> Vec<Unheard> {
    all(day).into_iter().filter(|one| one.since <= now && now < one.until).collect()
}

/// The seconds after `now` at which the answer may change by time alone.
pub(super) fn moments(day: &DayInput) -> impl Iterator<Item = Second> {
    all(day).into_iter().flat_map(|one| [one.since, one.until])
}

fn all(day: &DayInput) -> Vec<Unheard> {
    if asks_nothing(day.kind) {
        return Vec::new();
    }
    let mut last: BTreeMap<u32, &CheckIn> = BTreeMap::new();
    let of_presence = |one: &&CheckIn| one.kind != CheckInKind::Pass && one.grade != Grade::Rejected;
    for check_in in day.check_ins.iter().filter(of_presence) {
        let known = last.entry(check_in.person).or_insert(check_in);
        // At one second a leave is the last word.
        if (known.at, known.is_leave()) <= (check_in.at, check_in.is_leave()) {
            *known = check_in;
        }
    }
    let unheard = |(person, check_in): (u32, &CheckIn)| {
        let duties = day.duties.iter().filter(|duty| duty.checkpoint == check_in.checkpoint);
        let windows = duties.map(|duty| duty.window);
        let within = windows.filter(|window| window.on_post_by() <= check_in.at && check_in.at < window.to);
        let ended = within.map(|window| window.to).max()?;
        let since = ended.saturating_add(ASKED_AFTER);
        let until = since.saturating_add(ASKED_FOR);
        (!check_in.is_leave()).then_some(Unheard { person, checkpoint: check_in.checkpoint, since, until })
    };
    last.into_iter().filter_map(unheard).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coverage::{Duty, Window};
    use crate::domain::words::{DayKind, Role};

    fn day(check_ins: &[(u32, Second, CheckInKind)]) -> DayInput {
        let window = Window { index: 0, from: 1000, to: 2000, lead_seconds: 100 };
        let roles = [Role::Parent].into_iter().collect();
        let check_in = |(person, at, kind): &(u32, Second, CheckInKind)| CheckIn {
            person: *person,
            checkpoint: 0,
            at: *at,
            kind: *kind,
            role: Some(Role::Parent),
            grade: Grade::Claimed,
        };
        DayInput {
            kind: DayKind::SchoolDay,
            hold_seconds: 600,
            duties: vec![Duty { window, checkpoint: 0, roles, count: 1, min_grade: Grade::Likely, excused: false }],
            check_ins: check_ins.iter().map(check_in).collect(),
        }
    }

    #[test]
    fn whoever_has_not_left_is_asked_an_hour_after_the_window() {
        use CheckInKind::{Arrive, Leave, Pass, StillHere};
        let asked = |check_ins: &[(u32, Second, CheckInKind)], now| {
            unheard(&day(check_ins), now).iter().map(|one| one.person).collect::<Vec<_>>()
        };
        let stays = [(1, 950, Arrive), (2, 990, Arrive), (2, 2050, Leave), (3, 900, Arrive), (3, 1500, StillHere)];
        assert_eq!(asked(&stays, 5599), Vec::<u32>::new());
        assert_eq!(asked(&stays, 5600), [1, 3], "the one who left is not asked");
        assert_eq!(asked(&stays, 5600 + ASKED_FOR), Vec::<u32>::new(), "by then it is over");
        assert_eq!(asked(&[(1, 899, Arrive)], 5600), Vec::<u32>::new(), "before anybody was to be on post");
        assert_eq!(asked(&[(1, 2000, Arrive)], 5600), Vec::<u32>::new(), "after the window");
        assert_eq!(asked(&[(1, 1500, Pass)], 5600), Vec::<u32>::new(), "a patrol passes by");
        assert_eq!(
            asked(&[(1, 1500, Leave), (1, 1500, Arrive)], 5600),
            Vec::<u32>::new(),
            "at one second a leave is the last word"
        );
        assert_eq!(asked(&[(1, 1500, Leave), (1, 1600, Arrive)], 5600), [1], "who came back");
        let holiday = DayInput { kind: DayKind::Holiday, ..day(&stays) };
        assert_eq!(unheard(&holiday, 5600), Vec::new());
    }
}
