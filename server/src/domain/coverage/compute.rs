//! The coverage of a day's duties (DESIGN section 7, `docs/figures.md`).
//!
//! Between two neighbouring moments at which a proof or a required interval begins or ends, nothing changes: the slots
//! are assigned once for each such stretch, not once for each second.

use super::assign::{Assignment, Filled};
use super::input::{DayInput, Duty, Second};
use super::proof::{Proof, proofs};
use crate::domain::words::{CoverageStatus, DayKind};

/// What the coverage of one duty came to. Everything is in whole seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyCoverage {
    /// What it came to.
    pub status: CoverageStatus,
    /// Length of the required interval.
    pub required_seconds: i64,
    /// Seconds with all slots filled.
    pub covered_seconds: i64,
    /// Filled slots, summed over the seconds: two slots filled for a second are two.
    pub slot_seconds: i64,
    /// `slot_seconds` by the grade that filled them.
    pub seconds_by_grade: SecondsByGrade,
    /// The stretches with an unfilled slot, in order; a new one begins where the number of unfilled slots changes.
    pub gaps: Vec<Gap>,
    /// Earliest `at` of the proofs that qualify and are in force at some second of [start − lead, end).
    pub first_arrival: Option<Second>,
    /// Latest end of force of those proofs.
    pub last_departure: Option<Second>,
}

/// Slot-seconds by grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct SecondsByGrade {
    /// Filled by a confirmed proof.
    pub confirmed: i64,
    /// Filled by a likely proof.
    pub likely: i64,
    /// Filled by a claimed proof.
    pub claimed: i64,
}

/// A stretch [from, to) in which the same number of slots is unfilled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// First second of the stretch.
    pub from: Second,
    /// End of the stretch (exclusive).
    pub to: Second,
    /// Unfilled slots, at least one.
    pub missing: u32,
}

/// Computes the coverage of every duty, in the order of the duties.
#[must_use]
pub fn compute(day: &DayInput) -> Vec<DutyCoverage> {
    if asks_nothing(day.kind) {
        return vec![DutyCoverage::nothing(CoverageStatus::NotRequired); day.duties.len()];
    }
    let proofs = proofs(day);
    let mut coverage: Vec<DutyCoverage> = day.duties.iter().map(|duty| DutyCoverage::before(duty, &proofs)).collect();
    sweep(&day.duties, &proofs, &mut coverage);
    for (duty, coverage) in day.duties.iter().zip(&mut coverage) {
        coverage.status = status(day.kind, duty, coverage);
    }
    coverage
}

/// Whether the day is known not to be a school day.
#[must_use]
pub const fn asks_nothing(kind: DayKind) -> bool {
    matches!(kind, DayKind::Holiday | DayKind::Weekend | DayKind::Cancelled)
}

fn status(kind: DayKind, duty: &Duty, coverage: &DutyCoverage) -> CoverageStatus {
    if kind == DayKind::Unknown {
        CoverageStatus::Unknown
    } else if duty.excused {
        CoverageStatus::Excused
    } else if coverage.gaps.is_empty() {
        CoverageStatus::Covered
    } else if coverage.slot_seconds == 0 {
        CoverageStatus::Empty
    } else {
        CoverageStatus::Short
    }
}

fn sweep(duties: &[Duty], proofs: &[Proof], coverage: &mut [DutyCoverage]) {
    each_stretch(duties, proofs, |from, to, asked, assignment| {
        for (row, place) in asked.iter().enumerate() {
            let filled = assignment.filled(row);
            if let Some((duty, coverage)) = duties.get(*place).zip(coverage.get_mut(*place)) {
                coverage.add(from, to, duty.count, filled);
            }
        }
    });
}

/// Assigns the slots for every stretch in which nothing changes: its seconds, the places of the duties that ask then, and who
/// fills what.
pub(super) fn each_stretch(
    duties: &[Duty],
    proofs: &[Proof],
    mut told: impl FnMut(Second, Second, &[usize], &Assignment),
) {
    let useful: Vec<Proof> = proofs.iter().filter(|proof| fills_some_slot(proof, duties)).copied().collect();
    let moments = moments(duties, &useful);
    let mut assignment = Assignment::default();
    let mut places: Vec<usize> = Vec::with_capacity(duties.len());
    let mut asked: Vec<&Duty> = Vec::with_capacity(duties.len());
    let mut present: Vec<Proof> = Vec::with_capacity(useful.len());
    for (from, to) in moments.iter().copied().zip(moments.iter().copied().skip(1)) {
        places.clear();
        asked.clear();
        for (place, duty) in duties.iter().enumerate().filter(|(_, duty)| asks(duty, from)) {
            places.push(place);
            asked.push(duty);
        }
        if asked.is_empty() {
            continue;
        }
        present.clear();
        present.extend(useful.iter().filter(|proof| proof.meets(from, to)).copied());
        assignment.fill(&asked, &present);
        told(from, to, &places, &assignment);
    }
}

const fn asks(duty: &Duty, second: Second) -> bool {
    duty.window.from <= second && second < duty.window.to
}

fn fills_some_slot(proof: &Proof, duties: &[Duty]) -> bool {
    duties.iter().any(|duty| proof.meets(duty.window.from, duty.window.to) && proof.qualifies_for(duty))
}

/// Every second at which something begins or ends, sorted, once each.
fn moments(duties: &[Duty], proofs: &[Proof]) -> Vec<Second> {
    let of_duties = duties.iter().flat_map(|duty| [duty.window.from, duty.window.to]);
    let of_proofs = proofs.iter().flat_map(|proof| [proof.from, proof.to]);
    let mut moments = Vec::with_capacity(2 * (duties.len() + proofs.len()));
    moments.extend(of_duties.chain(of_proofs));
    moments.sort_unstable();
    moments.dedup();
    moments
}

impl DutyCoverage {
    /// No figure at all.
    const fn nothing(status: CoverageStatus) -> Self {
        Self {
            status,
            required_seconds: 0,
            covered_seconds: 0,
            slot_seconds: 0,
            seconds_by_grade: SecondsByGrade { confirmed: 0, likely: 0, claimed: 0 },
            gaps: Vec::new(),
            first_arrival: None,
            last_departure: None,
        }
    }

    /// What is known of a duty before any slot is assigned.
    fn before(duty: &Duty, proofs: &[Proof]) -> Self {
        let window = duty.window;
        let qualifying = proofs.iter().filter(|p| p.meets(window.on_post_by(), window.to) && p.qualifies_for(duty));
        Self {
            required_seconds: window.seconds(),
            first_arrival: qualifying.clone().map(|proof| proof.from).min(),
            last_departure: qualifying.map(|proof| proof.to).max(),
            ..Self::nothing(CoverageStatus::Empty)
        }
    }

    fn add(&mut self, from: Second, to: Second, count: u32, filled: Filled) {
        let seconds = to - from;
        self.slot_seconds += seconds * i64::from(filled.slots());
        self.seconds_by_grade.confirmed += seconds * i64::from(filled.confirmed);
        self.seconds_by_grade.likely += seconds * i64::from(filled.likely);
        self.seconds_by_grade.claimed += seconds * i64::from(filled.claimed);
        match count.saturating_sub(filled.slots()) {
            0 => self.covered_seconds += seconds,
            missing => self.add_gap(Gap { from, to, missing }),
        }
    }

    fn add_gap(&mut self, gap: Gap) {
        match self.gaps.last_mut() {
            Some(last) if last.to == gap.from && last.missing == gap.missing => last.to = gap.to,
            _ => self.gaps.push(gap),
        }
    }
}
