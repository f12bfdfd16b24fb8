//! The decision: national notices, then the bureau, then the school (DESIGN section 2.7).
//!
//! In this order, the first that applies:
//!
//! 1. A date that a bureau or a school entered, the nearest layer first. It decides in an unknown year too.
//! 2. Terms, from the nearest layer that has any. Outside every term there is no school, make-up day or not:
//!    `holiday`, whatever a notice says or will say. This reaches [`LONGEST_BREAK_DAYS`] from a term; farther away the
//!    terms have simply not been entered, and that is `unknown`, not a holiday for ever.
//! 3. A date that a national notice names: `holiday`, or `make_up_day`.
//! 4. In a known year, the week: `weekend` or `school_day`.
//! 5. Otherwise `unknown`, Saturdays and Sundays included, since any of them may be a make-up day.

use chrono::{Datelike, NaiveDate};

use super::day::{DayEntry, Decision, Layer, LayerEntries, is_weekend};
use super::national::{NoticeDay, Years};
use crate::domain::lang::Sentence;
use crate::domain::words::DayKind;

/// July and August: no break between terms of an ordinary school is longer.
pub const LONGEST_BREAK_DAYS: i64 = 62;

/// What kind of day `date` is. `layers` go from far to near: bureaus from the top of the tree down, the school last.
#[must_use]
pub fn decide(date: NaiveDate, national: &Years, layers: &[LayerEntries]) -> Decision {
    entered(date, layers).or_else(|| outside_terms(date, layers)).unwrap_or_else(|| by_notice(date, national))
}

/// Step 1: what the nearest layer that names the date says.
fn entered(date: NaiveDate, layers: &[LayerEntries]) -> Option<Decision> {
    layers.iter().rev().find_map(|layer| {
        let entry = layer.days.iter().rev().find(|entry| entry.date == date)?;
        let as_weekday = entry.as_weekday;
        Some(Decision { as_weekday, ..decision(entry.kind, entry_reason(entry), layer.layer) })
    })
}

fn entry_reason(entry: &DayEntry) -> Sentence {
    if !entry.reason.trim().is_empty() {
        return Sentence::written(entry.reason.trim());
    }
    match entry.kind {
        DayKind::SchoolDay => Sentence::fixed("上学日", "School day"),
        DayKind::MakeUpDay => Sentence::fixed("调休上学日", "Make-up day"),
        DayKind::Cancelled => Sentence::fixed("停课", "School cancelled"),
        DayKind::Holiday | DayKind::Weekend | DayKind::Unknown => Sentence::fixed("放假", "Holiday"),
    }
}

/// Step 2: no school outside the terms.
fn outside_terms(date: NaiveDate, layers: &[LayerEntries]) -> Option<Decision> {
    let layer = layers.iter().rev().find(|layer| !layer.terms.is_empty())?;
    let away = layer.terms.iter().map(|term| term.days_away(date)).min()?;
    match away {
        0 => None,
        1..=LONGEST_BREAK_DAYS => Some(decision(DayKind::Holiday, break_name(date), layer.layer)),
        _ => Some(decision(DayKind::Unknown, terms_missing(date), layer.layer)),
    }
}

fn break_name(date: NaiveDate) -> Sentence {
    match date.month() {
        1..=3 => Sentence::fixed("寒假", "Winter break"),
        6..=9 => Sentence::fixed("暑假", "Summer break"),
        _ => Sentence::fixed("不在学期内", "Outside the terms"),
    }
}

fn terms_missing(date: NaiveDate) -> Sentence {
    Sentence::new(
        format!("{date} 前后的学期尚未录入，请先录入学期。"),
        format!("No term around {date} has been entered. Enter the terms first."),
    )
}

/// Steps 3 to 5: the notices, and the week where they are silent.
fn by_notice(date: NaiveDate, national: &Years) -> Decision {
    let (kind, reason) = match national.named(date) {
        Some(NoticeDay { name, off: true }) => {
            (DayKind::Holiday, Sentence::new(format!("{name}放假"), format!("Public holiday ({name})")))
        }
        Some(NoticeDay { name, off: false }) => {
            (DayKind::MakeUpDay, Sentence::new(format!("{name}调休"), format!("Make-up day ({name})")))
        }
        None if !national.knows(date.year()) => (DayKind::Unknown, year_unknown(date.year())),
        None if is_weekend(date) => (DayKind::Weekend, Sentence::fixed("周末", "Weekend")),
        None => (DayKind::SchoolDay, Sentence::fixed("上学日", "School day")),
    };
    let may_change = kind != DayKind::Unknown && national.may_change(date);
    Decision { may_change, ..decision(kind, reason, Layer::National) }
}

fn year_unknown(year: i32) -> Sentence {
    Sentence::new(
        format!("{year} 年的放假通知尚未导入，请公布后导入。"),
        format!("The holiday notice for {year} is not loaded. Import it once it is published."),
    )
}

const fn decision(kind: DayKind, reason: Sentence, layer: Layer) -> Decision {
    Decision { kind, reason, layer, as_weekday: None, may_change: false }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
