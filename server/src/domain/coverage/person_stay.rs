//! 人次: how many times people served (`docs/figures.md` "Person-stays").

use std::cmp::Reverse;

use super::compute::asks_nothing;
use super::input::DayInput;
use super::proof::{Proof, proofs};
use crate::domain::words::Role;

/// One person at one checkpoint in one window: counted once, however often they checked in there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonStay {
    /// The window's index.
    pub window: u32,
    /// Where.
    pub checkpoint: u32,
    /// Who.
    pub person: u32,
    /// In what capacity: that of the earliest proof that counts (then the better grade, then the order of roles).
    pub role: Role,
}

/// The person-stays of a day, sorted. None on a day that asks nothing.
#[must_use]
pub fn person_stays(day: &DayInput) -> Vec<PersonStay> {
    if asks_nothing(day.kind) {
        return Vec::new();
    }
    let proofs = proofs(day);
    let mut found: Vec<(u32, Proof)> = Vec::with_capacity(proofs.len());
    for duty in &day.duties {
        let window = duty.window;
        let counting = proofs.iter().filter(|p| p.qualifies_for(duty) && p.meets(window.on_post_by(), window.to));
        found.extend(counting.map(|proof| (window.index, *proof)));
    }
    found.sort_unstable_by_key(|(window, p)| (*window, p.checkpoint, p.person, p.from, Reverse(p.grade), p.role));
    found.dedup_by_key(|(window, proof)| (*window, proof.checkpoint, proof.person));
    found.into_iter().filter_map(|(window, proof)| of_proof(window, &proof)).collect()
}

fn of_proof(window: u32, proof: &Proof) -> Option<PersonStay> {
    let Proof { checkpoint, person, role, .. } = *proof;
    role.map(|role| PersonStay { window, checkpoint, person, role })
}
