use chrono::{Days, Weekday};
use proptest::prelude::*;

use super::super::day::tests::{date, entry, term};
use super::super::holiday_cn;
use super::*;

fn layer(layer: Layer, days: Vec<DayEntry>, terms: Vec<super::super::day::Term>) -> LayerEntries {
    LayerEntries { layer, days, terms }
}

#[test]
fn the_notices_decide_where_nobody_else_does() {
    for (day, kind, reason) in [
        ("2026-11-23", DayKind::SchoolDay, "上学日"),
        ("2026-11-22", DayKind::Weekend, "周末"),
        ("2026-10-01", DayKind::Holiday, "国庆节放假"),
        ("2026-10-03", DayKind::Holiday, "国庆节放假"),
        ("2026-10-10", DayKind::MakeUpDay, "国庆节调休"),
        ("2026-09-20", DayKind::MakeUpDay, "国庆节调休"),
        ("2026-01-04", DayKind::MakeUpDay, "元旦调休"),
        ("2026-02-23", DayKind::Holiday, "春节放假"),
        ("2025-10-08", DayKind::Holiday, "国庆节、中秋节放假"),
        ("2025-10-11", DayKind::MakeUpDay, "国庆节、中秋节调休"),
        ("2024-02-09", DayKind::SchoolDay, "上学日"),
        ("2024-05-11", DayKind::MakeUpDay, "劳动节调休"),
        ("2027-01-04", DayKind::Unknown, "2027 年的放假通知尚未导入，请公布后导入。"),
        ("2027-01-02", DayKind::Unknown, "2027 年的放假通知尚未导入，请公布后导入。"),
        ("2023-06-01", DayKind::Unknown, "2023 年的放假通知尚未导入，请公布后导入。"),
    ] {
        let decision = decide(date(day), Years::built_in(), &[]);
        assert_eq!((decision.kind, &*decision.reason.zh, decision.layer), (kind, reason, Layer::National), "{day}");
    }
}

#[test]
fn the_end_of_december_is_known_and_marked_until_the_next_notice_settles_it() {
    let mut years = Years::built_in().clone();
    let before = decide(date("2026-12-31"), &years, &[]);
    assert_eq!((before.kind, before.may_change), (DayKind::SchoolDay, true));

    let notice = r#"{"year": 2027, "papers": [], "days": [{"name": "元旦", "date": "2026-12-31", "isOffDay": true}]}"#;
    years.load(holiday_cn::parse(notice).unwrap());
    let after = decide(date("2026-12-31"), &years, &[]);
    assert_eq!((after.kind, after.may_change), (DayKind::Holiday, false));
    assert!(!decide(date("2026-12-30"), &years, &[]).may_change);
}

#[test]
fn a_notice_decides_the_december_before_even_in_an_unknown_year() {
    let notice = r#"{"year": 2028, "papers": [], "days": [{"name": "元旦", "date": "2027-12-31", "isOffDay": true}]}"#;
    let mut years = Years::built_in().clone();
    years.load(holiday_cn::parse(notice).unwrap());
    assert_eq!(decide(date("2027-12-31"), &years, &[]).kind, DayKind::Holiday);
    assert_eq!(decide(date("2027-12-30"), &years, &[]).kind, DayKind::Unknown);
}

#[test]
fn the_nearest_layer_that_names_the_date_decides() {
    let bureau = layer(Layer::Bureau, vec![entry("2026-11-23", DayKind::Cancelled, "暴雪停课")], vec![]);
    let school = layer(Layer::School, vec![entry("2026-11-23", DayKind::SchoolDay, "毕业班照常")], vec![]);
    let both = decide(date("2026-11-23"), Years::built_in(), &[bureau.clone(), school]);
    assert_eq!((both.kind, &*both.reason.zh, both.layer), (DayKind::SchoolDay, "毕业班照常", Layer::School));
    let bureau_only = decide(date("2026-11-23"), Years::built_in(), &[bureau, layer(Layer::School, vec![], vec![])]);
    assert_eq!((bureau_only.kind, bureau_only.layer), (DayKind::Cancelled, Layer::Bureau));
}

#[test]
fn of_two_entries_for_a_date_the_later_counts() {
    let days =
        vec![entry("2026-11-23", DayKind::Cancelled, "台风"), entry("2026-11-23", DayKind::SchoolDay, "台风转向")];
    assert_eq!(
        decide(date("2026-11-23"), Years::built_in(), &[layer(Layer::School, days, vec![])]).kind,
        DayKind::SchoolDay
    );
}

#[test]
fn an_entry_decides_a_day_of_an_unknown_year_and_carries_its_weekday() {
    let make_up = DayEntry { as_weekday: Some(Weekday::Thu), ..entry("2027-02-06", DayKind::MakeUpDay, " ") };
    let decision = decide(date("2027-02-06"), Years::built_in(), &[layer(Layer::Bureau, vec![make_up], vec![])]);
    assert_eq!((decision.kind, decision.as_weekday), (DayKind::MakeUpDay, Some(Weekday::Thu)));
    assert_eq!(decision.reason.zh, "调休上学日", "an empty reason is replaced by the kind's");
}

#[test]
fn outside_the_terms_there_is_no_school() {
    let terms =
        vec![term("2025-09-01", "2026-01-23"), term("2026-03-02", "2026-07-03"), term("2026-09-01", "2027-01-22")];
    let bureau = layer(Layer::Bureau, vec![entry("2026-02-28", DayKind::MakeUpDay, "教师返校、学生上课")], terms);
    for (day, kind, reason) in [
        ("2026-01-23", DayKind::SchoolDay, "上学日"),
        ("2026-01-26", DayKind::Holiday, "寒假"),
        ("2026-02-14", DayKind::Holiday, "寒假"),
        ("2026-02-17", DayKind::Holiday, "寒假"),
        ("2026-02-28", DayKind::MakeUpDay, "教师返校、学生上课"),
        ("2026-03-02", DayKind::SchoolDay, "上学日"),
        ("2026-05-09", DayKind::MakeUpDay, "劳动节调休"),
        ("2026-08-01", DayKind::Holiday, "暑假"),
        ("2027-01-21", DayKind::Unknown, "2027 年的放假通知尚未导入，请公布后导入。"),
        ("2027-01-25", DayKind::Holiday, "寒假"),
        ("2027-03-25", DayKind::Holiday, "寒假"),
        ("2027-03-26", DayKind::Unknown, "2027-03-26 前后的学期尚未录入，请先录入学期。"),
    ] {
        let decision = decide(date(day), Years::built_in(), std::slice::from_ref(&bureau));
        assert_eq!((decision.kind, &*decision.reason.zh), (kind, reason), "{day}");
    }
}

#[test]
fn the_terms_of_the_nearest_layer_that_has_any_count() {
    let bureau = layer(Layer::Bureau, vec![], vec![term("2026-09-01", "2027-01-22")]);
    let school = layer(Layer::School, vec![], vec![term("2026-09-07", "2027-01-15")]);
    let kind = |layers: &[LayerEntries]| decide(date("2026-09-02"), Years::built_in(), layers).kind;
    assert_eq!(kind(&[bureau.clone(), school]), DayKind::Holiday);
    assert_eq!(kind(&[bureau, layer(Layer::School, vec![], vec![])]), DayKind::SchoolDay);
}

/// The rules read off one after another, over plain lists.
fn slow_kind(date: NaiveDate, layers: &[LayerEntries]) -> DayKind {
    let mut kind = None;
    for layer in layers {
        for entry in &layer.days {
            if entry.date == date {
                kind = Some(entry.kind);
            }
        }
    }
    if let Some(kind) = kind {
        return kind;
    }
    let mut terms = &Vec::new();
    for layer in layers {
        if !layer.terms.is_empty() {
            terms = &layer.terms;
        }
    }
    let in_term = |day: NaiveDate| terms.iter().any(|term| term.from <= day && day <= term.to);
    if !terms.is_empty() && !in_term(date) {
        let near = (1..=62).any(|n| in_term(date + Days::new(n)) || in_term(date - Days::new(n)));
        return if near { DayKind::Holiday } else { DayKind::Unknown };
    }
    for notice in Years::built_in().notices() {
        if let Some(day) = notice.days.get(&date) {
            return if day.off { DayKind::Holiday } else { DayKind::MakeUpDay };
        }
    }
    match (Years::built_in().knows(date.year()), date.weekday()) {
        (false, _) => DayKind::Unknown,
        (true, Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
        (true, _) => DayKind::SchoolDay,
    }
}

fn some_date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1300).prop_map(|n| date("2023-10-01") + Days::new(n))
}

fn some_layer(which: Layer) -> impl Strategy<Value = LayerEntries> {
    let kind = prop::sample::select(vec![DayKind::SchoolDay, DayKind::MakeUpDay, DayKind::Holiday, DayKind::Cancelled]);
    let day =
        (some_date(), kind).prop_map(|(date, kind)| DayEntry { date, kind, reason: String::new(), as_weekday: None });
    let term = (some_date(), 0_u64..200).prop_map(|(from, days)| super::super::day::Term {
        from,
        to: from + Days::new(days),
        name: "t".into(),
    });
    (prop::collection::vec(day, 0..40), prop::collection::vec(term, 0..4)).prop_map(move |(days, terms)| LayerEntries {
        layer: which,
        days,
        terms,
    })
}

proptest! {
    #[test]
    fn agrees_with_the_slow_reading(
        bureau in some_layer(Layer::Bureau),
        school in some_layer(Layer::School),
        dates in prop::collection::vec(some_date(), 20),
    ) {
        let layers = [bureau, school];
        for date in dates.into_iter().chain(layers.iter().flat_map(|layer| layer.days.iter().map(|day| day.date))) {
            prop_assert_eq!(decide(date, Years::built_in(), &layers).kind, slow_kind(date, &layers));
        }
    }
}
