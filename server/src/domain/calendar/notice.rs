//! What somebody still has to enter, said in time.

use chrono::{Datelike, NaiveDate};

use super::day::Term;
use super::national::Years;
use crate::domain::lang::Sentence;

/// Something to enter, with a stable code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarNotice {
    /// `national_notice_missing` or `terms_missing`.
    pub code: &'static str,
    /// What is missing and what to do.
    pub sentence: Sentence,
}

/// How long before the last term ends its successor is asked for.
const TERM_WARNING_DAYS: i64 = 14;

/// The year whose national notice is missing: this year's at any time, next year's from 15 November on, since the State Council
/// usually publishes it by then.
#[must_use]
pub fn missing_year(today: NaiveDate, years: &Years) -> Option<i32> {
    let late_in_the_year = (today.month(), today.day()) >= (11, 15);
    let last_due = if late_in_the_year { today.year() + 1 } else { today.year() };
    (today.year()..=last_due).find(|year| !years.knows(*year))
}

/// Says which year's national notice is missing ([`missing_year`]).
#[must_use]
pub fn notice_due(today: NaiveDate, years: &Years) -> Option<CalendarNotice> {
    let missing = missing_year(today, years)?;
    Some(CalendarNotice {
        code: "national_notice_missing",
        sentence: Sentence::new(
            format!("{missing} 年的放假通知尚未导入，该年的日期都显示为“未知”。请在国务院公布后导入。"),
            format!(
                "The holiday notice for {missing} is not loaded, so every date of that year is unknown. \
                 Import it once the State Council has published it."
            ),
        ),
    })
}

/// Says that the next term is missing, from two weeks before the last one ends. An organization without terms of its
/// own is not asked.
#[must_use]
pub fn terms_due(today: NaiveDate, terms: &[Term]) -> Option<CalendarNotice> {
    let last = terms.iter().map(|term| term.to).max()?;
    let due = (last - today).num_days() <= TERM_WARNING_DAYS;
    due.then(|| CalendarNotice {
        code: "terms_missing",
        sentence: Sentence::new(
            format!("学期只录入到 {last}。请录入下一学期，否则之后的日期会显示为假期或“未知”。"),
            format!(
                "Terms are entered up to {last} only. Enter the next one, or later dates read as holiday or unknown."
            ),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::super::day::tests::{date, term};
    use super::*;

    #[test]
    fn the_next_notice_is_asked_for_from_mid_november() {
        for (today, missing) in [
            ("2026-11-14", None),
            ("2026-11-15", Some("2027")),
            ("2026-12-31", Some("2027")),
            ("2027-01-01", Some("2027")),
            ("2027-12-01", Some("2027")),
            ("2025-11-15", None),
            ("2023-11-15", Some("2023")),
        ] {
            let due = notice_due(date(today), Years::built_in());
            assert_eq!(due.as_ref().map(|notice| &notice.sentence.zh[..4]), missing, "{today}");
        }
    }

    #[test]
    fn the_next_term_is_asked_for_two_weeks_before_the_last_one_ends() {
        let terms = [term("2026-09-01", "2027-01-20"), term("2026-03-01", "2026-07-03")];
        assert_eq!(terms_due(date("2027-01-05"), &terms), None);
        assert_eq!(terms_due(date("2027-01-06"), &terms).map(|notice| notice.code), Some("terms_missing"));
        assert!(terms_due(date("2027-05-01"), &terms).is_some());
        assert_eq!(terms_due(date("2027-05-01"), &[]), None);
    }
}
