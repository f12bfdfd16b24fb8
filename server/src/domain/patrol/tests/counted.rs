use super::super::{Count, How, Plan, Round, count};
use crate::domain::coverage::Second;

fn round(person: u32, opened_at: Second, ended: Option<(Second, How)>) -> Round {
    Round { person, opened_at, ended, points: Vec::new(), duplicated: 0, scans: Vec::new() }
}

fn complete(person: u32, opened_at: Second, ended: Second) -> Round {
    round(person, opened_at, Some((ended, How::Completed)))
}

fn plan(windows: &[(Second, Second)]) -> Plan {
    Plan { rounds: 2, windows: windows.to_vec(), day_ends: 86_400 }
}

#[test]
fn each_round_is_counted_once() {
    let windows = [(100, 200), (300, 400)];
    let none = Count { planned: 2, missed: 2, ..Count::default() };
    for (rounds, expected) in [
        (vec![], none.clone()),
        (vec![complete(0, 100, 150)], Count { done: 1, missed: 1, counted: vec![0], ..none.clone() }),
        // A window holds its first second and not its last.
        (vec![complete(0, 199, 200)], Count { late: 1, missed: 1, counted: vec![0], ..none.clone() }),
        (vec![complete(0, 200, 250)], Count { outside: 1, ..none.clone() }),
        (vec![round(0, 100, Some((180, How::TimedOut)))], Count { partial: 1, ..none.clone() }),
        (vec![round(0, 100, Some((180, How::GivenUp)))], Count { partial: 1, ..none.clone() }),
        (vec![round(0, 390, None)], Count { open: 1, missed: 1, ..none.clone() }),
        // Two together walk one round; one after the other walk two.
        (
            vec![complete(0, 100, 150), complete(1, 110, 160)],
            Count { done: 1, overlapping: 1, missed: 1, counted: vec![0], ..none.clone() },
        ),
        (
            vec![complete(0, 100, 150), complete(1, 150, 160)],
            Count { done: 2, missed: 0, counted: vec![0, 1], ..none.clone() },
        ),
        // The long one must not hide two short ones.
        (
            vec![complete(0, 100, 190), complete(1, 101, 120), complete(1, 130, 150)],
            Count { done: 2, missed: 0, overlapping: 1, counted: vec![1, 2], ..none },
        ),
    ] {
        assert_eq!(count(&plan(&windows), &rounds, 400), expected, "{rounds:?}");
    }
}

#[test]
fn nothing_is_missed_while_there_is_time() {
    for (now, missed) in [(0, 0), (399, 0), (400, 2)] {
        assert_eq!(count(&plan(&[(100, 200), (300, 400)]), &[], now).missed, missed, "{now}");
    }
    // Without windows the day decides, and more rounds than asked for are all counted.
    let all_day = plan(&[]);
    assert_eq!((count(&all_day, &[], 86_399).missed, count(&all_day, &[], 86_400).missed), (0, 2));
    let many: Vec<Round> = (0..3).map(|n| complete(0, n * 100, n * 100 + 50)).collect();
    assert_eq!((count(&all_day, &many, 86_400).done, count(&all_day, &many, 86_400).missed), (3, 0));
}
