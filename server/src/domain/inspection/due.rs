//! How often a checklist was gone through in a day or a month, against how often it is asked for.

use chrono::NaiveDate;

use crate::domain::patrol::{Per, month_end, month_of};
use crate::domain::text_enum::text_enum;
use crate::domain::words::DayKind;

text_enum! {
    /// How a period stands.
    pub enum DueState {
        /// As often as is asked for, or more.
        Done = "done",
        /// Not yet; there is still time.
        Open = "open",
        /// Not as often as was asked for, and the period is over.
        Missed = "missed",
        /// Nothing is asked for: no school, whenever needed, or too short a part of a month.
        NotRequired = "not_required",
        /// Whether there is school is not known.
        Unknown = "unknown",
    }
}

/// How often a checklist is asked for, and while it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// In which time.
    pub per: Per,
    /// How often in that time.
    pub times: u32,
    /// The first date on which it holds; ever since if none.
    pub from: Option<NaiveDate>,
    /// The first date on which it does not hold any more.
    pub until: Option<NaiveDate>,
}

impl Asked {
    /// Whether it holds on a date.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date < until)
    }
}

/// What a period comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Inspections in it.
    pub done: u32,
    /// How many are asked for: of a month in which the checklist held for some days only their share, rounded down; none on a
    /// day without school, or in a month without any. As on a school day while the calendar is not known.
    pub required: u32,
    /// How it stands.
    pub state: DueState,
}

/// The first and the last date of the period that a date belongs to.
#[must_use]
pub fn period(per: Per, date: NaiveDate) -> (NaiveDate, NaiveDate) {
    match per {
        Per::Day => (date, date),
        Per::Month => (month_of(date), month_end(date)),
    }
}

/// The period of a date, as seen on `today`; `inspected` are the dates of the checklist's inspections, in any order.
#[must_use]
pub fn due(
    asked: &Asked,
    date: NaiveDate,
    today: NaiveDate,
    kind: impl Fn(NaiveDate) -> DayKind,
    inspected: &[NaiveDate],
) -> Due {
    let (first, last) = period(asked.per, date);
    let done = count(inspected.iter().filter(|day| first <= **day && **day <= last));
    let (mut whole, mut held, mut school, mut unknown) = (0_u32, 0_u32, false, false);
    for day in first.iter_days().take_while(|day| *day <= last) {
        whole += 1;
        if asked.holds_on(day) {
            held += 1;
            school |= kind(day).has_school();
            unknown |= kind(day) == DayKind::Unknown;
        }
    }
    let required = if school || unknown { asked.times.saturating_mul(held) / whole.max(1) } else { 0 };
    let state = if required == 0 {
        DueState::NotRequired
    } else if !school {
        DueState::Unknown
    } else if done >= required {
        DueState::Done
    } else if today > last {
        DueState::Missed
    } else {
        DueState::Open
    };
    Due { done, required, state }
}

/// What several periods come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, utoipa::ToSchema)]
pub struct DueSum {
    /// Inspections that are asked for.
    #[schema(example = 2)]
    pub required: u32,
    /// Those of them that were made: more than is asked for in one period makes up for none in another.
    #[schema(example = 1)]
    pub done: u32,
    /// All inspections.
    #[schema(example = 1)]
    pub made: u32,
    /// Periods of which it is not known whether there was school; they ask for nothing here.
    #[schema(example = 0)]
    pub unknown: u32,
}

impl DueSum {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            required: self.required.saturating_add(other.required),
            done: self.done.saturating_add(other.done),
            made: self.made.saturating_add(other.made),
            unknown: self.unknown.saturating_add(other.unknown),
        }
    }

    /// How many are lacking.
    #[must_use]
    pub const fn lacking(self) -> u32 {
        self.required.saturating_sub(self.done)
    }

    fn of(due: Due) -> Self {
        let unknown = due.state == DueState::Unknown;
        let required = if unknown { 0 } else { due.required };
        Self { required, done: due.done.min(required), made: due.done, unknown: unknown.into() }
    }
}

/// The month of a date, as seen on `today`: itself for what is asked for by the month; for what is asked for by the day those of its
/// days that are over, and what was made on the others.
#[must_use]
pub fn sum_of_month(
    asked: &Asked,
    date: NaiveDate,
    today: NaiveDate,
    kind: impl Fn(NaiveDate) -> DayKind,
    inspected: &[NaiveDate],
) -> DueSum {
    if asked.per == Per::Month {
        return DueSum::of(due(asked, date, today, kind, inspected));
    }
    let (first, last) = period(Per::Month, date);
    let days = first.iter_days().take_while(|day| *day <= last);
    days.map(|day| {
        let due = due(asked, day, today, &kind, inspected);
        if day < today { DueSum::of(due) } else { DueSum { made: due.done, ..DueSum::default() } }
    })
    .fold(DueSum::default(), DueSum::plus)
}

fn count<'a>(days: impl Iterator<Item = &'a NaiveDate>) -> u32 {
    u32::try_from(days.count()).unwrap_or(u32::MAX)
}
