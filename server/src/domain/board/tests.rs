//! The board's rules, case by case, and against the coverage of the day.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::domain::coverage::{CheckIn, Duty, Window};
use crate::domain::words::{CheckInKind, Grade};

const GATE: u32 = 0;
const ROAD: u32 = 1;

/// Morning [100, 200) with a lead of 20, afternoon [500, 600).
fn window(index: u32) -> Window {
    let from = if index == 0 { 100 } else { 500 };
    Window { index, from, to: from + 100, lead_seconds: 20 }
}

fn duty(index: u32, checkpoint: u32, role: Role, count: u32) -> Duty {
    let (window, roles) = (window(index), [role].into_iter().collect());
    Duty { window, checkpoint, roles, count, min_grade: Grade::Likely, excused: false }
}

fn came(person: u32, checkpoint: u32, at: Second, role: Role) -> CheckIn {
    let (kind, grade) = (CheckInKind::Arrive, Grade::Confirmed);
    CheckIn { person, checkpoint, at, kind, role: Some(role), grade }
}

/// Two parents at the gate and one policeman on the road in the morning, a guard at the gate in the afternoon.
fn day(check_ins: Vec<CheckIn>) -> DayInput {
    let duties = vec![duty(0, GATE, Role::Parent, 2), duty(0, ROAD, Role::Police, 1), duty(1, GATE, Role::Guard, 1)];
    DayInput { kind: DayKind::SchoolDay, hold_seconds: 60, duties, check_ins }
}

fn at(day: &DayInput, shifts: &[PlannedShift], now: Second) -> Board {
    board(&BoardInput { day, shifts, now, grace_seconds: 10 })
}

fn states(board: &Board) -> Vec<(usize, &'static str)> {
    board.posts.iter().map(|post| (post.duty, post.state.as_str())).collect()
}

#[test]
fn the_day_goes_from_before_to_done() {
    use Phase::{Before, Done, Running};
    let day = day(vec![came(1, ROAD, 90, Role::Police)]);
    for (now, phase, expected) in [
        (0, Before, vec![(0, "upcoming"), (1, "upcoming")]),
        (80, Before, vec![(0, "gathering"), (1, "gathering")]),
        (100, Running, vec![(0, "grace"), (1, "covered")]),
        (109, Running, vec![(0, "grace"), (1, "covered")]),
        (110, Running, vec![(0, "empty"), (1, "covered")]),
        (150, Running, vec![(0, "empty"), (1, "grace")]),
        (200, Before, vec![(2, "upcoming")]),
        (600, Done, vec![]),
    ] {
        let board = at(&day, &[], now);
        assert_eq!((board.phase, states(&board)), (phase, expected), "at {now}");
    }
}

#[test]
fn a_day_that_asks_nothing_says_so() {
    for (kind, phase) in [
        (DayKind::Weekend, Phase::NoSchool),
        (DayKind::Cancelled, Phase::NoSchool),
        (DayKind::SchoolDay, Phase::NothingPlanned),
    ] {
        let day = DayInput { kind, duties: Vec::new(), ..day(Vec::new()) };
        assert_eq!(at(&day, &[], 150).phase, phase);
    }
    let unknown = DayInput { kind: DayKind::Unknown, ..day(Vec::new()) };
    assert_eq!(states(&at(&unknown, &[], 150)), [(0, "unknown"), (1, "unknown")]);
}

#[test]
fn a_post_tells_how_many_are_missing_and_since_when() {
    let mut check_ins = vec![came(1, GATE, 95, Role::Parent), came(2, GATE, 100, Role::Parent)];
    check_ins.push(CheckIn { kind: CheckInKind::Leave, ..came(2, GATE, 120, Role::Parent) });
    let day = day(check_ins);
    for (now, filled, missing, since, covered) in
        [(100, 2, 0, None, 0), (119, 2, 0, None, 19), (120, 1, 1, Some(120), 20), (155, 0, 2, Some(120), 20)]
    {
        let post = at(&day, &[], now).posts[0].clone();
        assert_eq!((post.filled, post.missing, post.short_since), (filled, missing, since), "at {now}");
        assert_eq!(post.so_far, SoFar { required_seconds: now - 100, covered_seconds: covered }, "at {now}");
    }
}

#[test]
fn people_on_post_are_told_apart_by_whether_they_count() {
    let day =
        day(vec![came(1, GATE, 95, Role::Parent), came(1, GATE, 120, Role::Parent), came(2, GATE, 99, Role::Teacher)]);
    let on_post = &at(&day, &[], 130).posts[0].on_post;
    let told: Vec<_> = on_post.iter().map(|one| (one.person, one.counts, one.since, one.until)).collect();
    assert_eq!(told, [(1, true, 95, 180), (2, false, 99, 159)]);
}

#[test]
fn shifts_that_nobody_came_to_and_people_who_could_go() {
    let shift = |person, duty, role| PlannedShift { person, duty, role };
    let shifts = [
        shift(1, 0, Role::Parent),
        shift(2, 0, Role::Parent),
        shift(3, 2, Role::Parent),
        shift(4, 2, Role::Police),
        shift(5, 1, Role::Police),
    ];
    let day =
        day(vec![came(1, GATE, 95, Role::Parent), came(5, ROAD, 95, Role::Police), came(6, ROAD, 95, Role::Parent)]);
    let board = at(&day, &shifts, 120);
    assert_eq!((board.posts[0].not_come.clone(), board.posts[1].not_come.clone()), (vec![1], vec![]));
    let could_go: Vec<_> = board.posts[0].could_go.iter().map(|one| (one.person, one.whence, one.checkpoint)).collect();
    assert_eq!(could_go, [(3, Whence::Free, None), (6, Whence::Surplus, Some(ROAD))]);
    assert_eq!(board.posts[1].could_go, []);
}

fn any_day() -> impl Strategy<Value = DayInput> {
    let role = || select(vec![Role::Police, Role::Parent]);
    let window = (0..40_i64, 1..30_i64, 0..10_i64);
    let windows = prop::collection::vec(window, 2..3);
    let duty = (0..2_usize, 0..2_u32, role(), 1..3_u32);
    let check_in = (0..4_u32, 0..2_u32, 0..60_i64, role(), any::<bool>());
    (windows, prop::collection::vec(duty, 1..5), prop::collection::vec(check_in, 0..10)).prop_map(
        |(windows, duties, check_ins)| DayInput {
            kind: DayKind::SchoolDay,
            hold_seconds: 20,
            duties: duties
                .into_iter()
                .map(|(place, checkpoint, role, count)| {
                    let (from, seconds, lead_seconds) = windows[place];
                    let index = u32::try_from(place).unwrap();
                    let window = Window { index, from, to: from + seconds, lead_seconds };
                    let roles = [role].into_iter().collect();
                    Duty { window, checkpoint, roles, count, min_grade: Grade::Likely, excused: false }
                })
                .collect(),
            check_ins: check_ins
                .into_iter()
                .map(|(person, checkpoint, at, role, leaves)| {
                    let kind = if leaves { CheckInKind::Leave } else { CheckInKind::Arrive };
                    CheckIn { kind, ..came(person, checkpoint, at, role) }
                })
                .collect(),
        },
    )
}

proptest! {
    /// "Filled now" is the coverage of this second, and "so far" adds up second by second.
    #[test]
    fn the_board_agrees_with_the_coverage(day in any_day(), now in -5..75_i64) {
        let coverage = compute(&day);
        let missing_at = |duty: usize, second: Second| {
            coverage[duty].gaps.iter().find(|gap| gap.from <= second && second < gap.to).map_or(0, |gap| gap.missing)
        };
        let board = at(&day, &[], now);
        for post in &board.posts {
            let duty = &day.duties[post.duty];
            prop_assert_eq!(post.filled + post.missing, duty.count);
            if duty.window.from <= now {
                prop_assert_eq!(post.missing, missing_at(post.duty, now));
            }
            let passed: Vec<Second> = (duty.window.from..duty.window.to).filter(|second| *second < now).collect();
            let covered = passed.iter().filter(|second| missing_at(post.duty, **second) == 0).count();
            prop_assert_eq!(post.so_far.required_seconds, i64::try_from(passed.len()).unwrap());
            prop_assert_eq!(post.so_far.covered_seconds, i64::try_from(covered).unwrap());
            prop_assert!(post.filled <= u32::try_from(post.on_post.iter().filter(|one| one.counts).count()).unwrap());
        }
        let running = (0..day.duties.len()).filter(|&duty| (day.duties[duty].window.from..day.duties[duty].window.to).contains(&now));
        for duty in running {
            prop_assert!(board.posts.iter().any(|post| post.duty == duty));
        }
    }
}
