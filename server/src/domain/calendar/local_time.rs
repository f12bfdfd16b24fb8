//! The school's clock: local times to instants and back (DESIGN section 2.7).
//!
//! Where clocks are set forward, a local time that does not exist is taken as the first one that does. Where they are
//! set back, a local time that comes twice is taken as the first of the two. So the order of two local times of one
//! date is kept, and a window that lies wholly in a skipped hour comes out empty.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// No zone ever skipped more than a day at once.
const LONGEST_GAP_MINUTES: i64 = 26 * 60;

/// The instant of a local date and time. Nothing only at the ends of representable time.
#[must_use]
pub fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<FixedOffset>> {
    let exact = zone.from_local_datetime(&local).earliest();
    exact.or_else(|| first_after_gap(local, zone)).map(|at| at.fixed_offset())
}

/// Steps to the next full minute that exists; gaps end on full minutes.
fn first_after_gap(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Tz>> {
    let minute =
        local.date().and_time(NaiveTime::MIN) + TimeDelta::minutes((local.time() - NaiveTime::MIN).num_minutes());
    (1..=LONGEST_GAP_MINUTES).find_map(|n| {
        let later = minute.checked_add_signed(TimeDelta::minutes(n))?;
        zone.from_local_datetime(&later).earliest()
    })
}

/// The school's day as instants, half-open: from its first moment to the next day's. Nothing only at the ends of
/// representable time.
#[must_use]
pub fn day_span(date: NaiveDate, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let midnight = |date: NaiveDate| instant(date.and_time(NaiveTime::MIN), zone);
    let next = date.checked_add_days(Days::new(1))?;
    Some((midnight(date)?.to_utc(), midnight(next)?.to_utc()))
}

#[cfg(test)]
mod tests {
    use chrono_tz::{America::Havana, America::New_York, Asia::Shanghai, Pacific::Apia};
    use proptest::prelude::*;

    use super::super::day::tests::date;
    use super::*;

    #[test]
    fn local_times_become_instants() {
        for (zone, local, expected) in [
            (Shanghai, "2026-11-23T07:20:00", "2026-11-23T07:20:00+08:00"),
            (New_York, "2026-03-08T01:59:59", "2026-03-08T01:59:59-05:00"),
            (New_York, "2026-03-08T02:00:00", "2026-03-08T03:00:00-04:00"),
            (New_York, "2026-03-08T02:59:30", "2026-03-08T03:00:00-04:00"),
            (New_York, "2026-11-01T01:30:00", "2026-11-01T01:30:00-04:00"),
            (New_York, "2026-11-01T02:00:00", "2026-11-01T02:00:00-05:00"),
            (Havana, "2026-03-08T00:00:00", "2026-03-08T01:00:00-04:00"),
            (Apia, "2011-12-30T07:20:00", "2011-12-31T00:00:00+14:00"),
            (Shanghai, "1986-05-04T02:30:00", "1986-05-04T03:00:00+09:00"),
        ] {
            assert_eq!(instant(local.parse().unwrap(), zone).unwrap().to_rfc3339(), expected, "{zone} {local}");
        }
    }

    #[test]
    fn a_day_is_the_schools_day() {
        let (from, to) = day_span(date("2026-11-23"), Shanghai).unwrap();
        assert_eq!(
            (from.to_rfc3339(), to.to_rfc3339()),
            ("2026-11-22T16:00:00+00:00".into(), "2026-11-23T16:00:00+00:00".into())
        );
        let (from, to) = day_span(date("2026-03-08"), New_York).unwrap();
        assert_eq!((to - from).num_hours(), 23);
    }

    proptest! {
        #[test]
        fn later_local_times_are_never_earlier_instants(day in 0_u64..3650, a in 0_i64..86_400, b in 0_i64..86_400) {
            for zone in [Shanghai, New_York, Havana, Apia] {
                let midnight = (date("2008-01-01") + Days::new(day)).and_time(NaiveTime::MIN);
                let at = |second: i64| instant(midnight + TimeDelta::seconds(second), zone).unwrap();
                prop_assert!(at(a.min(b)) <= at(a.max(b)));
            }
        }
    }
}
