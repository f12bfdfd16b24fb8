//! The computation against its slow twin, and what must hold whatever comes in.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::twin;
use crate::domain::coverage::{
    CheckIn, DayInput, Duty, RoleSet, Totals, Window, compute, person_stays, presence, punctuality, stays, thinned,
};
use crate::domain::words::{CheckInKind, DayKind, Grade, Role};

const ROLES: [Role; 3] = [Role::Police, Role::Teacher, Role::Parent];

fn windows() -> impl Strategy<Value = Vec<Window>> {
    prop::collection::vec((0..40_i64, 1..30_i64, 0..12_i64), 1..3).prop_map(|windows| {
        let window = |(index, (from, seconds, lead_seconds))| Window { index, from, to: from + seconds, lead_seconds };
        (0..).zip(windows).map(window).collect()
    })
}

fn duty(windows: Vec<Window>) -> impl Strategy<Value = Duty> {
    let roles = subsequence(ROLES.to_vec(), 1..=3).prop_map(RoleSet::from_iter);
    let min_grade = select(vec![Grade::Confirmed, Grade::Likely, Grade::Claimed]);
    (select(windows), 0..2_u32, roles, 1..3_u32, min_grade, prop::bool::weighted(0.1)).prop_map(
        |(window, checkpoint, roles, count, min_grade, excused)| Duty {
            window,
            checkpoint,
            roles,
            count,
            min_grade,
            excused,
        },
    )
}

fn check_in() -> impl Strategy<Value = CheckIn> {
    use CheckInKind::{Arrive, Leave, Pass, StillHere};
    let kind = select(vec![Arrive, Arrive, Arrive, StillHere, StillHere, Leave, Pass]);
    let grade = select(vec![
        Grade::Confirmed,
        Grade::Confirmed,
        Grade::Likely,
        Grade::Likely,
        Grade::Claimed,
        Grade::Claimed,
        Grade::Contradicted,
        Grade::Rejected,
    ]);
    // Few different times, so that events often fall on the same second.
    let at = prop_oneof![(-5..12_i64).prop_map(|step| step * 5), -15..65_i64];
    (0..4_u32, 0..3_u32, at, kind, select(ROLES.to_vec()), grade).prop_map(
        |(person, checkpoint, at, kind, role, grade)| CheckIn { person, checkpoint, at, kind, role: Some(role), grade },
    )
}

/// A day with some of everything.
fn mixed_day() -> impl Strategy<Value = DayInput> {
    use DayKind::{Cancelled, Holiday, MakeUpDay, SchoolDay, Unknown, Weekend};
    let kind = prop_oneof![18 => Just(SchoolDay), 2 => select(vec![MakeUpDay, Unknown, Holiday, Weekend, Cancelled])];
    let duties = windows().prop_flat_map(|windows| prop::collection::vec(duty(windows), 0..4));
    (kind, 0..35_i64, duties, prop::collection::vec(check_in(), 0..14))
        .prop_map(|(kind, hold_seconds, duties, check_ins)| DayInput { kind, hold_seconds, duties, check_ins })
}

/// Many people at one post at once, so that slots compete for them and grades for slots.
fn crowded_day() -> impl Strategy<Value = DayInput> {
    let window = Window { index: 0, from: 2, to: 8, lead_seconds: 2 };
    let at_gate = move |duty: Duty| Duty { window, checkpoint: 0, ..duty };
    let duties = prop::collection::vec(duty(vec![window]).prop_map(at_gate), 2..4);
    let arrival =
        |check_in: CheckIn| CheckIn { checkpoint: 0, kind: CheckInKind::Arrive, at: check_in.at % 3, ..check_in };
    let check_ins = prop::collection::vec(check_in().prop_map(arrival), 3..9);
    (duties, check_ins).prop_map(|(duties, check_ins)| DayInput {
        kind: DayKind::SchoolDay,
        hold_seconds: 20,
        duties,
        check_ins,
    })
}

/// Either kind of day.
pub(in crate::domain) fn day() -> impl Strategy<Value = DayInput> {
    prop_oneof![mixed_day(), crowded_day()]
}

proptest! {
    #[test]
    fn what_is_said_again_changes_nothing(day in day(), again in 1..4_i64) {
        // Everybody says the same again, some seconds later.
        let mut said = day.clone();
        said.check_ins.extend(day.check_ins.iter().map(|one| CheckIn { at: one.at + again, ..*one }));
        let thin = thinned(said.clone());
        prop_assert!(thin.check_ins.len() <= said.check_ins.len());
        prop_assert_eq!(compute(&thin), compute(&said));
    }

    #[test]
    fn coverage_is_what_the_twin_says(day in day()) {
        prop_assert_eq!(compute(&day), twin::coverage(&day));
    }

    #[test]
    fn punctuality_is_what_the_twin_says(day in day()) {
        let on_time: Vec<u32> = punctuality(&day).iter().map(|figure| figure.on_time).collect();
        prop_assert_eq!(on_time, twin::on_time(&day));
    }

    #[test]
    fn person_stays_are_what_the_twin_says(day in day()) {
        prop_assert_eq!(person_stays(&day), twin::person_stays(&day));
    }

    #[test]
    fn presence_is_what_each_second_says(day in day(), spans in prop::collection::vec((-10..40_i64, 0..25_i64), 0..4)) {
        let windows: Vec<(i64, i64)> = spans.into_iter().map(|(from, seconds)| (from, from + seconds)).collect();
        let roles = RoleSet::from_iter([Role::Police]);
        let asked = |second: &i64| windows.iter().any(|window| window.0 <= *second && *second < window.1);
        let counts = |c: &&CheckIn| c.role == Some(Role::Police) && c.grade >= Grade::Likely;
        let seen = |second: &i64| day.check_ins.iter().filter(counts).any(|c| twin::in_force(&day, c, *second));
        let asked: Vec<i64> = twin::SECONDS.filter(asked).collect();
        let both = asked.iter().copied().filter(seen).count();
        prop_assert_eq!(presence(&day, &windows, roles, Grade::Likely), (asked.len() as i64, both as i64));
    }

    #[test]
    fn stays_say_of_every_second_what_is_in_force(day in day()) {
        let stays = stays(&day);
        for (person, checkpoint) in (0..4).flat_map(|person| (0..3).map(move |checkpoint| (person, checkpoint))) {
            let here = |c: &&CheckIn| c.person == person && c.checkpoint == checkpoint;
            for second in twin::SECONDS {
                let best = day.check_ins.iter().filter(here).filter(|c| twin::in_force(&day, c, second)).map(|c| c.grade).max();
                let of_post = stays.iter().filter(|stay| stay.person == person && stay.checkpoint == checkpoint);
                let stretches = of_post.flat_map(|stay| &stay.stretches).filter(|s| s.from <= second && second < s.to);
                prop_assert_eq!(stretches.map(|s| s.grade).collect::<Vec<_>>(), Vec::from_iter(best));
            }
        }
    }

    #[test]
    fn stays_are_unbroken_and_apart(day in day()) {
        let stays = stays(&day);
        for stay in &stays {
            prop_assert_eq!(stay.from, stay.stretches[0].from);
            prop_assert_eq!(stay.to, stay.stretches[stay.stretches.len() - 1].to);
            prop_assert!(stay.stretches.windows(2).all(|s| s[0].to == s[1].from && s[0].grade != s[1].grade));
            prop_assert!(!stay.roles.is_empty());
        }
        let key = |stay: &crate::domain::coverage::Stay| (stay.person, stay.checkpoint);
        prop_assert!(stays.windows(2).all(|s| key(&s[0]) < key(&s[1]) || (key(&s[0]) == key(&s[1]) && s[0].to < s[1].from)));
    }

    #[test]
    fn the_order_of_check_ins_does_not_matter(day in day(), seed in any::<prop::sample::Index>()) {
        let mut other = day.clone();
        other.check_ins.reverse();
        if !other.check_ins.is_empty() {
            let place = seed.index(other.check_ins.len());
            other.check_ins.rotate_left(place);
        }
        prop_assert_eq!(compute(&day), compute(&other));
        prop_assert_eq!(stays(&day), stays(&other));
    }

    #[test]
    fn sums_of_parts_are_the_sum_of_the_whole(days in prop::collection::vec(day(), 0..4)) {
        let mut totals = Totals::default();
        let mut posts = 0;
        for day in &days {
            let coverage = compute(day);
            posts += coverage.len();
            totals.add(&Totals::of_day(day, &coverage));
        }
        let mut by_roles = crate::domain::coverage::DutyTotals::default();
        totals.by_roles.values().for_each(|of_roles| by_roles.add(of_roles));
        prop_assert_eq!(by_roles, totals.duties);
        let duties = totals.duties;
        prop_assert!(duties.posts_required + duties.posts_excused + duties.posts_unknown <= posts as i64);
        prop_assert!(duties.covered_seconds <= duties.required_seconds);
        prop_assert!(duties.slot_seconds <= duties.required_slot_seconds);
        prop_assert!(totals.slots_on_time <= totals.slots);
        prop_assert!(totals.school_days_set_up <= totals.school_days);
        prop_assert_eq!(totals.person_stays.values().sum::<i64>(), days.iter().map(|day| person_stays(day).len() as i64).sum::<i64>());
    }
}
