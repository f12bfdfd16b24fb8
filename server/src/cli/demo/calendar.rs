//! Which dates have school: by the State Council's notices alone, which the county follows.

use chrono::{Days, NaiveDate};

use crate::domain::calendar::decide::decide;
use crate::domain::calendar::national::Years;

/// The day that is shown first: a Monday of the second half of the term.
pub(super) const SHOWN: NaiveDate = date(2026, 11, 23);
/// When the county was set up.
pub(super) const SET_UP: NaiveDate = date(2026, 9, 1);
/// The first day of the history: a Sunday on which school is made up for National Day.
pub(super) const FIRST: NaiveDate = date(2026, 9, 20);
/// The day on which the posts stood down for the weather.
pub(super) const STORM: NaiveDate = date(2026, 11, 12);

/// No break is longer.
const LONGEST_BREAK: usize = 20;

const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// Whether a date has school.
pub(super) fn has_school(date: NaiveDate) -> bool {
    decide(date, Years::built_in(), &[]).kind.has_school()
}

/// The school days from a date to another, both included.
pub(super) fn school_days(from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    from.iter_days().take_while(|date| *date <= to).filter(|date| has_school(*date)).collect()
}

/// The next school day after a date; none where the notices end.
pub(super) fn next(date: NaiveDate) -> Option<NaiveDate> {
    let later = date.checked_add_days(Days::new(1))?;
    later.iter_days().take(LONGEST_BREAK).find(|date| has_school(*date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_history_follows_the_notices() {
        let days = school_days(FIRST, SHOWN);
        let on = |text: &str| days.contains(&text.parse().unwrap());
        assert!(on("2026-09-20") && on("2026-10-10"), "make-up days");
        assert!(!on("2026-10-01") && !on("2026-10-07") && !on("2026-09-25") && !on("2026-10-11"));
        assert!(days.contains(&STORM) && days.contains(&SHOWN));
        assert_eq!(next("2026-09-30".parse().unwrap()), Some("2026-10-08".parse().unwrap()));
        assert_eq!(next("2026-12-31".parse().unwrap()), None);
    }
}
