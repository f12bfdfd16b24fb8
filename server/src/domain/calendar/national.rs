//! The State Council's notices on days off and make-up days (调休), year by year.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::holiday_cn;

/// The notices of 2024–2026 as announced, each with its source.
const BUILT_IN: &str = include_str!("national.json");

/// One day that a notice names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeDay {
    /// The holiday it belongs to, in Chinese, such as 国庆节.
    pub name: String,
    /// Off, or else worked in exchange (调休).
    pub off: bool,
}

/// The notice for one year. Its days may reach back into the December before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The year the notice is for.
    pub year: i32,
    /// Where it was published.
    pub papers: Vec<String>,
    /// The days it names.
    pub days: BTreeMap<NaiveDate, NoticeDay>,
}

/// The notices that are loaded.
///
/// A year is known if, and only if, its own notice is loaded. A date that several notices name follows the notice of
/// the later year, for it was published later; it does so even where the date's own year is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Years {
    notices: BTreeMap<i32, Notice>,
}

impl Years {
    /// The notices that come with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        // A test reads the file; were it damaged all the same, its years would be unknown and not wrong.
        static YEARS: LazyLock<Years> =
            LazyLock::new(|| holiday_cn::parse_all(BUILT_IN).unwrap_or_default().into_iter().collect());
        &YEARS
    }

    /// Adds a notice, in place of the one of the same year.
    pub fn load(&mut self, notice: Notice) {
        self.notices.insert(notice.year, notice);
    }

    /// Whether the notice of `year` is loaded.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.notices.contains_key(&year)
    }

    /// The notices, earliest first.
    pub fn notices(&self) -> impl Iterator<Item = &Notice> {
        self.notices.values()
    }

    /// What the notices say of `date` by name.
    #[must_use]
    pub fn named(&self, date: NaiveDate) -> Option<&NoticeDay> {
        [date.year() + 1, date.year()].iter().find_map(|year| self.notices.get(year)?.days.get(&date))
    }

    /// Whether a notice still to come may change `date`: the last days of a December, while the next year's notice is
    /// not loaded. Since 2007 such notices reached back to 29 December at most; the rule leaves four days' room.
    #[must_use]
    pub fn may_change(&self, date: NaiveDate) -> bool {
        date.month() == 12 && date.day() >= 25 && !self.knows(date.year() + 1)
    }
}

impl FromIterator<Notice> for Years {
    fn from_iter<T: IntoIterator<Item = Notice>>(notices: T) -> Self {
        let mut years = Self::default();
        notices.into_iter().for_each(|notice| years.load(notice));
        years
    }
}

#[cfg(test)]
mod tests {
    use super::super::day::tests::date;
    use super::*;

    #[test]
    fn the_built_in_notices_are_read_and_name_their_source() {
        let years: Vec<_> = Years::built_in().notices().map(|notice| (notice.year, notice.days.len())).collect();
        assert_eq!(years, [(2024, 36), (2025, 33), (2026, 39)]);
        assert!(Years::built_in().notices().all(|notice| notice.papers.len() == 1));
        assert!(!Years::built_in().knows(2027));
    }

    #[test]
    fn make_up_days_are_weekend_days() {
        let worked = Years::built_in().notices().flat_map(|notice| &notice.days).filter(|(_, day)| !day.off);
        for (date, _) in worked {
            assert!(date.weekday().number_from_monday() >= 6, "{date}");
        }
    }

    #[test]
    fn the_later_notice_decides_a_date_that_two_name() {
        let mut years = Years::default();
        years.load(notice(2018, "2018-12-31", false));
        assert_eq!(years.named(date("2018-12-31")).map(|day| day.off), Some(false));
        years.load(notice(2019, "2018-12-31", true));
        assert_eq!(years.named(date("2018-12-31")).map(|day| day.off), Some(true));
        years.load(notice(2019, "2018-12-30", true));
        assert_eq!(years.named(date("2018-12-31")).map(|day| day.off), Some(false), "a notice replaces its year's");
    }

    #[test]
    fn only_the_end_of_december_before_a_missing_notice_may_change() {
        let years = Years::built_in();
        for (day, expected) in [
            ("2026-12-24", false),
            ("2026-12-25", true),
            ("2026-12-31", true),
            ("2026-11-30", false),
            ("2025-12-31", false),
        ] {
            assert_eq!(years.may_change(date(day)), expected, "{day}");
        }
    }

    fn notice(year: i32, day: &str, off: bool) -> Notice {
        let named = NoticeDay { name: "元旦".into(), off };
        Notice { year, papers: Vec::new(), days: BTreeMap::from([(date(day), named)]) }
    }
}
