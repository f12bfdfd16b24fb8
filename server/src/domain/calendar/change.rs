//! One-off changes of a school's day: early dismissal, a window or the day called off, a stand-down.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::window::{WindowError, check_times};
use crate::domain::id::{DayChangeId, DutyId, PersonId, WindowId};
use crate::domain::lang::Sentence;
use crate::domain::text_enum::text_enum;

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

text_enum! {
    /// The kind of a [`Change`], for a table with one column for each part.
    pub enum ChangeKind {
        /// Other times for a window.
        WindowMoved = "window_moved",
        /// A window called off.
        WindowCancelled = "window_cancelled",
        /// The day called off.
        DayCancelled = "day_cancelled",
        /// The day's duties excused.
        DayStoodDown = "day_stood_down",
        /// A window's duties excused.
        WindowStoodDown = "window_stood_down",
        /// One duty excused.
        DutyStoodDown = "duty_stood_down",
    }
}

/// A [`Change`] taken apart. What its kind has no use for is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeParts {
    /// Its kind.
    pub kind: ChangeKind,
    /// Its window.
    pub window_id: Option<WindowId>,
    /// Its duty.
    pub duty_id: Option<DutyId>,
    /// Its local start and end.
    pub times: Option<(NaiveTime, NaiveTime)>,
}

impl ChangeParts {
    /// The change that the parts make; nothing if one is missing. Parts that its kind has no use for are passed over.
    #[must_use]
    pub fn join(self) -> Option<Change> {
        Some(match self.kind {
            ChangeKind::WindowMoved => {
                let (starts, ends) = self.times?;
                Change::WindowMoved { window_id: self.window_id?, starts, ends }
            }
            ChangeKind::WindowCancelled => Change::WindowCancelled { window_id: self.window_id? },
            ChangeKind::DayCancelled => Change::DayCancelled {},
            ChangeKind::DayStoodDown => Change::DayStoodDown {},
            ChangeKind::WindowStoodDown => Change::WindowStoodDown { window_id: self.window_id? },
            ChangeKind::DutyStoodDown => Change::DutyStoodDown { duty_id: self.duty_id? },
        })
    }
}

impl From<&Change> for ChangeParts {
    fn from(change: &Change) -> Self {
        let parts = |kind, window_id, duty_id, times| Self { kind, window_id, duty_id, times };
        match *change {
            Change::WindowMoved { window_id, starts, ends } => {
                parts(ChangeKind::WindowMoved, Some(window_id), None, Some((starts, ends)))
            }
            Change::WindowCancelled { window_id } => parts(ChangeKind::WindowCancelled, Some(window_id), None, None),
            Change::DayCancelled {} => parts(ChangeKind::DayCancelled, None, None, None),
            Change::DayStoodDown {} => parts(ChangeKind::DayStoodDown, None, None, None),
            Change::WindowStoodDown { window_id } => parts(ChangeKind::WindowStoodDown, Some(window_id), None, None),
            Change::DutyStoodDown { duty_id } => parts(ChangeKind::DutyStoodDown, None, Some(duty_id), None),
        }
    }
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
    fn changes_survive_being_taken_apart() {
        let (window_id, duty_id) = (WindowId::fresh(), DutyId::fresh());
        let changes = [
            Change::WindowMoved { window_id, starts: time("14:00"), ends: time("14:30") },
            Change::WindowCancelled { window_id },
            Change::DayCancelled {},
            Change::DayStoodDown {},
            Change::WindowStoodDown { window_id },
            Change::DutyStoodDown { duty_id },
        ];
        for (change, kind) in changes.iter().zip(ChangeKind::ALL) {
            let parts = ChangeParts::from(change);
            assert_eq!((parts.kind, parts.join().as_ref()), (*kind, Some(change)));
            let json = serde_json::to_value(change).unwrap();
            assert_eq!(json.get("kind").and_then(|kind| kind.as_str()), Some(kind.as_str()));
            let bare = ChangeParts { kind: *kind, window_id: None, duty_id: None, times: None };
            let whole = matches!(kind, ChangeKind::DayCancelled | ChangeKind::DayStoodDown);
            assert_eq!(bare.join().is_some(), whole, "{kind}");
        }
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
