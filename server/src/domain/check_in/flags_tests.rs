use proptest::prelude::*;

use super::*;

fn movement(distance_m: f64, accuracy_sum_m: f64, seconds: i64) -> Movement {
    Movement { distance_m, accuracy_sum_m, apart: TimeDelta::seconds(seconds), times_trusted: true }
}

#[test]
fn speeds_are_impossible_over_a_distance_only() {
    for (name, movement, expected) in [
        ("a stroll", movement(300.0, 40.0, 300), false),
        ("a fast car", movement(4_000.0, 0.0, 100), false),
        ("faster than that", movement(4_001.0, 0.0, 100), true),
        ("accuracy taken off", movement(4_030.0, 40.0, 100), false),
        ("a jump of 200 m at once", movement(200.0, 0.0, 0), false),
        ("a jump of 201 m at once", movement(201.0, 0.0, 0), true),
        ("within the accuracies", movement(380.0, 200.0, 0), false),
        ("out of order", movement(10_000.0, 20.0, -60), true),
        ("at the same second, next town", movement(20_000.0, 100.0, 0), true),
    ] {
        assert_eq!(impossible_speed(&movement), expected, "{name}");
        assert!(!impossible_speed(&Movement { times_trusted: false, ..movement }), "{name}");
    }
    assert!(!impossible_speed(&movement(f64::NAN, 0.0, 1)));
}

fn fix(lon: f64, taken_at: i64) -> SentFix {
    SentFix { lon, lat: 39.9, taken_at }
}

#[test]
fn equal_fixes_of_three_different_seconds_are_flagged() {
    let here = 116.404;
    for (name, now, earlier, expected) in [
        ("the first", fix(here, 100), vec![], false),
        ("the second", fix(here, 100), vec![fix(here, 90)], false),
        ("the third", fix(here, 100), vec![fix(here, 90), fix(here, 80)], true),
        ("one cached fix sent thrice", fix(here, 80), vec![fix(here, 80), fix(here, 80)], false),
        ("sent twice, then a third", fix(here, 100), vec![fix(here, 80), fix(here, 80), fix(here, 70)], true),
        ("broken by another", fix(here, 100), vec![fix(here, 90), fix(116.405, 80), fix(here, 70)], false),
        ("the last bit differs", fix(here, 100), vec![fix(here, 90), fix(here.next_up(), 80)], false),
    ] {
        assert_eq!(identical_coordinates(&now, &earlier), expected, "{name}");
    }
}

#[test]
fn a_device_is_shared_when_somebody_else_used_it() {
    let (me, other) = (PersonId::fresh(), PersonId::fresh());
    for (users, expected) in [(vec![], false), (vec![me, me], false), (vec![me, other], true), (vec![other], true)] {
        assert_eq!(shared_device(me, &users), expected);
    }
}

#[test]
fn off_shift_needs_a_roster() {
    let (me, other) = (PersonId::fresh(), PersonId::fresh());
    for (rostered, expected) in [(vec![], false), (vec![me], false), (vec![other], true), (vec![other, me], false)] {
        assert_eq!(off_shift(me, &rostered), expected);
    }
}

#[test]
fn every_flag_speaks_both_languages() {
    for flag in Flag::ALL {
        let sentence = flag.sentence();
        assert!(sentence.zh.ends_with('。') && sentence.en.ends_with('.'), "{flag}");
    }
}

proptest! {
    #[test]
    fn more_time_or_worse_accuracy_never_raises_the_flag(
        distance in 0.0..50_000.0_f64, accuracy in 0.0..400.0_f64, seconds in 0_i64..2_000, more in 0_i64..500,
    ) {
        let before = impossible_speed(&movement(distance, accuracy, seconds));
        let slower = impossible_speed(&movement(distance, accuracy, seconds + more));
        let coarser = impossible_speed(&movement(distance, accuracy + 10.0, seconds));
        prop_assert!(before || !(slower || coarser));
    }
}
