//! The weekly rule of a window (护学时段).

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::day::Decision;
use super::weekdays::Weekdays;
use crate::domain::id::WindowId;
use crate::domain::lang::Sentence;
use crate::domain::words::{DayKind, WindowKind};

/// The longest lead that makes sense, in minutes.
pub const MAX_LEAD_MINUTES: u16 = 240;

/// A weekly rule: on these weekdays, posts are staffed from `starts` to `ends`.
///
/// Which weekday a date counts as: the one that the decision names (按周几上课), else its own. On a make-up day for
/// which nobody named a weekday no set of weekdays can answer, since the day replaces one that the notice leaves open;
/// there a rule applies if `on_make_up_days` is set. A school whose Fridays differ sets it on one of its rules only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowRule {
    /// The window.
    pub id: WindowId,
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// The weekdays it is kept on.
    pub weekdays: Weekdays,
    /// Local start.
    pub starts: NaiveTime,
    /// Local end, exclusive, on the same day.
    pub ends: NaiveTime,
    /// How long before the start people should be on post, in minutes.
    pub lead_minutes: u16,
    /// The first date it is valid.
    pub valid_from: NaiveDate,
    /// The first date it is no longer valid; none if it is open-ended.
    pub valid_to: Option<NaiveDate>,
    /// Whether it is kept on make-up days for which nobody named a weekday.
    pub on_make_up_days: bool,
}

/// Why a window rule cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WindowError {
    /// `ends` is not after `starts`.
    #[error("a window must end after it starts, on the same day")]
    Times,
    /// No weekday.
    #[error("a window needs at least one weekday")]
    Weekdays,
    /// `valid_to` is not after `valid_from`.
    #[error("a window must be valid for at least one day")]
    Validity,
    /// The lead is over [`MAX_LEAD_MINUTES`] or reaches into the day before.
    #[error("the lead is longer than 240 minutes or reaches into the day before")]
    Lead,
}

impl WindowError {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Times => "window_ends_before_start",
            Self::Weekdays => "window_without_weekday",
            Self::Validity => "window_never_valid",
            Self::Lead => "window_lead_too_long",
        }
    }

    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::Times => Sentence::fixed(
                "护学时段的结束时间要晚于开始时间，且在同一天。请改正时间。",
                "A window must end after it starts, on the same day. Correct the times.",
            ),
            Self::Weekdays => Sentence::fixed(
                "护学时段没有选择星期。请至少选择一天。",
                "The window has no weekday. Choose at least one.",
            ),
            Self::Validity => Sentence::fixed(
                "护学时段的失效日期要晚于生效日期。请改正日期。",
                "The window must be valid for at least one day. Correct the dates.",
            ),
            Self::Lead => Sentence::fixed(
                "提前到岗时间过长（不超过 240 分钟，且不早于当天零点）。请缩短。",
                "The lead is too long: at most 240 minutes, and not into the day before. Shorten it.",
            ),
        }
    }
}

/// Checks a pair of local times.
///
/// # Errors
/// [`WindowError::Times`].
pub fn check_times(starts: NaiveTime, ends: NaiveTime) -> Result<(), WindowError> {
    if starts < ends { Ok(()) } else { Err(WindowError::Times) }
}

impl WindowRule {
    /// Checks the rule.
    ///
    /// # Errors
    /// The first [`WindowError`] that applies.
    pub fn validate(&self) -> Result<(), WindowError> {
        check_times(self.starts, self.ends)?;
        if self.weekdays.is_empty() {
            return Err(WindowError::Weekdays);
        }
        if self.valid_to.is_some_and(|to| to <= self.valid_from) {
            return Err(WindowError::Validity);
        }
        let since_midnight = self.starts.num_seconds_from_midnight() / 60;
        if self.lead_minutes > MAX_LEAD_MINUTES || u32::from(self.lead_minutes) > since_midnight {
            return Err(WindowError::Lead);
        }
        Ok(())
    }

    /// Whether the rule asks for a window on `date`, given what the calendar decided.
    ///
    /// On a day without school it answers for the weekday all the same: such windows are listed as not required, and
    /// on a day that is not known their figures are kept ready (DESIGN section 7).
    #[must_use]
    pub fn applies_on(&self, date: NaiveDate, decision: &Decision) -> bool {
        let valid = self.valid_from <= date && self.valid_to.is_none_or(|to| date < to);
        valid
            && match decision.as_weekday {
                Some(weekday) => self.weekdays.contains(weekday),
                None if decision.kind == DayKind::MakeUpDay => self.on_make_up_days,
                None => self.weekdays.contains(date.weekday()),
            }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use chrono::Weekday;

    use super::super::day::Layer;
    use super::super::day::tests::date;
    use super::*;

    /// A local time from its text.
    pub(in crate::domain::calendar) fn time(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").unwrap()
    }

    /// A drop-off window on workdays from 2026-09-01 on.
    pub(in crate::domain::calendar) fn rule(starts: &str, ends: &str) -> WindowRule {
        WindowRule {
            id: WindowId::fresh(),
            kind: WindowKind::DropOff,
            weekdays: Weekdays::WORKDAYS,
            starts: time(starts),
            ends: time(ends),
            lead_minutes: 10,
            valid_from: date("2026-09-01"),
            valid_to: None,
            on_make_up_days: true,
        }
    }

    /// A decision of the national layer.
    pub(in crate::domain::calendar) fn decided(kind: DayKind) -> Decision {
        let reason = Sentence::fixed("原因", "reason");
        Decision { kind, reason, layer: Layer::National, as_weekday: None, may_change: false }
    }

    #[test]
    fn rules_are_checked() {
        let good = rule("07:20", "08:00");
        assert_eq!(good.validate(), Ok(()));
        for (bad, expected) in [
            (WindowRule { ends: time("07:20"), ..good.clone() }, WindowError::Times),
            (WindowRule { ends: time("07:00"), ..good.clone() }, WindowError::Times),
            (WindowRule { weekdays: Weekdays::default(), ..good.clone() }, WindowError::Weekdays),
            (WindowRule { valid_to: Some(good.valid_from), ..good.clone() }, WindowError::Validity),
            (WindowRule { lead_minutes: 241, ..good.clone() }, WindowError::Lead),
            (WindowRule { starts: time("00:09"), ..good.clone() }, WindowError::Lead),
        ] {
            assert_eq!(bad.validate(), Err(expected));
        }
        assert_eq!(WindowRule { starts: time("00:10"), ..good }.validate(), Ok(()));
    }

    #[test]
    fn a_rule_applies_by_weekday_within_its_validity() {
        let rule = WindowRule { valid_to: Some(date("2026-12-01")), ..rule("07:20", "08:00") };
        for (day, expected) in [
            ("2026-08-31", false),
            ("2026-09-01", true),
            ("2026-11-21", false),
            ("2026-11-23", true),
            ("2026-11-30", true),
            ("2026-12-01", false),
        ] {
            assert_eq!(rule.applies_on(date(day), &decided(DayKind::SchoolDay)), expected, "{day}");
        }
    }

    #[test]
    fn make_up_days_follow_the_named_weekday_or_the_rules_mark() {
        let saturday = date("2026-10-10");
        let friday = Weekdays::from_iter([Weekday::Fri]);
        for (weekdays, marked, named, expected) in [
            (Weekdays::WORKDAYS, true, None, true),
            (Weekdays::WORKDAYS, false, None, false),
            (friday, false, Some(Weekday::Fri), true),
            (friday, true, Some(Weekday::Thu), false),
            (Weekdays::WORKDAYS, true, Some(Weekday::Thu), true),
        ] {
            let rule = WindowRule { weekdays, on_make_up_days: marked, ..rule("07:20", "08:00") };
            let decision = Decision { as_weekday: named, ..decided(DayKind::MakeUpDay) };
            assert_eq!(rule.applies_on(saturday, &decision), expected, "{weekdays:?} {marked} {named:?}");
        }
    }

    #[test]
    fn an_ordinary_day_may_follow_another_weekday_too() {
        let friday_only = WindowRule { weekdays: [Weekday::Fri].into_iter().collect(), ..rule("15:30", "16:00") };
        let decision = Decision { as_weekday: Some(Weekday::Fri), ..decided(DayKind::SchoolDay) };
        assert!(friday_only.applies_on(date("2026-11-25"), &decision));
        assert!(!friday_only.applies_on(date("2026-11-25"), &decided(DayKind::SchoolDay)));
    }
}
