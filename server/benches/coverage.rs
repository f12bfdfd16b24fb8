//! How long the coverage of a school takes: a day, a month (22 school days), and a day from its document.
//!
//! The day: two windows, five duties in each (eight slots), 23 check-ins of people who come, confirm, move and leave.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use huxue::domain::alert::findings;
use huxue::domain::coverage::{
    CheckIn, CoverageDocument, DayDocument, DayInput, Duty, RoleSet, Totals, Window, compute,
};
use huxue::domain::words::{CheckInKind, DayKind, Grade, Role};
use serde_json::json;

const CHECK_INS: u32 = 23;
const SCHOOL_DAYS: i64 = 22;
const DAY_SECONDS: i64 = 86_400;

fn duties(index: u32, from: i64) -> Vec<Duty> {
    let window = Window { index, from, to: from + 2400, lead_seconds: 1200 };
    let asked: [(u32, &[Role], u32, Grade); 5] = [
        (0, &[Role::Police, Role::Auxiliary], 1, Grade::Likely),
        (0, &[Role::SchoolLeader], 1, Grade::Likely),
        (0, &[Role::Teacher, Role::SchoolLeader], 2, Grade::Likely),
        (1, &[Role::Guard, Role::Auxiliary], 2, Grade::Likely),
        (2, &[Role::Parent, Role::Volunteer], 2, Grade::Claimed),
    ];
    let duty = |&(checkpoint, roles, count, min_grade): &(u32, &[Role], u32, Grade)| {
        let roles: RoleSet = roles.iter().copied().collect();
        Duty { window, checkpoint, roles, count, min_grade, excused: false }
    };
    asked.iter().map(duty).collect()
}

/// Eight people in each window; some say later that they are still there, some leave early, one moves.
fn check_ins(day: i64) -> Vec<CheckIn> {
    use Role::{Auxiliary, Guard, Parent, Police, SchoolLeader, Teacher, Volunteer};
    let people = [
        (0, Police),
        (0, SchoolLeader),
        (0, Teacher),
        (0, Teacher),
        (1, Guard),
        (1, Auxiliary),
        (2, Parent),
        (2, Volunteer),
    ];
    let grades = [Grade::Confirmed, Grade::Likely, Grade::Confirmed, Grade::Claimed];
    let of_window = |start: i64| {
        let late = (0_i64..).map(move |place| start - 900 + (place * 337 + day * 53) % 1500);
        let people = (0_u32..).zip(people).zip(late).zip(grades.into_iter().cycle());
        people.flat_map(move |(((person, (checkpoint, role)), at), grade)| {
            let check_in = |kind, checkpoint, at| CheckIn { person, checkpoint, at, kind, role: Some(role), grade };
            let arrive = check_in(CheckInKind::Arrive, checkpoint, at);
            let later = match person % 3 {
                0 => Some(check_in(CheckInKind::StillHere, checkpoint, at + 1200)),
                1 => Some(check_in(CheckInKind::Leave, checkpoint, start + 2300)),
                _ => None,
            };
            std::iter::once(arrive).chain(later)
        })
    };
    let start = day * DAY_SECONDS;
    of_window(start).chain(of_window(start + 33_000)).take(CHECK_INS.try_into().unwrap_or_default()).collect()
}

fn school_day(day: i64) -> DayInput {
    let start = day * DAY_SECONDS;
    let duties = duties(0, start).into_iter().chain(duties(1, start + 33_000)).collect();
    DayInput { kind: DayKind::SchoolDay, hold_seconds: 2700, duties, check_ins: check_ins(day) }
}

/// The same day as a document, with ids as texts and times written out.
fn document(day: &DayInput) -> Vec<u8> {
    let time = |second| huxue::domain::coverage::rfc3339(1_795_389_600 + second, chrono_tz::Asia::Shanghai);
    let window = |index: u32| day.duties.iter().map(|duty| duty.window).find(|window| window.index == index);
    let windows = [0, 1].into_iter().filter_map(window).map(|window| {
        json!({"id": format!("w{}", window.index), "kind": "drop_off", "starts_at": time(window.from),
            "ends_at": time(window.to), "lead_minutes": window.lead_seconds / 60})
    });
    let duties = day.duties.iter().enumerate().map(|(place, duty)| {
        json!({"id": format!("d{place}"), "window_id": format!("w{}", duty.window.index),
            "checkpoint_id": format!("c{}", duty.checkpoint), "roles": duty.roles.iter().collect::<Vec<_>>(),
            "count": duty.count, "min_grade": duty.min_grade, "excused": null})
    });
    let check_ins = day.check_ins.iter().enumerate().map(|(place, c)| {
        json!({"id": format!("k{place}"), "person_id": format!("p{}", c.person), "role": c.role,
            "checkpoint_id": format!("c{}", c.checkpoint), "kind": c.kind, "at": time(c.at), "grade": c.grade})
    });
    let document = json!({"format": "huxue.day/1", "school": {"id": "s", "name": "s", "timezone": "Asia/Shanghai"},
        "date": "2026-11-23", "hold_minutes": 45, "school_day": {"kind": "school_day", "reason": null},
        "windows": windows.collect::<Vec<_>>(), "duties": duties.collect::<Vec<_>>(),
        "check_ins": check_ins.collect::<Vec<_>>()});
    document.to_string().into_bytes()
}

fn coverage(criterion: &mut Criterion) {
    let day = school_day(0);
    criterion.bench_function("coverage/school-day", |b| b.iter(|| compute(black_box(&day))));
    let month: Vec<DayInput> = (0..SCHOOL_DAYS).map(school_day).collect();
    criterion.bench_function("coverage/school-month", |b| b.iter(|| month.iter().map(compute).collect::<Vec<_>>()));
    criterion.bench_function("coverage/school-month with roll-up", |b| {
        b.iter(|| {
            month.iter().fold(Totals::default(), |mut totals, day| {
                totals.add(&Totals::of_day(day, &compute(day)));
                totals
            })
        });
    });
    // 10,000 posts: a thousand schools at one second of the morning.
    let schools = vec![day.clone(); 1000];
    criterion.bench_function("alerts/10,000 posts", |b| {
        b.iter(|| schools.iter().map(|day| findings(black_box(day), 60, 1200).found.len()).sum::<usize>());
    });
    let bytes = document(&day);
    criterion.bench_function("coverage/school-day from its document", |b| {
        b.iter(|| DayDocument::parse(black_box(&bytes)).and_then(|day| CoverageDocument::of(&day)));
    });
}

criterion_group!(benches, coverage);
criterion_main!(benches);
