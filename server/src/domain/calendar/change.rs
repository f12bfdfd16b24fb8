//! One-off changes of a school's day: early dismissal, a window or the day called off, a stand-down.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::window::{WindowError, check_times};
use crate::domain::id::{DayChangeId, DutyId, PersonId, WindowId};
use crate::domain::lang::Sentence;

/// What a one-off change does.
///
/// Calling off says that there is nothing to guard: the window leaves the plan, or the day becomes `cancelled`.
/// Standing down says that posts are left empty for a good reason, such as weather: what was required stays required,
/// and is excused.
///
/// Every variant has braces, because serde refuses unknown fields in variants with braces only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The window is kept at other local times, such as an early dismissal.
    WindowMoved {
        /// Which window.
        window_id: WindowId,
        /// Local start.
        starts: NaiveTime,
        /// Local end, exclusive.
        ends: NaiveTime,
    },
    /// The window is not kept.
    WindowCancelled {
        /// Which window.
        window_id: WindowId,
    },
    /// No school.
    DayCancelled {},
    /// Every duty of the day is excused.
    DayStoodDown {},
    /// Every duty of the window is excused.
    WindowStoodDown {
        /// Which window.
        window_id: WindowId,
    },
    /// One duty is excused.
    DutyStoodDown {
        /// Which duty.
        duty_id: DutyId,
    },
}

/// A one-off change on record. Of several for the same thing the later one in a list counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayChange {
    /// The change.
    pub id: DayChangeId,
    /// The school's date.
    pub date: NaiveDate,
    /// What it does.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub author: PersonId,
}

/// A recorded reason for which posts may stay empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excuse {
    /// Why.
    pub reason: String,
    /// Who decided it.
    pub author: PersonId,
}

/// Why a change cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The new times are no window.
    #[error(transparent)]
    Times(#[from] WindowError),
    /// No reason.
    #[error("a change needs a reason")]
    Reason,
}

impl ChangeError {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Times(error) => error.code(),
            Self::Reason => "day_change_reason_missing",
        }
    }

    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::Times(error) => error.sentence(),
            Self::Reason => Sentence::fixed(
                "当日调整没有写明原因。请填写原因，例如“暴雨”。",
                "The change has no reason. Enter one, such as heavy rain.",
            ),
        }
    }
}

impl DayChange {
    /// Checks the change.
    ///
    /// # Errors
    /// A [`ChangeError`].
    pub fn validate(&self) -> Result<(), ChangeError> {
        if let Change::WindowMoved { starts, ends, .. } = self.change {
            check_times(starts, ends)?;
        }
        if self.reason.trim().is_empty() { Err(ChangeError::Reason) } else { Ok(()) }
    }

    pub(super) fn excuse(&self) -> Excuse {
        Excuse { reason: self.reason.clone(), author: self.author }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::day::tests::date;
    use super::super::window::tests::time;
    use super::*;

    /// A change on 23 November 2026.
    pub(in crate::domain::calendar) fn change(change: Change, reason: &str) -> DayChange {
        let (id, author) = (DayChangeId::fresh(), PersonId::fresh());
        DayChange { id, date: date("2026-11-23"), change, reason: reason.into(), author }
    }

    #[test]
    fn changes_are_checked() {
        let window_id = WindowId::fresh();
        let moved = |starts, ends| Change::WindowMoved { window_id, starts: time(starts), ends: time(ends) };
        assert_eq!(change(moved("14:00", "14:30"), "提前放学").validate(), Ok(()));
        let backwards = change(moved("14:30", "14:00"), "提前放学").validate();
        assert_eq!(backwards.map_err(ChangeError::code), Err("window_ends_before_start"));
        assert_eq!(change(Change::DayCancelled {}, " ").validate(), Err(ChangeError::Reason));
    }

    #[test]
    fn the_json_form_is_flat_and_strict() {
        let window_id: WindowId = "0190d5b2-0000-7000-8000-000000000001".parse().unwrap();
        let cancelled = Change::WindowCancelled { window_id };
        let text = r#"{"kind":"window_cancelled","window_id":"0190d5b2-0000-7000-8000-000000000001"}"#;
        assert_eq!(serde_json::to_string(&cancelled).unwrap(), text);
        assert_eq!(serde_json::from_str::<Change>(text).unwrap(), cancelled);
        assert!(serde_json::from_str::<Change>(r#"{"kind":"day_cancelled","x":1}"#).is_err());
    }
}
