use super::super::{How, PointState, Round, Scan, rounds};
use super::{end, point, route, scan};
use crate::domain::coverage::Second;
use crate::domain::words::{CheckInKind, Grade};
use PointState::{Done, Early, Missing, Rushed, TooShort};

fn states(round: &Round) -> Vec<PointState> {
    round.points.iter().map(|point| point.state).collect()
}

/// Opened, ended, states.
type Told = (Second, Option<(Second, How)>, Vec<PointState>);

fn told(found: &[Round]) -> Vec<Told> {
    found.iter().map(|round| (round.opened_at, round.ended, states(round))).collect()
}

#[test]
fn a_round_begins_with_its_first_pass_and_ends_with_its_last_point() {
    let scans = [scan(0, 0), scan(1, 60), scan(2, 120), scan(0, 2_000), scan(1, 2_060), scan(2, 2_120)];
    let found = rounds(&route(3), 0, &scans, &[], 5_000);
    let done = vec![Done; 3];
    let ended = |at| Some((at, How::Completed));
    assert_eq!(told(&found), [(0, ended(120), done.clone()), (2_000, ended(2_120), done)]);
    assert_eq!(found.iter().map(|round| round.scans.clone()).collect::<Vec<_>>(), [vec![0, 1, 2], vec![3, 4, 5]]);
}

#[test]
fn what_takes_too_long_ends_and_the_next_pass_begins_another() {
    let scans = [scan(0, 0), scan(1, 999), scan(2, 1_000)];
    let found = rounds(&route(3), 0, &scans, &[], 1_999);
    assert_eq!(
        told(&found),
        [(0, Some((1_000, How::TimedOut)), vec![Done, Done, Missing]), (1_000, None, vec![Missing, Missing, Done])]
    );
    assert_eq!(rounds(&route(3), 0, &scans, &[], 2_000)[1].ended, Some((2_000, How::TimedOut)));
}

#[test]
fn a_word_ends_the_round_after_the_scans_of_its_second() {
    let scans = [scan(0, 0), scan(1, 60), scan(2, 61)];
    let found = rounds(&route(3), 0, &scans, &[end(60)], 100);
    assert_eq!(
        told(&found),
        [(0, Some((60, How::GivenUp)), vec![Done, Done, Missing]), (61, None, vec![Missing, Missing, Done])]
    );
    // Words about no round, and of somebody else, are passed over.
    let other = crate::domain::patrol::End { person: 1, at: 60 };
    assert_eq!(rounds(&route(3), 0, &scans, &[other, end(500)], 100).len(), 1);
}

#[test]
fn the_order_is_judged_and_breaks_nothing() {
    let scans = [scan(1, 0), scan(0, 60), scan(2, 120)];
    let found = &rounds(&route(3), 0, &scans, &[], 120)[0];
    assert!(found.is_complete());
    assert_eq!(found.points.iter().map(|point| point.out_of_order).collect::<Vec<_>>(), [false, true, false]);
    let free = crate::domain::patrol::Route { ordered: false, ..route(3) };
    assert!(rounds(&free, 0, &scans, &[], 120)[0].points.iter().all(|point| !point.out_of_order));
}

#[test]
fn a_scan_before_its_time_proves_nothing_until_another_comes_in_time() {
    let mut asked = route(2);
    asked.points[1].not_before = Some(100);
    asked.points[1].tolerance_seconds = 10;
    for (at, state) in [(89, Early), (90, Done), (100, Done)] {
        assert_eq!(states(&rounds(&asked, 0, &[scan(0, 0), scan(1, at)], &[], 200)[0]), [Done, state], "{at}");
    }
    assert_eq!(states(&rounds(&asked, 0, &[scan(0, 0), scan(1, 50), scan(1, 95)], &[], 200)[0]), [Done, Done]);
}

#[test]
fn staying_needs_two_scans_in_a_row() {
    let mut asked = route(2);
    asked.points[0].dwell_seconds = 300;
    asked.points[0].tolerance_seconds = 20;
    let kind = |kind, at| Scan { kind, ..scan(0, at) };
    for (scans, state) in [
        (vec![scan(0, 0)], TooShort),
        (vec![scan(0, 0), scan(0, 279)], TooShort),
        (vec![scan(0, 0), scan(0, 280)], Done),
        // Any later check-in there shows that the person is still there.
        (vec![scan(0, 0), kind(CheckInKind::Leave, 300)], Done),
        (vec![scan(0, 0), kind(CheckInKind::StillHere, 100), scan(0, 300)], Done),
        // Walking on and coming back is not staying.
        (vec![scan(0, 0), scan(1, 100), scan(0, 300)], TooShort),
        (vec![scan(0, 0), scan(1, 100), scan(0, 300), scan(0, 600)], Done),
    ] {
        assert_eq!(states(&rounds(&asked, 0, &scans, &[], 700)[0])[0], state, "{scans:?}");
    }
    let stayed = rounds(&asked, 0, &[scan(0, 5), scan(0, 400)], &[], 700)[0].points[0];
    assert_eq!((stayed.at, stayed.until), (Some(5), Some(400)));
}

#[test]
fn nobody_flies() {
    // 100 m apart, at 10 m a second at most.
    for (seconds, state) in [(9, Rushed), (10, Done)] {
        assert_eq!(
            states(&rounds(&route(2), 0, &[scan(0, 0), scan(1, seconds)], &[], 200)[0]),
            [Done, state],
            "{seconds}"
        );
    }
    // The next scan is compared with the last one that was not rushed, and a later scan proves the point.
    let scans = [scan(0, 0), scan(2, 5), scan(1, 12), scan(2, 30)];
    let found = &rounds(&route(3), 0, &scans, &[], 200)[0];
    assert_eq!(states(found), [Done, Done, Done]);
    // Of points without a place it cannot be told.
    let mut unknown = route(2);
    unknown.points[1].place = None;
    assert!(rounds(&unknown, 0, &[scan(0, 0), scan(1, 1)], &[], 200)[0].is_complete());
}

#[test]
fn repeated_scans_are_counted_and_begin_nothing() {
    let scans = [scan(0, 0), scan(0, 20), scan(1, 60), scan(1, 660), scan(1, 661)];
    let found = rounds(&route(2), 0, &scans, &[], 700);
    assert_eq!((found.len(), found[0].duplicated, found[0].scans.len()), (2, 2, 4));
    assert_eq!(found[1].opened_at, 661);
}

#[test]
fn what_proves_too_little_or_belongs_to_somebody_else_is_no_scan() {
    let weak = Scan { grade: Grade::Claimed, ..scan(1, 60) };
    let other = Scan { person: 1, ..scan(1, 60) };
    let elsewhere = scan(9, 60);
    let arrival = Scan { kind: CheckInKind::Arrive, ..scan(1, 60) };
    for one in [weak, other, elsewhere, arrival] {
        assert_eq!(states(&rounds(&route(2), 0, &[scan(0, 0), one], &[], 100)[0]), [Done, Missing], "{one:?}");
    }
    // What comes later is not known yet.
    assert!(rounds(&route(2), 0, &[scan(0, 101)], &[], 100).is_empty());
    let only = Scan { kind: CheckInKind::Arrive, ..scan(0, 0) };
    assert!(rounds(&route(2), 0, &[only], &[], 100).is_empty(), "only a pass begins a round");
    assert_eq!(point(3).checkpoint, 3);
}
