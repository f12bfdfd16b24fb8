//! Routes that are asked for by the month.

use chrono::NaiveDate;

use super::facts::{RouteDay, holds};
use crate::domain::patrol::{MonthDay, MonthSum, Per, month_end, month_of, months};
use crate::store::patrol_routes::PatrolRouteRow;

/// The days that must be read for the days from `from` to `to`, both included: whole months, as far as they have come, where any
/// of the rows asks for rounds by the month.
pub(super) fn widened(
    rows: &[PatrolRouteRow],
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> (NaiveDate, NaiveDate) {
    if rows.iter().all(|row| row.per == Per::Day) {
        return (from, to);
    }
    (month_of(from), month_end(to).min(today).max(to))
}

/// The months of a route, given its days and all rows that hold in them; none where it is asked for by the day.
pub(super) fn months_of<'a>(
    days: impl Iterator<Item = &'a RouteDay>,
    rows: &[PatrolRouteRow],
    today: NaiveDate,
) -> Vec<MonthSum> {
    let monthly = days.filter(|day| day.settings.per == Per::Month);
    let days: Vec<MonthDay> = monthly
        .map(|day| MonthDay {
            date: day.date,
            rounds: day.settings.rounds,
            walked: day.rounds.sum.done.saturating_add(day.rounds.sum.late),
            asks: day.asks,
        })
        .collect();
    let asked = |date| {
        let row = rows.iter().find(|row| holds(row, date))?;
        if row.per == Per::Month { u32::try_from(row.rounds).ok() } else { None }
    };
    months(&days, today, asked)
}
