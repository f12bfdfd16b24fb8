//! The slow twin: every rule read off its sentence, second by second, every assignment tried. Nothing is shared with
//! the computation but the types that go in and come out.

use crate::domain::coverage::{CheckIn, DayInput, Duty, DutyCoverage, Gap, PersonStay, SecondsByGrade};
use crate::domain::words::{CheckInKind, CoverageStatus, DayKind, Grade, Role};

/// No time of a generated day is outside of this.
pub(super) const SECONDS: std::ops::Range<i64> = -40..140;

fn is_proof(c: &CheckIn) -> bool {
    (c.kind == CheckInKind::Arrive || c.kind == CheckInKind::StillHere)
        && [Grade::Confirmed, Grade::Likely, Grade::Claimed].contains(&c.grade)
}

/// In force at `second`: held, and no leave there or proof elsewhere between, strictly after its own time.
pub(super) fn in_force(day: &DayInput, c: &CheckIn, second: i64) -> bool {
    let ended = day.check_ins.iter().any(|other| {
        let leaves = other.kind == CheckInKind::Leave && other.grade != Grade::Rejected;
        other.person == c.person
            && other.at > c.at
            && other.at <= second
            && ((leaves && other.checkpoint == c.checkpoint) || (is_proof(other) && other.checkpoint != c.checkpoint))
    });
    is_proof(c) && second >= c.at && second < c.at + day.hold_seconds && !ended
}

fn fits(c: &CheckIn, duty: &Duty) -> bool {
    c.checkpoint == duty.checkpoint && c.grade >= duty.min_grade && c.role.is_some_and(|r| duty.roles.contains(r))
}

/// The grade with which a person can fill a slot of the duty at that second.
fn offer(day: &DayInput, duty: &Duty, person: u32, second: i64) -> Option<Grade> {
    let mut best = None;
    for c in &day.check_ins {
        if c.person == person && fits(c, duty) && in_force(day, c, second) {
            best = best.max(Some(c.grade));
        }
    }
    best
}

/// Tries every assignment of people to slots. The best is the one that fills the earlier slots, then the one that has
/// the better grades in the earlier slots.
fn best_assignment(slots: &[Vec<(u32, Grade)>]) -> Vec<Option<Grade>> {
    fn go(
        slots: &[Vec<(u32, Grade)>],
        used: &mut Vec<u32>,
        so_far: &mut Vec<Option<Grade>>,
        all: &mut Vec<Vec<Option<Grade>>>,
    ) {
        let Some((first, rest)) = slots.split_first() else {
            all.push(so_far.clone());
            return;
        };
        so_far.push(None);
        go(rest, used, so_far, all);
        so_far.pop();
        for (person, grade) in first {
            if !used.contains(person) {
                used.push(*person);
                so_far.push(Some(*grade));
                go(rest, used, so_far, all);
                so_far.pop();
                used.pop();
            }
        }
    }
    let mut all = Vec::new();
    go(slots, &mut Vec::new(), &mut Vec::new(), &mut all);
    let filled = |assignment: &Vec<Option<Grade>>| assignment.iter().map(Option::is_some).collect::<Vec<_>>();
    all.into_iter().max_by(|a, b| filled(a).cmp(&filled(b)).then_with(|| a.cmp(b))).unwrap()
}

/// For each duty (by its place) that is asked, the grades of its filled slots.
fn filled_at(day: &DayInput, asked: &[usize], second: i64) -> Vec<(usize, Vec<Grade>)> {
    let mut people: Vec<u32> = day.check_ins.iter().map(|c| c.person).collect();
    people.sort_unstable();
    people.dedup();
    let mut slots = Vec::new();
    let mut places = Vec::new();
    for place in asked {
        let duty = &day.duties[*place];
        for _ in 0..duty.count {
            slots.push(people.iter().filter_map(|p| Some((*p, offer(day, duty, *p, second)?))).collect());
            places.push(*place);
        }
    }
    let grades = best_assignment(&slots);
    let of = |place: usize| places.iter().zip(&grades).filter(move |(p, _)| **p == place).filter_map(|(_, g)| *g);
    asked.iter().map(|place| (*place, of(*place).collect())).collect()
}

fn not_required(kind: DayKind) -> bool {
    kind == DayKind::Holiday || kind == DayKind::Weekend || kind == DayKind::Cancelled
}

pub(super) fn coverage(day: &DayInput) -> Vec<DutyCoverage> {
    let mut missing: Vec<Vec<(i64, u32)>> = vec![Vec::new(); day.duties.len()];
    let mut all: Vec<DutyCoverage> = day.duties.iter().map(|duty| start(day, duty)).collect();
    if not_required(day.kind) {
        return all;
    }
    for second in SECONDS {
        let asks = |duty: &Duty| second >= duty.window.from && second < duty.window.to;
        let asked: Vec<usize> = (0..day.duties.len()).filter(|place| asks(&day.duties[*place])).collect();
        for (place, grades) in filled_at(day, &asked, second) {
            let coverage = &mut all[place];
            let count = |grade| grades.iter().filter(|g| **g == grade).count() as i64;
            coverage.required_seconds += 1;
            coverage.slot_seconds += grades.len() as i64;
            coverage.seconds_by_grade.confirmed += count(Grade::Confirmed);
            coverage.seconds_by_grade.likely += count(Grade::Likely);
            coverage.seconds_by_grade.claimed += count(Grade::Claimed);
            coverage.covered_seconds += i64::from(grades.len() == day.duties[place].count as usize);
            missing[place].push((second, day.duties[place].count - grades.len() as u32));
        }
    }
    for ((duty, coverage), missing) in day.duties.iter().zip(&mut all).zip(missing) {
        coverage.gaps = gaps(&missing);
        coverage.status = match () {
            () if day.kind == DayKind::Unknown => CoverageStatus::Unknown,
            () if duty.excused => CoverageStatus::Excused,
            () if coverage.covered_seconds == coverage.required_seconds => CoverageStatus::Covered,
            () if coverage.slot_seconds > 0 => CoverageStatus::Short,
            () => CoverageStatus::Empty,
        };
    }
    all
}

fn gaps(missing: &[(i64, u32)]) -> Vec<Gap> {
    let same = missing.chunk_by(|a, b| a.1 == b.1).filter(|stretch| stretch[0].1 > 0);
    same.map(|s| Gap { from: s[0].0, to: s[s.len() - 1].0 + 1, missing: s[0].1 }).collect()
}

/// The check-ins that count for the duty, each with the seconds at which it is in force.
fn counting<'a>(day: &'a DayInput, duty: &'a Duty) -> impl Iterator<Item = (&'a CheckIn, Vec<i64>)> {
    let seconds_of = |c: &CheckIn| SECONDS.filter(|second| in_force(day, c, *second)).collect::<Vec<_>>();
    let reach = duty.window.from - duty.window.lead_seconds..duty.window.to;
    let with_seconds = day.check_ins.iter().filter(|c| fits(c, duty)).map(move |c| (c, seconds_of(c)));
    with_seconds.filter(move |(_, seconds)| seconds.iter().any(|second| reach.contains(second)))
}

fn start(day: &DayInput, duty: &Duty) -> DutyCoverage {
    let counts = !not_required(day.kind);
    DutyCoverage {
        status: CoverageStatus::NotRequired,
        required_seconds: 0,
        covered_seconds: 0,
        slot_seconds: 0,
        seconds_by_grade: SecondsByGrade::default(),
        gaps: Vec::new(),
        first_arrival: counting(day, duty).filter(|_| counts).map(|(c, _)| c.at).min(),
        last_departure: counting(day, duty).filter(|_| counts).map(|(_, s)| s[s.len() - 1] + 1).max(),
    }
}

/// The slots of each duty filled at the second by which people are to be on post, among the duties of its window.
pub(super) fn on_time(day: &DayInput) -> Vec<u32> {
    let of_duty = |place: usize| {
        let window = day.duties[place].window;
        let asked: Vec<_> = (0..day.duties.len()).filter(|p| day.duties[*p].window.index == window.index).collect();
        let filled = filled_at(day, &asked, window.from - window.lead_seconds);
        filled.into_iter().find(|(p, _)| *p == place).unwrap().1.len() as u32
    };
    (0..day.duties.len()).map(|place| if not_required(day.kind) { 0 } else { of_duty(place) }).collect()
}

pub(super) fn person_stays(day: &DayInput) -> Vec<PersonStay> {
    let mut all = std::collections::BTreeMap::new();
    for duty in day.duties.iter().filter(|_| !not_required(day.kind)) {
        for (c, _) in counting(day, duty) {
            let role = c.role.unwrap();
            let rank: (i64, i32, Role) = (c.at, -(c.grade as i32), role);
            let best = all.entry((duty.window.index, c.checkpoint, c.person)).or_insert(rank);
            *best = rank.min(*best);
        }
    }
    let stay = |((window, checkpoint, person), (_, _, role))| PersonStay { window, checkpoint, person, role };
    all.into_iter().map(stay).collect()
}
