use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::{End, Point, Route, Scan, rounds};
use super::{point, twin};
use crate::domain::words::{CheckInKind, Grade};

const LAST: i64 = 1_500;

fn points() -> impl Strategy<Value = Vec<Point>> {
    let of = |checkpoint| {
        let not_before = prop::option::of(0..LAST);
        (not_before, prop_oneof![Just(0), 1..200_i64], 0..40_i64, any::<bool>()).prop_map(
            move |(not_before, dwell, tolerance, known)| {
                let plain = point(checkpoint);
                let place = plain.place.filter(|_| known);
                Point { not_before, dwell_seconds: dwell, tolerance_seconds: tolerance, place, ..plain }
            },
        )
    };
    (of(0), of(1), of(2), 1..=3_usize).prop_map(|(a, b, c, count)| [a, b, c].into_iter().take(count).collect())
}

fn route() -> impl Strategy<Value = Route> {
    (any::<bool>(), points(), 1..700_i64).prop_map(|(ordered, points, max_seconds)| Route {
        ordered,
        points,
        max_seconds,
        min_grade: Grade::Likely,
        max_speed: 10.0,
    })
}

fn scans() -> impl Strategy<Value = Vec<Scan>> {
    let kind =
        prop_oneof![6 => Just(CheckInKind::Pass), 1 => Just(CheckInKind::StillHere), 1 => Just(CheckInKind::Leave)];
    let grade = prop_oneof![5 => Just(Grade::Confirmed), 1 => Just(Grade::Claimed)];
    // Most people walk on, so times lie close together, and some are the same.
    let one = (0..2_u32, 0..4_u32, 0..LAST, kind, grade).prop_map(|(person, checkpoint, at, kind, grade)| Scan {
        person,
        checkpoint,
        at,
        kind,
        grade,
    });
    prop::collection::vec(one, 0..14)
}

fn ends() -> impl Strategy<Value = Vec<End>> {
    prop::collection::vec((0..2_u32, 0..LAST).prop_map(|(person, at)| End { person, at }), 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn rounds_are_what_going_second_by_second_gives(route in route(), scans in scans(), ends in ends(), now in 0..LAST + 800) {
        for person in 0..2 {
            prop_assert_eq!(rounds(&route, person, &scans, &ends, now), twin::rounds(&route, person, &scans, &ends, now));
        }
    }

    #[test]
    fn a_scan_belongs_to_at_most_one_round_and_rounds_follow_each_other(route in route(), scans in scans(), ends in ends()) {
        let found = rounds(&route, 0, &scans, &ends, LAST);
        let all: Vec<usize> = found.iter().flat_map(|round| round.scans.clone()).collect();
        prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        for pair in found.windows(2) {
            prop_assert!(pair[0].ended.is_some_and(|(ended, _)| ended <= pair[1].opened_at));
        }
    }

    #[test]
    fn the_order_in_which_scans_of_different_seconds_come_in_changes_nothing(route in route(), scans in scans(), ends in ends()) {
        let mut apart: Vec<Scan> = Vec::new();
        for scan in scans {
            if !apart.iter().any(|other| other.at == scan.at) {
                apart.push(scan);
            }
        }
        let told = |scans: &[Scan]| rounds(&route, 0, scans, &ends, LAST).into_iter()
            .map(|round| (round.opened_at, round.ended, round.points, round.duplicated)).collect::<Vec<_>>();
        let forwards = told(&apart);
        apart.reverse();
        prop_assert_eq!(told(&apart), forwards);
    }
}
