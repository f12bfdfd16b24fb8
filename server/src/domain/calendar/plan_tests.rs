use chrono::Weekday;
use chrono_tz::{America::New_York, Asia::Shanghai};

use super::super::change::tests::change;
use super::super::day::tests::date;
use super::super::weekdays::Weekdays;
use super::super::window::tests::{decided, rule, time};
use super::*;

const DAY: &str = "2026-11-23";

fn plan(kind: DayKind, rules: &[WindowRule], changes: &[DayChange]) -> DayPlan {
    day_plan(date(DAY), decided(kind), rules, changes, Shanghai)
}

fn shown(plan: &DayPlan) -> Vec<(String, String)> {
    let text = |at: DateTime<FixedOffset>| at.format("%H:%M%:z").to_string();
    plan.windows.iter().map(|window| (text(window.starts_at), text(window.ends_at))).collect()
}

#[test]
fn windows_stand_at_the_schools_local_times_in_order() {
    let rules = [rule("16:30", "17:00"), rule("07:20", "08:00")];
    let plan = plan(DayKind::SchoolDay, &rules, &[]);
    let expected = [("07:20+08:00", "08:00+08:00"), ("16:30+08:00", "17:00+08:00")];
    assert_eq!(shown(&plan), expected.map(|(from, to)| (from.to_owned(), to.to_owned())));
    let by = plan.windows.first().unwrap().on_post_by();
    assert_eq!(by.to_rfc3339(), "2026-11-23T07:10:00+08:00");
}

#[test]
fn only_days_with_school_have_open_windows() {
    let rules = [rule("07:20", "08:00")];
    for kind in DayKind::ALL {
        let plan = plan(*kind, &rules, &[]);
        assert_eq!(plan.windows.len(), 1, "{kind}");
        assert_eq!(plan.open_windows().count(), usize::from(kind.has_school()), "{kind}");
    }
}

#[test]
fn a_moved_window_keeps_its_lead_and_says_why() {
    let rules = [rule("16:30", "17:00")];
    let moved = |starts, ends| {
        let window_id = rules.first().unwrap().id;
        change(Change::WindowMoved { window_id, starts: time(starts), ends: time(ends) }, "提前放学")
    };
    let plan = plan(DayKind::SchoolDay, &rules, &[moved("13:00", "13:30"), moved("14:00", "14:30")]);
    assert_eq!(shown(&plan), [("14:00+08:00".to_owned(), "14:30+08:00".to_owned())], "the later change counts");
    let window = plan.windows.first().unwrap();
    assert_eq!((window.moved.as_deref(), window.lead_minutes), (Some("提前放学"), 10));
}

#[test]
fn a_cancelled_window_leaves_the_plan_with_its_reason() {
    let rules = [rule("07:20", "08:00"), rule("16:30", "17:00")];
    let window_id = rules.first().unwrap().id;
    let changes = [
        change(Change::WindowMoved { window_id, starts: time("09:00"), ends: time("09:30") }, "推迟"),
        change(Change::WindowCancelled { window_id }, "上午停课"),
    ];
    let plan = plan(DayKind::SchoolDay, &rules, &changes);
    assert_eq!(plan.windows.len(), 1);
    assert_eq!(plan.cancelled.get(&window_id).map(String::as_str), Some("上午停课"));
}

#[test]
fn a_cancelled_day_has_no_open_window_but_a_day_off_stays_one() {
    let rules = [rule("07:20", "08:00")];
    let changes = [change(Change::DayCancelled {}, "台风")];
    for (kind, expected) in [
        (DayKind::SchoolDay, DayKind::Cancelled),
        (DayKind::MakeUpDay, DayKind::Cancelled),
        (DayKind::Unknown, DayKind::Cancelled),
        (DayKind::Holiday, DayKind::Holiday),
        (DayKind::Weekend, DayKind::Weekend),
    ] {
        let plan = plan(kind, &rules, &changes);
        assert_eq!((plan.decision.kind, plan.open_windows().count()), (expected, 0), "{kind}");
    }
    let cancelled = plan(DayKind::SchoolDay, &rules, &changes).decision;
    assert_eq!((&*cancelled.reason.zh, cancelled.layer), ("台风", Layer::School));
}

#[test]
fn a_stand_down_excuses_the_nearest_thing_it_names() {
    let rules = [rule("07:20", "08:00"), rule("16:30", "17:00")];
    let window_id = rules.first().unwrap().id;
    let (duty_id, other) = (DutyId::fresh(), DutyId::fresh());
    let changes = [
        change(Change::DutyStoodDown { duty_id }, "道路施工"),
        change(Change::WindowStoodDown { window_id }, "暴雨"),
        change(Change::DayStoodDown {}, "大雾"),
    ];
    let plan = plan(DayKind::SchoolDay, &rules, &changes);
    let why = |duty, n: usize| plan.excuse(duty, plan.windows.get(n).unwrap()).map(|excuse| excuse.reason.as_str());
    assert_eq!(why(duty_id, 0), Some("道路施工"));
    assert_eq!(why(other, 0), Some("暴雨"));
    assert_eq!(why(other, 1), Some("大雾"));
    assert_eq!(plan.decision.kind, DayKind::SchoolDay, "what was required stays required");
}

#[test]
fn changes_of_other_dates_do_nothing() {
    let rules = [rule("07:20", "08:00")];
    let elsewhere = DayChange { date: date("2026-11-24"), ..change(Change::DayCancelled {}, "台风") };
    let stood_down = DayChange { date: date("2026-11-24"), ..change(Change::DayStoodDown {}, "台风") };
    assert_eq!(plan(DayKind::SchoolDay, &rules, &[elsewhere, stood_down]), plan(DayKind::SchoolDay, &rules, &[]));
}

#[test]
fn a_window_that_the_clocks_skip_is_not_planned() {
    let sunday = Weekdays::from_iter([Weekday::Sun]);
    let rule = |starts, ends| WindowRule { weekdays: sunday, valid_from: date("2026-01-01"), ..rule(starts, ends) };
    let rules = [rule("02:10", "02:50"), rule("02:30", "03:10"), rule("07:20", "08:00")];
    let plan = day_plan(date("2026-03-08"), decided(DayKind::SchoolDay), &rules, &[], New_York);
    let expected = [("03:00-04:00", "03:10-04:00"), ("07:20-04:00", "08:00-04:00")];
    assert_eq!(shown(&plan), expected.map(|(from, to)| (from.to_owned(), to.to_owned())));
}
