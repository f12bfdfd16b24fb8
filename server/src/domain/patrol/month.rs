//! What is asked of a calendar month (`docs/patrols.md` "A month").

use chrono::{Datelike, Days, Months, NaiveDate};

/// A day on which a monthly route held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthDay {
    /// The day.
    pub date: NaiveDate,
    /// How many rounds a month were asked for then.
    pub rounds: u32,
    /// The rounds of that day that count.
    pub walked: u32,
    /// Whether the day is one on which the route is walked at all.
    pub asks: bool,
}

/// What a month comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct MonthSum {
    /// Its first day.
    #[schema(example = "2026-11-01")]
    pub month: NaiveDate,
    /// Rounds asked for: of a month in which the route held for some days only, their share, rounded down; none of a month of
    /// holidays on a route that is walked on school days only.
    pub planned: u32,
    /// Complete rounds, those after their window too.
    pub done: u32,
    /// Asked for and not walked, once the month is over.
    pub missed: u32,
}

/// The first day of a date's month.
#[must_use]
pub fn month_of(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// The last day of a date's month.
#[must_use]
pub fn month_end(date: NaiveDate) -> NaiveDate {
    let next = month_of(date).checked_add_months(Months::new(1));
    next.and_then(|next| next.checked_sub_days(Days::new(1))).unwrap_or(date)
}

/// The months of these days, in order; `held` says on which dates after `today` the route still asks, with how many rounds a month.
/// Days may come in any order; those of one date add up.
#[must_use]
pub fn months(days: &[MonthDay], today: NaiveDate, held: impl Fn(NaiveDate) -> Option<u32>) -> Vec<MonthSum> {
    let mut firsts: Vec<NaiveDate> = days.iter().map(|day| month_of(day.date)).collect();
    firsts.sort_unstable();
    firsts.dedup();
    firsts.into_iter().map(|month| of_month(month, days, today, &held)).collect()
}

fn of_month(
    month: NaiveDate,
    days: &[MonthDay],
    today: NaiveDate,
    held: &impl Fn(NaiveDate) -> Option<u32>,
) -> MonthSum {
    let end = month_end(month);
    let past = days.iter().filter(|day| month_of(day.date) == month);
    let asked = past.clone().fold(0_u32, |sum, day| sum.saturating_add(day.rounds));
    let to_come = month.iter_days().take_while(|date| *date <= end).filter(|date| *date > today).filter_map(held);
    let asks = past.clone().any(|day| day.asks) || to_come.clone().next().is_some();
    let asked = to_come.fold(asked, u32::saturating_add);
    let done = past.fold(0_u32, |sum, day| sum.saturating_add(day.walked));
    let planned = if asks { asked / end.day().max(1) } else { 0 };
    MonthSum { month, planned, done, missed: if today > end { planned.saturating_sub(done) } else { 0 } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    /// The days from the first to the last, both included, each asking `rounds` a month; rounds were walked on `walked`.
    fn days(from: &str, to: &str, rounds: u32, walked: &[&str]) -> Vec<MonthDay> {
        let walked: Vec<NaiveDate> = walked.iter().map(|text| date(text)).collect();
        let all = date(from).iter_days().take_while(|day| *day <= date(to));
        all.map(|date| MonthDay { date, rounds, walked: u32::from(walked.contains(&date)), asks: true }).collect()
    }

    fn told(days: &[MonthDay], today: &str, held: Option<u32>) -> Vec<(String, u32, u32, u32)> {
        let months = months(days, date(today), |_| held);
        months.into_iter().map(|one| (one.month.to_string(), one.planned, one.done, one.missed)).collect()
    }

    #[test]
    fn a_month_asks_for_its_rounds_and_misses_them_when_it_is_over() {
        let november = days("2026-11-01", "2026-11-30", 2, &["2026-11-05"]);
        assert_eq!(told(&november, "2026-12-01", None), [("2026-11-01".into(), 2, 1, 1)]);
        assert_eq!(told(&november, "2026-11-30", None), [("2026-11-01".into(), 2, 1, 0)], "it is not over yet");
        let begun = days("2026-11-01", "2026-11-10", 2, &["2026-11-05", "2026-11-09", "2026-11-10"]);
        assert_eq!(told(&begun, "2026-11-10", Some(2)), [("2026-11-01".into(), 2, 3, 0)], "the rest is still to come");
    }

    #[test]
    fn part_of_a_month_asks_for_its_share() {
        let half = days("2026-11-16", "2026-11-30", 2, &[]);
        assert_eq!(told(&half, "2026-12-01", None), [("2026-11-01".into(), 1, 0, 1)]);
        let short = days("2026-11-17", "2026-11-30", 2, &[]);
        assert_eq!(told(&short, "2026-12-01", None), [("2026-11-01".into(), 0, 0, 0)]);
        let changed = [days("2026-02-01", "2026-02-14", 2, &[]), days("2026-02-15", "2026-02-28", 4, &[])].concat();
        assert_eq!(told(&changed, "2026-03-01", None), [("2026-02-01".into(), 3, 0, 3)]);
        let ended = days("2026-11-01", "2026-11-15", 2, &[]);
        assert_eq!(told(&ended, "2026-11-20", None), [("2026-11-01".into(), 1, 0, 0)]);
    }

    #[test]
    fn months_are_apart() {
        let both = days("2026-10-01", "2026-11-30", 1, &["2026-10-31"]);
        let expected = [("2026-10-01".into(), 1, 1, 0), ("2026-11-01".into(), 1, 0, 1)];
        assert_eq!(told(&both, "2026-12-15", None), expected);
        assert_eq!(told(&[], "2026-12-15", Some(2)), []);
        let holidays: Vec<MonthDay> = both.iter().map(|day| MonthDay { asks: false, ..*day }).collect();
        let expected = [("2026-10-01".into(), 0, 1, 0), ("2026-11-01".into(), 0, 0, 0)];
        assert_eq!(told(&holidays, "2026-12-15", None), expected, "nothing is missed in the holidays");
    }
}
