//! Tables for the rules of `docs/inspections.md`, and what is due against a twin that goes day by day.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::domain::hazard::{BuiltInCategory, HazardLevel};
use crate::domain::lang::Lang;
use crate::domain::patrol::Per;
use crate::domain::rights::Holding;
use crate::domain::words::{DayKind, Office, Role};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn asked(per: Per, times: u32) -> Asked {
    Asked { per, times, from: None, until: None }
}

/// A school's autumn of 2026: weekends, the first week of October, and nothing known of the next year.
fn kind(day: NaiveDate) -> DayKind {
    match (day.year(), day.month(), day.day(), day.weekday().number_from_monday()) {
        (2027, ..) => DayKind::Unknown,
        (_, 8, ..) | (_, 10, 1..=7, _) => DayKind::Holiday,
        (_, 11, 26, _) => DayKind::Cancelled,
        (.., 6 | 7) => DayKind::Weekend,
        _ => DayKind::SchoolDay,
    }
}

#[test]
fn a_day_and_a_month_are_done_open_missed_or_not_asked_for() {
    use DueState::{Done, Missed, NotRequired, Open, Unknown};
    let daily = asked(Per::Day, 2);
    let monthly = asked(Per::Month, 2);
    let some = ["2026-11-02", "2026-11-23", "2026-11-23", "2026-11-30", "2026-12-01"].map(date);
    let cases = [
        (daily, "2026-11-23", "2026-11-23", (2, 2, Done)),
        (daily, "2026-11-30", "2026-11-30", (1, 2, Open)),
        (daily, "2026-11-30", "2026-12-01", (1, 2, Missed)),
        (daily, "2026-11-24", "2026-11-23", (0, 2, Open)),
        (daily, "2026-11-28", "2026-12-01", (0, 0, NotRequired)),
        (daily, "2026-11-26", "2026-12-01", (0, 0, NotRequired)),
        (daily, "2026-10-01", "2026-12-01", (0, 0, NotRequired)),
        (daily, "2027-01-04", "2027-02-01", (0, 2, Unknown)),
        (monthly, "2026-11-30", "2026-11-30", (4, 2, Done)),
        (monthly, "2026-12-01", "2026-12-31", (1, 2, Open)),
        (monthly, "2026-12-31", "2027-01-01", (1, 2, Missed)),
        (monthly, "2026-10-31", "2026-10-31", (0, 2, Open)),
        (monthly, "2026-08-15", "2026-12-31", (0, 0, NotRequired)),
        (monthly, "2027-01-01", "2027-02-01", (0, 2, Unknown)),
        (asked(Per::Day, 0), "2026-11-23", "2026-11-24", (2, 0, NotRequired)),
        (Asked { from: Some(date("2026-11-16")), ..monthly }, "2026-11-30", "2026-12-01", (4, 1, Done)),
        (Asked { until: Some(date("2026-11-15")), ..monthly }, "2026-11-30", "2026-12-01", (4, 0, NotRequired)),
        (Asked { from: Some(date("2026-11-24")), ..daily }, "2026-11-23", "2026-12-01", (2, 0, NotRequired)),
        (Asked { until: Some(date("2026-11-23")), ..daily }, "2026-11-23", "2026-12-01", (2, 0, NotRequired)),
    ];
    for (asked, of, today, expected) in cases {
        let Due { done, required, state } = due(&asked, date(of), date(today), kind, &some);
        assert_eq!((done, required, state), expected, "{asked:?} {of} on {today}");
    }
}

#[test]
fn in_a_sum_more_on_one_day_makes_up_for_none_on_another() {
    let some = ["2026-11-02", "2026-11-02", "2026-11-02", "2026-11-03", "2026-11-05"].map(date);
    let sum = sum_of_month(&asked(Per::Day, 2), date("2026-11-20"), date("2026-11-05"), kind, &some);
    assert_eq!(sum, DueSum { required: 6, done: 3, made: 5, unknown: 0 }, "the 5th is not over");
    assert_eq!(sum.lacking(), 3);
    let sum = sum_of_month(&asked(Per::Month, 2), date("2026-11-20"), date("2026-11-05"), kind, &some);
    assert_eq!(sum, DueSum { required: 2, done: 2, made: 5, unknown: 0 });
    let sum = sum_of_month(&asked(Per::Day, 2), date("2027-01-01"), date("2027-01-04"), kind, &[date("2027-01-02")]);
    assert_eq!(sum, DueSum { required: 0, done: 0, made: 1, unknown: 3 });
}

#[test]
fn who_inspects() {
    let role = |role| Holding::Role { role, in_charge: false };
    let cases = [
        (role(Role::SchoolLeader), [true, false, true]),
        (role(Role::Police), [false, true, true]),
        (role(Role::TrafficPolice), [false, true, true]),
        (role(Role::Auxiliary), [false, false, true]),
        (role(Role::Guard), [false, false, true]),
        (Holding::Office(Office::Principal), [true, false, true]),
        (Holding::Office(Office::SafetyOfficer), [true, false, true]),
        (Holding::Office(Office::StationChief), [false, true, true]),
        (Holding::Office(Office::BureauOfficer), [false, false, true]),
    ];
    for (holding, expected) in cases {
        assert_eq!([0, 1, 2].map(|at| Inspector::ALL[at].includes(holding)), expected, "{holding:?}");
    }
}

#[test]
fn the_built_in_ones_can_be_kept_in_both_languages() {
    for one in BUILT_IN {
        for lang in [Lang::Zh, Lang::En] {
            let list = one.read_in(lang);
            assert_eq!(list.clone().checked(), Ok(list.clone()));
            assert!((6..=10).contains(&list.items.len()) && list.times == 2);
        }
        assert_eq!(built_in(one.id).map(|found| found.id), Some(one.id));
    }
    assert_ne!(BUILT_IN[0].id, BUILT_IN[1].id);
}

#[test]
fn each_item_is_answered_and_a_no_says_what_is_wrong() {
    let item = |text: &str| ChecklistItem {
        text: text.into(),
        category: BuiltInCategory::Fire.into(),
        level: HazardLevel::Major,
    };
    let items = [item("通道畅通"), item("灭火器有效")];
    let given = |answer, note: &str| Given { answer, note: note.into() };
    let yes = || given(InspectionAnswer::Yes, "");
    let no = |note: &str| given(InspectionAnswer::No, note);
    let field = |answers| answered(&items, answers).map_err(|(field, _)| field);
    assert_eq!(field(vec![yes(), no(" 过期 ")]), Ok(vec![yes(), no("过期")]));
    assert_eq!(field(vec![yes()]), Err("answers".into()));
    assert_eq!(field(vec![yes(), yes(), yes()]), Err("answers".into()));
    assert_eq!(field(vec![yes(), no(" ")]), Err("answers[1].note".into()));
    assert_eq!(field(vec![given(InspectionAnswer::Yes, &"长".repeat(501)), yes()]), Err("answers[0].note".into()));
    assert_eq!(field(vec![yes(), no("\0x")]), Err("answers[1].note".into()));
    assert_eq!(found(&items[0], "被堵住"), "通道畅通：被堵住");
    let list = |name: &str, times, items: &[ChecklistItem]| {
        let list =
            Checklist { name: name.into(), inspector: Inspector::Anyone, per: Per::Day, times, items: items.into() };
        list.checked().map(|list| list.name).map_err(|(field, _)| field)
    };
    assert_eq!(list(" 周检 ", 0, &items), Ok("周检".into()));
    assert_eq!(list(" ", 0, &items), Err("name".into()));
    assert_eq!(list("周检", 51, &items), Err("times".into()));
    assert_eq!(list("周检", 1, &[]), Err("items".into()));
    assert_eq!(list("周检", 1, &[item("好"), item(" ")]), Err("items[1].text".into()));
    assert_eq!(list("周检", 1, &[item("两\n行")]), Err("items[0].text".into()));
}

/// Day by day through two years, by the texts of the dates.
fn twin(asked: &Asked, of: NaiveDate, today: NaiveDate, inspected: &[NaiveDate]) -> Due {
    let length = if asked.per == Per::Day { 10 } else { 7 };
    let part = |day: NaiveDate| day.to_string()[..length].to_owned();
    let whole: Vec<NaiveDate> = date("2026-01-01").iter_days().take(800).filter(|day| part(*day) == part(of)).collect();
    let held: Vec<NaiveDate> = whole
        .iter()
        .copied()
        .filter(|day| asked.from.is_none_or(|from| *day >= from) && asked.until.is_none_or(|until| *day < until))
        .collect();
    let kinds: Vec<DayKind> = held.iter().map(|day| kind(*day)).collect();
    let school = kinds.iter().any(|kind| [DayKind::SchoolDay, DayKind::MakeUpDay].contains(kind));
    let times = usize::try_from(asked.times).unwrap();
    let mut required = 0;
    while school | kinds.contains(&DayKind::Unknown) && (required + 1) * whole.len() <= times * held.len() {
        required += 1;
    }
    let done = inspected.iter().filter(|day| part(**day) == part(of)).count();
    let state = match () {
        () if required == 0 => DueState::NotRequired,
        () if !school => DueState::Unknown,
        () if done >= required => DueState::Done,
        () if part(today) > part(of) => DueState::Missed,
        () => DueState::Open,
    };
    Due { done: done.try_into().unwrap(), required: required.try_into().unwrap(), state }
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0..180_u64).prop_map(|after| date("2026-07-20") + chrono::Days::new(after))
}

proptest! {
    #[test]
    fn what_is_due_is_what_going_day_by_day_gives(
        (monthly, times) in (any::<bool>(), 0..5_u32),
        (from, until) in (prop::option::of(days()), prop::option::of(days())),
        (of, today) in (days(), days()),
        inspected in prop::collection::vec(days(), 0..40),
    ) {
        let asked = Asked { per: if monthly { Per::Month } else { Per::Day }, times, from, until };
        prop_assert_eq!(due(&asked, of, today, kind, &inspected), twin(&asked, of, today, &inspected));
        let sum = sum_of_month(&asked, of, today, kind, &inspected);
        let in_month = inspected.iter().filter(|day| day.to_string()[..7] == of.to_string()[..7]).count();
        prop_assert_eq!(usize::try_from(sum.made).unwrap(), in_month);
        prop_assert!(sum.done <= sum.required && sum.done <= sum.made);
        let over = |day: &NaiveDate| day.to_string()[..7] == of.to_string()[..7] && *day < today;
        if !monthly {
            let all: Vec<Due> = date("2026-01-01").iter_days().take(800).filter(over).map(|day| twin(&asked, day, today, &inspected)).collect();
            let known = || all.iter().filter(|due| due.state != DueState::Unknown);
            prop_assert_eq!(sum.required, known().map(|due| due.required).sum::<u32>());
            prop_assert_eq!(sum.done, known().map(|due| due.done.min(due.required)).sum::<u32>());
            prop_assert_eq!(usize::try_from(sum.unknown).unwrap(), all.len() - known().count());
        }
    }
}
