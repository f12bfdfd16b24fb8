//! When a check-in happened (DESIGN section 6, "Time of a check-in").
//!
//! The phone keeps two clocks. Its wall clock can be wrong or be set; its monotonic clock only counts, and stops being
//! comparable when the phone restarts. On the wire an unbroken monotonic clock is an `elapsed_ms` that is present,
//! not negative and at most [`MAX_AGE`]; `null` says that it broke. The rules, first to last:
//!
//! 1. `good`: the monotonic clock is unbroken. at = received_at − elapsed_ms.
//! 2. `fair`: 0 ≤ sent_at − created_at ≤ [`MAX_AGE`]. at = received_at − (sent_at − created_at). The wall clock may be
//!    wrong by any amount, as long as it was wrong by the same at both times.
//! 3. `poor`: at = created_at, and received_at where that would lie in the future.
//!
//! The result never lies after `received_at`. Where both clocks were sent and tell different ages, by more than
//! [`TOLERANCE`] and a five-thousandth of the age (200 ppm, more than phone clocks drift), or where `elapsed_ms` is
//! negative, somebody or something moved a clock: `clock_jump`. The flag leaves time and quality as they are.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

use crate::domain::words::ClockQuality;

/// A check-in that waited longer on its phone than two weeks has no age that clocks can vouch for.
pub const MAX_AGE: TimeDelta = TimeDelta::days(14);

/// How far the two clocks may disagree, drift aside: a wall clock is set by small steps all the time.
pub const TOLERANCE: TimeDelta = TimeDelta::seconds(5);

/// Drift: one part in so many.
const DRIFT: i32 = 5_000;

/// What is known of the time of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockReadings {
    /// The phone's wall clock at the check-in.
    pub created_at: DateTime<Utc>,
    /// The phone's wall clock at this sending.
    pub sent_at: DateTime<Utc>,
    /// Milliseconds between the two on the monotonic clock; none if it broke.
    pub elapsed_ms: Option<i64>,
    /// The server's clock.
    pub received_at: DateTime<Utc>,
}

/// The time of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DerivedTime {
    /// When it happened, in microseconds; never after it was received.
    pub at: DateTime<Utc>,
    /// How far that can be trusted.
    pub quality: ClockQuality,
    /// Whether the phone's clocks contradict each other (the flag `clock_jump`).
    pub jumped: bool,
}

/// Derives the time of a check-in.
#[must_use]
pub fn derive_time(readings: &ClockReadings) -> DerivedTime {
    let wall_age = readings.sent_at - readings.created_at;
    let counted = readings.elapsed_ms.map(counted_age);
    let (at, quality) = if let Some(age) = counted.and_then(plausible) {
        (before(readings.received_at, age), ClockQuality::Good)
    } else if let Some(age) = plausible(wall_age) {
        (before(readings.received_at, age), ClockQuality::Fair)
    } else {
        (readings.created_at.min(readings.received_at), ClockQuality::Poor)
    };
    let jumped = counted.is_some_and(|counted| disagree(counted, wall_age));
    DerivedTime { at: at.trunc_subsecs(6), quality, jumped }
}

/// The age that the monotonic clock counted. What no clock could count becomes the longest span there is.
fn counted_age(elapsed_ms: i64) -> TimeDelta {
    TimeDelta::try_milliseconds(elapsed_ms).unwrap_or(TimeDelta::MAX)
}

fn plausible(age: TimeDelta) -> Option<TimeDelta> {
    (TimeDelta::zero() <= age && age <= MAX_AGE).then_some(age)
}

fn before(received_at: DateTime<Utc>, age: TimeDelta) -> DateTime<Utc> {
    received_at.checked_sub_signed(age).unwrap_or(received_at)
}

fn disagree(counted: TimeDelta, wall_age: TimeDelta) -> bool {
    if counted < TimeDelta::zero() {
        return true;
    }
    let allowed = TOLERANCE + counted / DRIFT;
    counted.checked_sub(&wall_age).is_none_or(|apart| apart.abs() > allowed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DAY_MS: i64 = 86_400_000;

    fn moment(millis: i64) -> DateTime<Utc> {
        let noon: DateTime<Utc> = "2026-11-23T00:00:00Z".parse().unwrap();
        noon + TimeDelta::milliseconds(millis)
    }

    /// Everything in milliseconds from the moment of receipt.
    fn derive(created: i64, sent: i64, elapsed_ms: Option<i64>) -> (i64, ClockQuality, bool) {
        let received_at = moment(0);
        let readings = ClockReadings { created_at: moment(created), sent_at: moment(sent), elapsed_ms, received_at };
        let derived = derive_time(&readings);
        ((derived.at - received_at).num_milliseconds(), derived.quality, derived.jumped)
    }

    #[test]
    fn times_follow_the_best_clock_that_is_whole() {
        use ClockQuality::{Fair, Good, Poor};
        for (name, created, sent, elapsed, expected) in [
            ("sent at once", -200, -100, Some(100), (-100, Good, false)),
            ("at the same moment", 0, 0, Some(0), (0, Good, false)),
            ("an hour in the queue", -3_600_000, -100, Some(3_599_900), (-3_599_900, Good, false)),
            ("wall clock an hour fast, both times", 3_000_000, 3_600_000, Some(600_000), (-600_000, Good, false)),
            (
                "wall clock set back by an hour while waiting",
                2_000_000,
                -1_000_000,
                Some(600_000),
                (-600_000, Good, true),
            ),
            ("six seconds apart", -66_000, 0, Some(60_000), (-60_000, Good, true)),
            ("five seconds apart", -65_000, 0, Some(60_000), (-60_000, Good, false)),
            ("drift in ten days", -10 * DAY_MS - 170_000, 0, Some(10 * DAY_MS), (-10 * DAY_MS, Good, false)),
            ("more than drift in ten days", -10 * DAY_MS - 180_000, 0, Some(10 * DAY_MS), (-10 * DAY_MS, Good, true)),
            ("restarted", -600_000, -100, None, (-599_900, Fair, false)),
            ("restarted, wall clock a day fast", DAY_MS - 600_000, DAY_MS, None, (-600_000, Fair, false)),
            ("two weeks to the millisecond", -14 * DAY_MS, 0, None, (-14 * DAY_MS, Fair, false)),
            ("over two weeks", -14 * DAY_MS - 1, 0, None, (-14 * DAY_MS - 1, Poor, false)),
            ("counted two weeks", -14 * DAY_MS, 0, Some(14 * DAY_MS), (-14 * DAY_MS, Good, false)),
            ("counted over two weeks", -14 * DAY_MS - 1, 0, Some(14 * DAY_MS + 1), (-14 * DAY_MS - 1, Poor, false)),
            ("counted three weeks, wall clock says a minute", -60_000, 0, Some(21 * DAY_MS), (-60_000, Fair, true)),
            ("restarted, wall clock set back", -100_000, -200_000, None, (-100_000, Poor, false)),
            ("restarted, created in the future", 7_200_000, 3_600_000, None, (0, Poor, false)),
            ("negative count", -600_000, 0, Some(-1), (-600_000, Fair, true)),
            ("negative count, wall clock set back", -100, -200, Some(-5), (-100, Poor, true)),
            ("no clock counts that", -60_000, 0, Some(i64::MAX), (-60_000, Fair, true)),
            ("nor that", -60_000, 0, Some(i64::MIN), (-60_000, Fair, true)),
        ] {
            assert_eq!(derive(created, sent, elapsed), expected, "{name}");
        }
    }

    #[test]
    fn the_ends_of_time_are_survived() {
        for created_at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            for sent_at in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
                for elapsed_ms in [None, Some(0), Some(i64::MIN), Some(i64::MAX)] {
                    let derived =
                        derive_time(&ClockReadings { created_at, sent_at, elapsed_ms, received_at: moment(0) });
                    assert!(derived.at <= moment(0));
                }
            }
        }
    }

    #[test]
    fn times_are_cut_to_microseconds() {
        let created_at = moment(0) - TimeDelta::days(30) + TimeDelta::nanoseconds(1_999);
        let readings = ClockReadings { created_at, sent_at: moment(0), elapsed_ms: None, received_at: moment(0) };
        assert_eq!(derive_time(&readings).at, moment(0) - TimeDelta::days(30) + TimeDelta::microseconds(1));
    }

    /// The rules in whole milliseconds, as one would say them.
    fn slow(created: i64, sent: i64, elapsed: Option<i64>) -> (i64, ClockQuality, bool) {
        let wall = sent - created;
        let jumped = match elapsed {
            None => false,
            Some(elapsed) if elapsed < 0 => true,
            Some(elapsed) => (elapsed - wall).abs() * 5_000 > 25_000_000 + elapsed,
        };
        match elapsed {
            Some(elapsed) if (0..=14 * DAY_MS).contains(&elapsed) => (-elapsed, ClockQuality::Good, jumped),
            _ if (0..=14 * DAY_MS).contains(&wall) => (-wall, ClockQuality::Fair, jumped),
            _ => (created.min(0), ClockQuality::Poor, jumped),
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_rules_in_milliseconds(
            created in -20 * DAY_MS..20 * DAY_MS,
            wall in prop_oneof![-DAY_MS..16 * DAY_MS, -100_i64..100_000],
            counted in prop::option::of(prop_oneof![-DAY_MS..16 * DAY_MS, -100_i64..100_000]),
        ) {
            prop_assert_eq!(derive(created, created + wall, counted), slow(created, created + wall, counted));
        }

        #[test]
        fn clocks_that_agree_raise_no_flag(offset in -DAY_MS..DAY_MS, age in 0..14 * DAY_MS, apart in -5_000_i64..=5_000) {
            let (at, quality, jumped) = derive(offset - age + apart, offset, Some(age));
            prop_assert_eq!((at, quality, jumped), (-age, ClockQuality::Good, false));
        }
    }
}
