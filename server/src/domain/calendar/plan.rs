//! What one date comes to at one school: the decision, the windows at their instants, the excuses.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::change::{Change, DayChange, Excuse};
use super::day::{Decision, Layer};
use super::local_time::instant;
use super::window::WindowRule;
use crate::domain::id::{DutyId, WindowId};
use crate::domain::lang::Sentence;
use crate::domain::words::{DayKind, WindowKind};

/// A window on one date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedWindow {
    /// The window.
    pub id: WindowId,
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// The first instant that must be covered.
    pub starts_at: DateTime<FixedOffset>,
    /// The first instant after it.
    pub ends_at: DateTime<FixedOffset>,
    /// How long before the start people should be on post, in minutes.
    pub lead_minutes: u16,
    /// Why its times are not the usual ones.
    pub moved: Option<String>,
    /// Why its posts may stay empty.
    pub excused: Option<Excuse>,
}

impl PlannedWindow {
    /// When people should be on post.
    #[must_use]
    pub fn on_post_by(&self) -> DateTime<FixedOffset> {
        self.starts_at - TimeDelta::minutes(self.lead_minutes.into())
    }
}

/// A school's day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPlan {
    /// The date.
    pub date: NaiveDate,
    /// What kind of day it is, a day called off by a change included.
    pub decision: Decision,
    /// The windows, earliest first. On a day without school, those that its weekday would have had: they are listed
    /// as not required, and [`DayPlan::open_windows`] leaves them out.
    pub windows: Vec<PlannedWindow>,
    /// The windows called off, with the reason.
    pub cancelled: BTreeMap<WindowId, String>,
    /// The duties excused one by one.
    pub excused_duties: BTreeMap<DutyId, Excuse>,
}

impl DayPlan {
    /// The windows that people are asked to staff: none unless there is school that day.
    pub fn open_windows(&self) -> impl Iterator<Item = &PlannedWindow> {
        self.windows.iter().filter(|_| self.decision.kind.has_school())
    }

    /// Why a duty of a window may stay empty: its own excuse, else its window's.
    #[must_use]
    pub fn excuse<'a>(&'a self, duty: DutyId, window: &'a PlannedWindow) -> Option<&'a Excuse> {
        self.excused_duties.get(&duty).or(window.excused.as_ref())
    }
}

/// Plans `date`: the rules that apply, with the changes of that date applied. Changes of other dates, and changes of
/// windows that do not apply that date, do nothing. `zone` is the school's.
#[must_use]
pub fn day_plan(date: NaiveDate, decision: Decision, rules: &[WindowRule], changes: &[DayChange], zone: Tz) -> DayPlan {
    let changes: Vec<_> = changes.iter().filter(|change| change.date == date).collect();
    let decision = called_off(decision, &changes);
    let mut plan =
        DayPlan { date, decision, windows: vec![], cancelled: BTreeMap::new(), excused_duties: BTreeMap::new() };
    for rule in rules.iter().filter(|rule| rule.applies_on(date, &plan.decision)) {
        match cancellation(rule.id, &changes) {
            Some(reason) => drop(plan.cancelled.insert(rule.id, reason)),
            None => plan.windows.extend(planned(date, rule, &changes, zone)),
        }
    }
    plan.windows.sort_by_key(|window| (window.starts_at, window.ends_at, window.id));
    for change in changes {
        if let Change::DutyStoodDown { duty_id } = change.change {
            plan.excused_duties.insert(duty_id, change.excuse());
        }
    }
    plan
}

/// A day with school, or one not known, becomes `cancelled` when the school says so; a day off stays one.
fn called_off(decision: Decision, changes: &[&DayChange]) -> Decision {
    let call = changes.iter().rev().find(|change| change.change == Change::DayCancelled {});
    match call {
        Some(change) if decision.kind.has_school() || decision.kind == DayKind::Unknown => Decision {
            kind: DayKind::Cancelled,
            reason: Sentence::written(&change.reason),
            layer: Layer::School,
            ..decision
        },
        _ => decision,
    }
}

fn cancellation(window: WindowId, changes: &[&DayChange]) -> Option<String> {
    let found = changes.iter().rev().find(|change| change.change == Change::WindowCancelled { window_id: window })?;
    Some(found.reason.clone())
}

/// The window at its instants; nothing if the clocks skip all of it.
fn planned(date: NaiveDate, rule: &WindowRule, changes: &[&DayChange], zone: Tz) -> Option<PlannedWindow> {
    let (starts, ends, moved) = times(rule, changes);
    let starts_at = instant(date.and_time(starts), zone)?;
    let ends_at = instant(date.and_time(ends), zone)?;
    let excused = excuse(rule.id, changes);
    let (id, kind, lead_minutes) = (rule.id, rule.kind, rule.lead_minutes);
    (starts_at < ends_at).then_some(PlannedWindow { id, kind, starts_at, ends_at, lead_minutes, moved, excused })
}

fn times(rule: &WindowRule, changes: &[&DayChange]) -> (NaiveTime, NaiveTime, Option<String>) {
    let moved = changes.iter().rev().find_map(|change| match change.change {
        Change::WindowMoved { window_id, starts, ends } if window_id == rule.id => {
            Some((starts, ends, Some(change.reason.clone())))
        }
        _ => None,
    });
    moved.unwrap_or((rule.starts, rule.ends, None))
}

/// The window's own excuse, else the day's.
fn excuse(window: WindowId, changes: &[&DayChange]) -> Option<Excuse> {
    let latest = |wanted: &Change| changes.iter().rev().find(|change| change.change == *wanted);
    let own = latest(&Change::WindowStoodDown { window_id: window });
    own.or_else(|| latest(&Change::DayStoodDown {})).map(|change| change.excuse())
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
