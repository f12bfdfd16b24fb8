//! Who fills each slot of each duty, second by second: the assignment of the coverage, to be shown (`docs/figures.md` "Lanes").
//!
//! A duty with `count` slots has as many lanes. The rules say how many slots are filled and by which grades; which lane somebody
//! is drawn in is no rule: they stay in theirs as long as they fill a slot without a break.

use super::compute::{asks_nothing, each_stretch};
use super::input::{DayInput, Duty, Second, Window};
use super::proof::{Proof, proofs};
use crate::domain::words::{Grade, Role};

/// A stretch [from, to) in which one person fills a slot with one grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaneStretch {
    /// First second.
    pub from: Second,
    /// End (exclusive).
    pub to: Second,
    /// Who.
    pub person: u32,
    /// The grade that counts.
    pub grade: Grade,
    /// In what capacity: that of the proof that gives the grade.
    pub role: Option<Role>,
    /// The `at` of that proof.
    pub proof_at: Second,
}

/// The lanes of every duty, in the order of the duties, from start − lead on. Before the start each window is looked at by
/// itself, as in punctuality. On a day that asks nothing the lanes are empty.
#[must_use]
pub fn lanes(day: &DayInput) -> Vec<Vec<Vec<LaneStretch>>> {
    let lanes_of = |duty: &Duty| vec![Vec::new(); usize::try_from(duty.count).unwrap_or(usize::MAX)];
    let mut lanes: Vec<Vec<Vec<LaneStretch>>> = day.duties.iter().map(lanes_of).collect();
    if asks_nothing(day.kind) {
        return lanes;
    }
    let proofs = proofs(day);
    let mut windows: Vec<u32> = day.duties.iter().map(|duty| duty.window.index).collect();
    windows.sort_unstable();
    windows.dedup();
    for window in windows {
        // Nobody is asked for outside the lead of this window: duties of others ask for no second.
        let before = |duty: &Duty| match duty.window.index == window {
            true => Window { from: duty.window.on_post_by(), to: duty.window.from, ..duty.window },
            false => Window { to: duty.window.from, ..duty.window },
        };
        fill(&mut lanes, &cut(&day.duties, before), &proofs);
    }
    fill(&mut lanes, &day.duties, &proofs);
    lanes
}

fn cut(duties: &[Duty], window: impl Fn(&Duty) -> Window) -> Vec<Duty> {
    duties.iter().map(|duty| Duty { window: window(duty), ..duty.clone() }).collect()
}

fn fill(lanes: &mut [Vec<Vec<LaneStretch>>], duties: &[Duty], proofs: &[Proof]) {
    each_stretch(duties, proofs, |from, to, asked, assignment| {
        for (row, place) in asked.iter().enumerate() {
            let Some((duty, lanes)) = duties.get(*place).zip(lanes.get_mut(*place)) else { continue };
            let filling = assignment.of_row(row).filter_map(|(person, grade)| {
                let best = proof_of(duty, proofs, person, grade, from)?;
                Some(LaneStretch { from, to, person, grade, role: best.role, proof_at: best.from })
            });
            draw(lanes, filling.collect());
        }
    });
}

/// The proof by which somebody fills a slot: of those with the grade that counts, the latest.
fn proof_of<'a>(duty: &Duty, proofs: &'a [Proof], person: u32, grade: Grade, at: Second) -> Option<&'a Proof> {
    let in_force = proofs.iter().filter(|proof| proof.person == person && proof.meets(at, at + 1));
    in_force.filter(|proof| proof.grade == grade && proof.qualifies_for(duty)).max_by_key(|proof| proof.from)
}

/// Puts everybody who fills a slot now into a lane: their own if they were in one until now, else the first that is free.
fn draw(lanes: &mut [Vec<LaneStretch>], filling: Vec<LaneStretch>) {
    let (same, new): (Vec<_>, Vec<_>) =
        filling.into_iter().partition(|next| lanes.iter().any(|lane| goes_on(lane, next)));
    for next in same {
        if let Some(lane) = lanes.iter_mut().find(|lane| goes_on(lane, &next)) {
            push(lane, next);
        }
    }
    for next in new {
        let free = |lane: &&mut Vec<LaneStretch>| lane.last().is_none_or(|last| last.to <= next.from);
        if let Some(lane) = lanes.iter_mut().find(free) {
            push(lane, next);
        }
    }
}

fn goes_on(lane: &[LaneStretch], next: &LaneStretch) -> bool {
    lane.last().is_some_and(|last| last.person == next.person && last.to == next.from)
}

fn push(lane: &mut Vec<LaneStretch>, next: LaneStretch) {
    match lane.last_mut() {
        // By the same proof after a break (they filled another duty's slot) it is a stretch of its own.
        Some(last) if *last == (LaneStretch { from: last.from, to: last.to, ..next }) && last.to == next.from => {
            last.to = next.to
        }
        _ => lane.push(next),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::coverage::compute;
    use crate::domain::coverage::input::CheckIn;
    use crate::domain::coverage::tests::properties::day;
    use crate::domain::words::{CheckInKind, DayKind};

    fn seconds(lanes: &[Vec<LaneStretch>], window: Window, grade: Option<Grade>) -> i64 {
        let all = lanes.iter().flatten().filter(|one| grade.is_none_or(|grade| one.grade == grade));
        all.map(|one| (one.to.min(window.to) - one.from.max(window.from)).max(0)).sum()
    }

    #[test]
    fn who_is_needed_at_another_duty_breaks_their_lane() {
        let duty = |index, from, to| Duty {
            window: Window { index, from, to, lead_seconds: 5 },
            checkpoint: 0,
            roles: [Role::Teacher].into_iter().collect(),
            count: 1,
            min_grade: Grade::Likely,
            excused: false,
        };
        let check_in = CheckIn {
            person: 0,
            checkpoint: 0,
            at: 0,
            kind: CheckInKind::Arrive,
            role: Some(Role::Teacher),
            grade: Grade::Likely,
        };
        let day = DayInput {
            kind: DayKind::SchoolDay,
            hold_seconds: 60,
            duties: vec![duty(0, 10, 20), duty(1, 15, 30)],
            check_ins: vec![check_in],
        };
        let of_second: Vec<_> = lanes(&day).iter().skip(1).flatten().flatten().map(|one| (one.from, one.to)).collect();
        assert_eq!(of_second, [(10, 15), (20, 30)]);
    }

    proptest! {
        #[test]
        fn lanes_come_to_the_figures(day in day()) {
            let lanes = lanes(&day);
            for ((duty, lanes), coverage) in day.duties.iter().zip(&lanes).zip(compute(&day)) {
                let of = |grade| seconds(lanes, duty.window, grade);
                prop_assert_eq!(of(None), coverage.slot_seconds);
                let by = coverage.seconds_by_grade;
                let by = [by.confirmed, by.likely, by.claimed];
                prop_assert_eq!([Grade::Confirmed, Grade::Likely, Grade::Claimed].map(|grade| of(Some(grade))), by);
                for lane in lanes {
                    prop_assert!(lane.is_sorted_by(|a, b| a.to <= b.from));
                    prop_assert!(lane.iter().all(|one| duty.window.on_post_by() <= one.from && one.to <= duty.window.to));
                }
            }
        }
    }
}
