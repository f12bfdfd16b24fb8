//! One worked case for each rule that DESIGN left open or that is easy to get wrong (`docs/figures.md`).
//!
//! The window is the seconds [0, 2400) with 20 minutes of lead; a proof holds 2700 s. Figures were worked out by hand.

use crate::domain::coverage::{CheckIn, DayInput, Duty, DutyCoverage, RoleSet, Window, compute};
use crate::domain::words::CheckInKind::{self, Arrive, Leave, Pass, StillHere};
use crate::domain::words::Grade::{self, Claimed, Confirmed, Contradicted, Likely, Rejected};
use crate::domain::words::Role::{self, Auxiliary, Guard, Parent, Police, Teacher};
use crate::domain::words::{CoverageStatus, DayKind};

const GATE: u32 = 0;
const ROAD: u32 = 1;
const WINDOW: Window = Window { index: 0, from: 0, to: 2400, lead_seconds: 1200 };

fn duty(checkpoint: u32, roles: &[Role], count: u32, min_grade: Grade) -> Duty {
    let roles: RoleSet = roles.iter().copied().collect();
    Duty { window: WINDOW, checkpoint, roles, count, min_grade, excused: false }
}

/// Who, where, what, when, in what capacity, how well proven.
type Evidence = (u32, u32, CheckInKind, i64, Role, Grade);

fn day(duties: &[Duty], evidence: &[Evidence]) -> DayInput {
    let check_in = |&(person, checkpoint, kind, at, role, grade): &Evidence| CheckIn {
        person,
        checkpoint,
        at,
        kind,
        role: Some(role),
        grade,
    };
    let check_ins = evidence.iter().map(check_in).collect();
    DayInput { kind: DayKind::SchoolDay, hold_seconds: 2700, duties: duties.to_vec(), check_ins }
}

/// `status covered/required confirmed+likely+claimed gaps first..last`
fn written(coverage: &DutyCoverage) -> String {
    let gaps: Vec<String> =
        coverage.gaps.iter().map(|gap| format!("{}-{}:{}", gap.from, gap.to, gap.missing)).collect();
    let time = |time: Option<i64>| time.map_or_else(|| "none".to_owned(), |second| second.to_string());
    let grades = coverage.seconds_by_grade;
    assert_eq!(coverage.slot_seconds, grades.confirmed + grades.likely + grades.claimed);
    format!(
        "{} {}/{} {}+{}+{} [{}] {}..{}",
        coverage.status,
        coverage.covered_seconds,
        coverage.required_seconds,
        grades.confirmed,
        grades.likely,
        grades.claimed,
        gaps.join(" "),
        time(coverage.first_arrival),
        time(coverage.last_departure)
    )
}

fn check(name: &str, day: &DayInput, expected: &[&str]) {
    let coverage: Vec<String> = compute(day).iter().map(written).collect();
    assert_eq!(coverage, expected, "{name}");
}

#[test]
fn force_and_its_end() {
    let guard = [duty(GATE, &[Guard], 1, Likely)];
    let cases: [(&str, &[Evidence], &str); 15] = [
        ("nobody", &[], "empty 0/2400 0+0+0 [0-2400:1] none..none"),
        (
            "a leave in the second of the proof does not end it",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (1, GATE, Leave, 0, Guard, Confirmed)],
            "covered 2400/2400 2400+0+0 [] 0..2700",
        ),
        (
            "a leave ends the earlier proof and not the one of its own second",
            &[
                (1, GATE, Arrive, 0, Guard, Likely),
                (1, GATE, Leave, 600, Guard, Likely),
                (1, GATE, StillHere, 600, Guard, Confirmed),
            ],
            "covered 2400/2400 1800+600+0 [] 0..3300",
        ),
        (
            "a contradicted leave counts",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (1, GATE, Leave, 600, Guard, Contradicted)],
            "short 600/2400 600+0+0 [600-2400:1] 0..600",
        ),
        (
            "a rejected leave does not",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (1, GATE, Leave, 600, Guard, Rejected)],
            "covered 2400/2400 2400+0+0 [] 0..2700",
        ),
        (
            "a leave elsewhere ends nothing here",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (1, ROAD, Leave, 600, Guard, Confirmed)],
            "covered 2400/2400 2400+0+0 [] 0..2700",
        ),
        (
            "a leave in another role ends the stay: it is the person who leaves",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (1, GATE, Leave, 600, Teacher, Confirmed)],
            "short 600/2400 600+0+0 [600-2400:1] 0..600",
        ),
        (
            "another person's leave ends nothing",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (2, GATE, Leave, 600, Guard, Confirmed)],
            "covered 2400/2400 2400+0+0 [] 0..2700",
        ),
        (
            "a claimed proof at a post without a duty ends the stay here",
            &[(1, GATE, Arrive, 0, Guard, Confirmed), (1, 7, StillHere, 600, Parent, Claimed)],
            "short 600/2400 600+0+0 [600-2400:1] 0..600",
        ),
        (
            "a contradicted arrival elsewhere ends nothing, nor does a pass",
            &[
                (1, GATE, Arrive, 0, Guard, Confirmed),
                (1, ROAD, Arrive, 600, Guard, Contradicted),
                (1, ROAD, Pass, 700, Guard, Confirmed),
            ],
            "covered 2400/2400 2400+0+0 [] 0..2700",
        ),
        (
            "going and coming back opens a second stretch",
            &[
                (1, GATE, Arrive, 0, Guard, Confirmed),
                (1, ROAD, Arrive, 600, Guard, Confirmed),
                (1, GATE, Arrive, 900, Guard, Likely),
            ],
            "short 2100/2400 600+1500+0 [600-900:1] 0..3600",
        ),
        (
            "a proof whose force ends where the reach begins does not count",
            &[(1, GATE, Arrive, -3900, Guard, Confirmed)],
            "empty 0/2400 0+0+0 [0-2400:1] none..none",
        ),
        (
            "a proof in force in the lead alone arrives and departs, and fills nothing",
            &[(1, GATE, Arrive, -3899, Guard, Confirmed)],
            "empty 0/2400 0+0+0 [0-2400:1] -3899..-1199",
        ),
        (
            "a proof in the second of the end is too late",
            &[(1, GATE, Arrive, 2400, Guard, Confirmed)],
            "empty 0/2400 0+0+0 [0-2400:1] none..none",
        ),
        (
            "the last second counts",
            &[(1, GATE, Arrive, 2399, Guard, Confirmed)],
            "short 1/2400 1+0+0 [0-2399:1] 2399..5099",
        ),
    ];
    for (name, evidence, expected) in cases {
        check(name, &day(&guard, evidence), &[expected]);
    }
}

#[test]
fn a_hold_of_zero_is_zero() {
    let duties = [duty(GATE, &[Guard], 1, Likely)];
    let mut day = day(&duties, &[(1, GATE, Arrive, 0, Guard, Confirmed)]);
    day.hold_seconds = 0;
    check("hold 0", &day, &["empty 0/2400 0+0+0 [0-2400:1] none..none"]);
}

#[test]
fn two_posts_in_the_same_second() {
    let duties = [duty(ROAD, &[Guard], 1, Likely), duty(GATE, &[Guard], 1, Likely)];
    let both = [(1, GATE, Arrive, 0, Guard, Confirmed), (1, ROAD, Arrive, 0, Guard, Likely)];
    let day = day(&duties, &both);
    let at_gate = "empty 0/2400 0+0+0 [0-2400:1] 0..2700";
    check(
        "in force at both, one slot filled: the first duty's",
        &day,
        &["covered 2400/2400 0+2400+0 [] 0..2700", at_gate],
    );
}

#[test]
fn roles_and_grades() {
    let evidence = [
        (1, GATE, Arrive, 0, Police, Claimed),
        (1, GATE, StillHere, 0, Parent, Confirmed),
        (2, GATE, Arrive, 0, Parent, Likely),
    ];
    let police_first = [duty(GATE, &[Police], 1, Claimed), duty(GATE, &[Parent], 2, Likely)];
    check(
        "each proof has its own role and grade, and the person one slot",
        &day(&police_first, &evidence),
        &["covered 2400/2400 0+0+2400 [] 0..2700", "short 0/2400 0+2400+0 [0-2400:1] 0..2700"],
    );
    let listed_together = [duty(GATE, &[Police, Parent], 1, Claimed)];
    check(
        "the best proof that fits is what fills the slot",
        &day(&listed_together, &evidence),
        &["covered 2400/2400 2400+0+0 [] 0..2700"],
    );
    let wants_confirmed = [duty(GATE, &[Police], 1, Likely)];
    check(
        "a confirmed parent does not lift a claimed officer",
        &day(&wants_confirmed, &evidence),
        &["empty 0/2400 0+0+0 [0-2400:1] none..none"],
    );
}

#[test]
fn order_and_augmenting() {
    let chain = [
        duty(GATE, &[Police, Auxiliary], 1, Likely),
        duty(GATE, &[Auxiliary, Guard], 1, Likely),
        duty(GATE, &[Police], 1, Likely),
    ];
    let people = [
        (1, GATE, Arrive, 0, Police, Confirmed),
        (2, GATE, Arrive, 0, Auxiliary, Likely),
        (3, GATE, Arrive, 0, Guard, Likely),
    ];
    let likely = "covered 2400/2400 0+2400+0 [] 0..2700";
    let by_officer = "covered 2400/2400 2400+0+0 [] 0..2700";
    check("a chain of two moves", &day(&chain, &people), &[likely, likely, by_officer]);
    check(
        "an earlier slot is never emptied, though two later ones could be filled for it",
        &day(&[duty(GATE, &[Police], 2, Likely), duty(GATE, &[Police, Guard], 2, Likely)], &people[..1]),
        &["short 0/2400 2400+0+0 [0-2400:1] 0..2700", "empty 0/2400 0+0+0 [0-2400:2] 0..2700"],
    );
    let teachers = [(1, GATE, Arrive, 0, Teacher, Claimed), (2, GATE, Arrive, 0, Teacher, Confirmed)];
    let one = [duty(GATE, &[Teacher, Guard], 1, Claimed)];
    check(
        "likely, where that is the best there is",
        &day(&one, &[teachers[0], people[2]]),
        &["covered 2400/2400 0+2400+0 [] 0..2700"],
    );
    let same = [duty(GATE, &[Teacher], 1, Claimed), duty(GATE, &[Teacher], 1, Claimed)];
    check(
        "the earlier slot takes the better grade",
        &day(&same, &teachers),
        &["covered 2400/2400 2400+0+0 [] 0..2700", "covered 2400/2400 0+0+2400 [] 0..2700"],
    );
}

#[test]
fn overlapping_windows_share_the_people() {
    let late = Window { index: 1, from: 1200, to: 3000, lead_seconds: 0 };
    let duties = [Duty { window: late, ..duty(GATE, &[Guard], 1, Likely) }, duty(GATE, &[Guard], 1, Likely)];
    check(
        "a person fills one slot at an instant, whatever the window",
        &day(&duties, &[(1, GATE, Arrive, 0, Guard, Confirmed)]),
        &["short 1500/1800 1500+0+0 [2700-3000:1] 0..2700", "short 1200/2400 1200+0+0 [1200-2400:1] 0..2700"],
    );
}

#[test]
fn a_gap_ends_where_the_number_of_unfilled_slots_changes() {
    let duties = [duty(GATE, &[Parent], 2, Likely)];
    let evidence = [
        (1, GATE, Arrive, 300, Parent, Likely),
        (2, GATE, Arrive, 900, Parent, Likely),
        (1, GATE, Leave, 1500, Parent, Likely),
        (3, GATE, Arrive, 1500, Parent, Likely),
        (3, GATE, Leave, 1800, Parent, Likely),
        (4, GATE, Arrive, 1900, Parent, Claimed),
    ];
    check(
        "one goes and one comes in the same second: no gap",
        &day(&duties, &evidence),
        &["short 900/2400 0+3000+0 [0-300:2 300-900:1 1800-2400:1] 300..3600"],
    );
}

#[test]
fn status_precedence() {
    let statuses = |kind| {
        let mut duties = [duty(GATE, &[Guard], 1, Likely), duty(GATE, &[Guard], 1, Likely)];
        duties[0].excused = true;
        let mut day = day(&duties, &[(1, GATE, Arrive, 0, Guard, Confirmed)]);
        day.kind = kind;
        compute(&day).iter().map(|coverage| (coverage.status, coverage.slot_seconds)).collect::<Vec<_>>()
    };
    // An excused duty keeps its place in the order, so it takes the one guard from the duty behind it.
    use CoverageStatus::{Empty, Excused, NotRequired, Unknown};
    for kind in [DayKind::SchoolDay, DayKind::MakeUpDay] {
        assert_eq!(statuses(kind), [(Excused, 2400), (Empty, 0)]);
    }
    assert_eq!(statuses(DayKind::Unknown), [(Unknown, 2400), (Unknown, 0)]);
    for kind in [DayKind::Holiday, DayKind::Weekend, DayKind::Cancelled] {
        assert_eq!(statuses(kind), [(NotRequired, 0), (NotRequired, 0)]);
    }
}

#[test]
fn more_slots_than_anybody_could_fill_cost_nothing() {
    let duties = [duty(GATE, &[Guard], u32::MAX, Likely)];
    let expected = format!("short 0/2400 2400+0+0 [0-2400:{}] 0..2700", u32::MAX - 1);
    check("a huge count", &day(&duties, &[(1, GATE, Arrive, 0, Guard, Confirmed)]), &[&expected]);
}
