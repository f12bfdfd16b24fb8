//! The rules against tables, and against a twin that goes second by second.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;
use crate::domain::coverage::tests::properties::day;
use crate::domain::coverage::{CheckIn, DayInput, Duty, Proof, Second, Window, asks_nothing, lanes, proofs, thinned};
use crate::domain::lang::Lang;
use crate::domain::words::{CheckInKind, DayKind, Grade, Role, WindowKind};

const GRACE: i64 = 60;

/// A gate that asks for so many guards from 1000 to 2000, on post by 900.
fn gate(count: u32, check_ins: &[(u32, Second, CheckInKind)]) -> DayInput {
    let window = Window { index: 0, from: 1000, to: 2000, lead_seconds: 100 };
    let roles = [Role::Guard].into_iter().collect();
    let check_in = |(person, at, kind): &(u32, Second, CheckInKind)| CheckIn {
        person: *person,
        checkpoint: 0,
        at: *at,
        kind: *kind,
        role: Some(Role::Guard),
        grade: Grade::Confirmed,
    };
    DayInput {
        kind: DayKind::SchoolDay,
        hold_seconds: 10_000,
        duties: vec![Duty { window, checkpoint: 0, roles, count, min_grade: Grade::Likely, excused: false }],
        check_ins: check_ins.iter().map(check_in).collect(),
    }
}

fn told(day: &DayInput, now: Second) -> Option<(AlertKind, Second, Second, u32)> {
    let found = findings(day, GRACE, now).found;
    assert!(found.len() <= 1);
    found.first().map(|one| (one.kind, one.since, one.until, one.missing))
}

#[test]
fn an_empty_gate_is_told_on_time_at_the_start_and_at_the_end() {
    let day = gate(1, &[]);
    assert_eq!(told(&day, 899), None);
    assert_eq!(told(&day, 900), Some((AlertKind::NobodyOnTime, 900, 1000, 1)), "at start − lead, to the second");
    assert_eq!(told(&day, 999), Some((AlertKind::NobodyOnTime, 900, 1000, 1)));
    assert_eq!(told(&day, 1000), Some((AlertKind::NobodyAtStart, 1000, 2000, 1)), "without any grace");
    assert_eq!(told(&day, 1999), Some((AlertKind::NobodyAtStart, 1000, 2000, 1)));
    assert_eq!(told(&day, 2000), Some((AlertKind::EndedShort, 1000, 2600, 1)));
    assert_eq!(told(&day, 2600), None, "by then it is no news");
    assert_eq!(findings(&day, GRACE, 0).next, Some(900));
    assert_eq!(findings(&day, GRACE, 2600).next, None);
}

#[test]
fn who_comes_ends_it_and_who_leaves_begins_it() {
    use CheckInKind::{Arrive, Leave};
    let late = gate(2, &[(1, 1100, Arrive)]);
    assert_eq!(told(&late, 1099), Some((AlertKind::NobodyAtStart, 1000, 2000, 2)));
    assert_eq!(told(&late, 1100), Some((AlertKind::NobodyAtStart, 1000, 2000, 1)), "one of two ends nothing");
    let late = gate(2, &[(1, 1001, Arrive), (2, 1200, Arrive)]);
    assert_eq!(told(&late, 1001), Some((AlertKind::NobodyAtStart, 1000, 2000, 1)), "nor within the grace");
    assert_eq!(told(&late, 1200), None);
    let one = gate(2, &[(1, 1000, Arrive)]);
    assert_eq!(told(&one, 1059), None, "somebody was there at the start");
    assert_eq!(told(&one, 1060), Some((AlertKind::Gap, 1000, 2000, 1)), "the gap is as old as the window");
    let both = gate(2, &[(1, 950, Arrive), (2, 1010, Arrive), (2, 1500, Leave)]);
    assert_eq!(told(&both, 980), None, "somebody is there on time");
    assert_eq!(told(&both, 1005), None, "within the grace");
    assert_eq!(told(&both, 1499), None);
    assert_eq!(
        told(&both, 1500),
        Some((AlertKind::EarlyDeparture, 1500, 2000, 1)),
        "who says that they leave is no lapse"
    );
    let lapsed = DayInput { hold_seconds: 300, ..gate(1, &[(1, 1000, Arrive)]) };
    assert_eq!(told(&lapsed, 1359), None, "a proof that ends has the grace");
    assert_eq!(told(&lapsed, 1360), Some((AlertKind::Gap, 1300, 2000, 1)));
    let short = gate(1, &[(1, 1059, Arrive)]);
    assert_eq!(told(&short, 2000), None, "a gap within the grace does not make the end short");
    assert_eq!(told(&gate(1, &[(1, 1060, Arrive)]), 2000), Some((AlertKind::EndedShort, 1000, 2600, 1)));
}

#[test]
fn zero_grace_means_zero() {
    let day = DayInput { hold_seconds: 300, ..gate(1, &[(1, 1000, CheckInKind::Arrive)]) };
    let kinds = |now| findings(&day, 0, now).found.iter().map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!((kinds(1299), kinds(1300)), (vec![], vec![AlertKind::Gap]));
}

#[test]
fn days_that_ask_for_nothing_have_no_alerts() {
    for kind in [DayKind::Holiday, DayKind::Weekend, DayKind::Cancelled, DayKind::Unknown] {
        assert_eq!(findings(&DayInput { kind, ..gate(1, &[]) }, GRACE, 1500).found, [], "{kind}");
    }
    assert_eq!(findings(&DayInput { kind: DayKind::MakeUpDay, ..gate(1, &[]) }, GRACE, 1500).found.len(), 1, "调休");
    let mut excused = gate(1, &[]);
    excused.duties[0].excused = true;
    assert_eq!(findings(&excused, GRACE, 1500).found, []);
}

#[test]
fn a_message_spells_out_three_and_counts_the_rest() {
    let told = |post: &str| Told {
        post: Some(post.into()),
        roles: vec![Role::Guard],
        window_kind: Some(WindowKind::DropOff),
        window: Some("07:20–08:00".into()),
        since: "07:20".into(),
        missing: 2,
        ..Told::default()
    };
    let posts = [told("东门"), told("西门"), told("路口"), told("后门")];
    let all: Vec<Said> = posts.iter().map(|told| Said { kind: AlertKind::Gap, told }).collect();
    let zh = sentence("实验小学", Occasion::Raised, &all[..1], Lang::Zh);
    assert_eq!(zh, "【护学岗】实验小学：东门（保安），上学 07:20–08:00，07:20 起缺 2 人。");
    let zh = sentence("实验小学", Occasion::Escalated, &all, Lang::Zh);
    assert!(zh.starts_with("【护学岗】实验小学：尚未处理：东门") && zh.ends_with("；另有 1 项。"), "{zh}");
    let en = sentence("实验小学", Occasion::Resolved, &all[..1], Lang::En);
    assert_eq!(en, "[Guard posts] 实验小学: 东门 (guard), drop-off 07:20–08:00, all right again.");
}

/// Slots filled at each second, from who is drawn in the lanes.
fn filled(day: &DayInput, duty: usize, at: Second) -> u32 {
    let there = lanes(day)[duty].iter().filter(|lane| lane.iter().any(|one| one.from <= at && at < one.to)).count();
    u32::try_from(there).unwrap_or(u32::MAX)
}

/// The same rules, second by second.
fn twin(day: &DayInput, duty: usize, grace: i64, now: Second) -> Option<(AlertKind, Second)> {
    let asked = &day.duties[duty];
    if asks_nothing(day.kind) || day.kind == DayKind::Unknown || asked.excused {
        return None;
    }
    let window = asked.window;
    let missing = |at| asked.count - filled(day, duty, at).min(asked.count);
    let all: Vec<Proof> = proofs(day);
    if now < window.from {
        let there = all.iter().any(|proof| proof.qualifies_for(asked) && proof.from <= now && now < proof.to);
        return (now >= window.on_post_by() && !there).then_some((AlertKind::NobodyOnTime, window.on_post_by()));
    }
    if now < window.to {
        if missing(now) == 0 {
            return None;
        }
        if missing(window.from) == asked.count && (window.from..=now).all(|at| missing(at) > 0) {
            return Some((AlertKind::NobodyAtStart, window.from));
        }
        let since = (window.from..=now).rev().take_while(|at| missing(*at) > 0).last()?;
        let left = day.check_ins.iter().any(|leave| {
            let ended = |proof: &&Proof| proof.person == leave.person && proof.checkpoint == leave.checkpoint;
            leave.is_leave()
                && leave.at == since
                && all.iter().filter(ended).any(|p| p.to == since && p.qualifies_for(asked))
        });
        if left && since > window.from {
            return Some((AlertKind::EarlyDeparture, since));
        }
        return (now - since >= grace).then_some((AlertKind::Gap, since));
    }
    if now >= window.to + NEWS_SECONDS {
        return None;
    }
    let mut run = 0;
    for at in window.from..=window.to {
        if at < window.to && missing(at) > 0 {
            run += 1;
        } else {
            if run > 0 && run >= grace {
                return Some((AlertKind::EndedShort, at - run));
            }
            run = 0;
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_agree_with_their_twin(day in day(), grace in 0..12_i64, now in -15..75_i64) {
        let found = findings(&day, grace, now).found;
        for duty in 0..day.duties.len() {
            let ours = found.iter().find(|one| one.duty == duty).map(|one| (one.kind, one.since));
            prop_assert_eq!(ours, twin(&day, duty, grace, now), "duty {} at {}", duty, now);
        }
    }

    #[test]
    fn what_is_said_again_raises_nothing(day in day(), again in 1..4_i64, grace in 0..12_i64, now in -15..75_i64) {
        let mut said = day.clone();
        said.check_ins.extend(day.check_ins.iter().map(|one| CheckIn { at: one.at + again, ..*one }));
        let thin = thinned(said.clone());
        prop_assert_eq!(findings(&thin, grace, now).found, findings(&said, grace, now).found);
        prop_assert_eq!(unheard(&thin, now + ASKED_AFTER), unheard(&said, now + ASKED_AFTER));
    }

    #[test]
    fn nothing_changes_before_the_next_look(day in day(), grace in 0..12_i64, now in -15..70_i64) {
        let Findings { found, next } = findings(&day, grace, now);
        let until = next.unwrap_or(now + 20).min(now + 20);
        for at in now..until {
            prop_assert_eq!(&findings(&day, grace, at).found, &found, "at {}", at);
        }
    }
}
