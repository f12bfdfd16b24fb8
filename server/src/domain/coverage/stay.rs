//! Stays: who was where, from when to when, and how well proven (DESIGN section 7, `docs/figures.md` "Stays").

use super::input::{DayInput, RoleSet, Second};
use super::proof::{Proof, proofs};
use crate::domain::words::Grade;

/// One unbroken stay of a person at a checkpoint. Derived whatever kind of day it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Who.
    pub person: u32,
    /// Where.
    pub checkpoint: u32,
    /// The roles of the proofs that make up the stay.
    pub roles: RoleSet,
    /// First second.
    pub from: Second,
    /// End (exclusive).
    pub to: Second,
    /// The stretches of the stay, without a break between them; neighbours differ in grade.
    pub stretches: Vec<Stretch>,
}

/// A part of a stay in which the grade is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First second.
    pub from: Second,
    /// End (exclusive).
    pub to: Second,
    /// The best grade in force.
    pub grade: Grade,
}

/// The stays of a day, sorted by person, checkpoint and time.
#[must_use]
pub fn stays(day: &DayInput) -> Vec<Stay> {
    let mut proofs = proofs(day);
    proofs.sort_unstable_by_key(|proof| (proof.person, proof.checkpoint, proof.from));
    let one_post = |a: &Proof, b: &Proof| (a.person, a.checkpoint) == (b.person, b.checkpoint);
    proofs.chunk_by(one_post).flat_map(stays_at_one_post).collect()
}

/// `proofs` are those of one person at one checkpoint, sorted by `from`.
fn stays_at_one_post(proofs: &[Proof]) -> Vec<Stay> {
    let mut moments: Vec<Second> = proofs.iter().flat_map(|proof| [proof.from, proof.to]).collect();
    moments.sort_unstable();
    moments.dedup();
    let mut stays: Vec<Stay> = Vec::new();
    for (from, to) in moments.iter().copied().zip(moments.iter().copied().skip(1)) {
        let in_force = proofs.iter().filter(|proof| proof.meets(from, to));
        let Some(best) = in_force.clone().max_by_key(|proof| proof.grade) else { continue };
        let stretch = Stretch { from, to, grade: best.grade };
        match stays.last_mut() {
            Some(stay) if stay.to == from => stay.extend(stretch),
            _ => stays.push(Stay::begin(best, stretch)),
        }
        if let Some(stay) = stays.last_mut() {
            in_force.filter_map(|proof| proof.role).for_each(|role| stay.roles.insert(role));
        }
    }
    stays
}

impl Stay {
    fn begin(proof: &Proof, stretch: Stretch) -> Self {
        let Proof { person, checkpoint, .. } = *proof;
        let Stretch { from, to, .. } = stretch;
        Self { person, checkpoint, roles: RoleSet::default(), from, to, stretches: vec![stretch] }
    }

    fn extend(&mut self, stretch: Stretch) {
        self.to = stretch.to;
        match self.stretches.last_mut() {
            Some(last) if last.grade == stretch.grade => last.to = stretch.to,
            _ => self.stretches.push(stretch),
        }
    }
}
