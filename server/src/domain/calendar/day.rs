//! The days and terms that bureaus and schools enter, and what the calendar says of a date.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::lang::Sentence;
use crate::domain::text_enum::text_enum;
use crate::domain::words::DayKind;

text_enum! {
    /// Who said what kind of day it is; a later layer goes before an earlier one.
    pub enum Layer {
        /// The State Council's notices, and the week where they are silent.
        National = "national",
        /// An education bureau.
        Bureau = "bureau",
        /// The school itself.
        School = "school",
    }
}

/// One date that a bureau or a school decides for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayEntry {
    /// The date.
    pub date: NaiveDate,
    /// `school_day`, `make_up_day`, `holiday` or `cancelled`.
    pub kind: DayKind,
    /// Why, as its author wrote it; may be empty.
    pub reason: String,
    /// Whose weekday's windows are kept that day (按周几上课); only on a day with school.
    pub as_weekday: Option<Weekday>,
}

/// A term: school days lie within terms only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, still within the term.
    pub to: NaiveDate,
    /// Its name, such as 2026—2027学年第一学期.
    pub name: String,
}

/// What one organization entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerEntries {
    /// Bureau or school.
    pub layer: Layer,
    /// Its dates. Of two entries for one date the later one in the list counts.
    pub days: Vec<DayEntry>,
    /// Its terms; none if it leaves them to the layer above.
    pub terms: Vec<Term>,
}

/// What the calendar says of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The kind of day.
    pub kind: DayKind,
    /// Why.
    pub reason: Sentence,
    /// Who decided it.
    pub layer: Layer,
    /// Whose weekday's windows are kept, where somebody said so.
    pub as_weekday: Option<Weekday>,
    /// Whether a notice still to come may change it (the last days of December).
    pub may_change: bool,
}

impl DayKind {
    /// Whether there is school: an ordinary or a make-up day.
    #[must_use]
    pub const fn has_school(self) -> bool {
        matches!(self, Self::SchoolDay | Self::MakeUpDay)
    }
}

/// Why an entry cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// Weekend and unknown are conclusions, not decisions.
    #[error("a day can be entered as school_day, make_up_day, holiday or cancelled")]
    Kind,
    /// A weekday was named for a day without school.
    #[error("as_weekday belongs to a day with school")]
    AsWeekday,
    /// A term ends before it starts.
    #[error("a term must not end before it starts")]
    TermOrder,
    /// A term without a name.
    #[error("a term needs a name")]
    TermName,
}

impl EntryError {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "day_kind_not_enterable",
            Self::AsWeekday => "day_as_weekday_without_school",
            Self::TermOrder => "term_ends_before_start",
            Self::TermName => "term_name_missing",
        }
    }

    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::Kind => Sentence::fixed(
                "日期类型只能填上学日、调休上学日、放假或停课。请重新选择。",
                "A day can be entered as a school day, make-up day, holiday or cancelled. Choose one of these.",
            ),
            Self::AsWeekday => Sentence::fixed(
                "只有上学的日子才能指定按周几上课。请去掉该项或改为上学日。",
                "Only a day with school can follow a weekday's timetable. Remove it, or make it a day with school.",
            ),
            Self::TermOrder => Sentence::fixed(
                "学期的结束日期早于开始日期。请改正日期。",
                "The term ends before it starts. Correct the dates.",
            ),
            Self::TermName => Sentence::fixed("学期没有名称。请填写名称。", "The term has no name. Enter one."),
        }
    }
}

impl DayEntry {
    /// Checks what was entered.
    ///
    /// # Errors
    /// [`EntryError::Kind`] or [`EntryError::AsWeekday`].
    pub const fn validate(&self) -> Result<(), EntryError> {
        match self.kind {
            DayKind::Weekend | DayKind::Unknown => Err(EntryError::Kind),
            DayKind::Holiday | DayKind::Cancelled if self.as_weekday.is_some() => Err(EntryError::AsWeekday),
            _ => Ok(()),
        }
    }
}

impl Term {
    /// Checks what was entered.
    ///
    /// # Errors
    /// [`EntryError::TermOrder`] or [`EntryError::TermName`].
    pub fn validate(&self) -> Result<(), EntryError> {
        if self.to < self.from {
            return Err(EntryError::TermOrder);
        }
        if self.name.trim().is_empty() {
            return Err(EntryError::TermName);
        }
        Ok(())
    }

    /// Whether `date` lies in the term.
    #[must_use]
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.from <= date && date <= self.to
    }

    /// How many days `date` lies before or after the term; 0 within it.
    #[must_use]
    pub fn days_away(&self, date: NaiveDate) -> i64 {
        (self.from - date).num_days().max((date - self.to).num_days()).max(0)
    }
}

/// Whether a date is a Saturday or a Sunday.
#[must_use]
pub(super) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A date from its text.
    pub(in crate::domain::calendar) fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A date that a layer decides.
    pub(in crate::domain::calendar) fn entry(day: &str, kind: DayKind, reason: &str) -> DayEntry {
        DayEntry { date: date(day), kind, reason: reason.into(), as_weekday: None }
    }

    /// A term from its first to its last day.
    pub(in crate::domain::calendar) fn term(from: &str, to: &str) -> Term {
        Term { from: date(from), to: date(to), name: "学期".into() }
    }

    #[test]
    fn entries_are_checked() {
        for kind in DayKind::ALL {
            let expected = match kind {
                DayKind::Weekend | DayKind::Unknown => Err(EntryError::Kind),
                _ => Ok(()),
            };
            assert_eq!(entry("2026-11-23", *kind, "").validate(), expected, "{kind}");
            let like_friday = DayEntry { as_weekday: Some(Weekday::Fri), ..entry("2026-11-23", *kind, "") };
            assert_eq!(like_friday.validate().is_ok(), kind.has_school(), "{kind}");
        }
    }

    #[test]
    fn terms_are_checked() {
        assert_eq!(term("2026-09-01", "2026-09-01").validate(), Ok(()));
        assert_eq!(term("2026-09-02", "2026-09-01").validate(), Err(EntryError::TermOrder));
        let nameless = Term { name: " ".into(), ..term("2026-09-01", "2027-01-20") };
        assert_eq!(nameless.validate(), Err(EntryError::TermName));
    }

    #[test]
    fn a_term_knows_how_far_a_date_is() {
        let term = term("2026-09-01", "2027-01-20");
        for (day, away) in
            [("2026-08-31", 1), ("2026-09-01", 0), ("2027-01-20", 0), ("2027-01-21", 1), ("2026-07-01", 62)]
        {
            assert_eq!(term.days_away(date(day)), away, "{day}");
        }
    }
}
