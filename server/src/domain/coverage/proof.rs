//! Which proofs are in force, where, and from when to when (DESIGN section 7, `docs/figures.md` "In force").

use super::input::{CheckIn, DayInput, Duty, Second};
use crate::domain::words::{Grade, Role};

/// A proof in force at its checkpoint during [from, to).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// Whose.
    pub person: u32,
    /// Where.
    pub checkpoint: u32,
    /// In what capacity.
    pub role: Option<Role>,
    /// How well proven.
    pub grade: Grade,
    /// The `at` of the check-in.
    pub from: Second,
    /// End of force (exclusive): hold, leave or proof elsewhere, whichever is first.
    pub to: Second,
}

impl Proof {
    /// Whether the proof is in force at some second of [from, to).
    #[must_use]
    pub const fn meets(&self, from: Second, to: Second) -> bool {
        self.from < to && from < self.to
    }

    /// Whether the proof can fill a slot of the duty while both are in force: checkpoint, role and grade fit.
    #[must_use]
    pub fn qualifies_for(&self, duty: &Duty) -> bool {
        self.checkpoint == duty.checkpoint
            && self.grade >= duty.min_grade
            && self.role.is_some_and(|role| duty.roles.contains(role))
    }
}

/// The proofs that are in force for at least one second, sorted by person, then by time.
#[must_use]
pub fn proofs(day: &DayInput) -> Vec<Proof> {
    let mut check_ins: Vec<CheckIn> = day.check_ins.iter().filter(|c| c.is_proof() || c.is_leave()).copied().collect();
    check_ins.sort_unstable_by_key(|c| (c.person, c.at));
    let mut proofs = Vec::with_capacity(check_ins.len());
    let mut rest = check_ins.as_slice();
    while let Some((check_in, later)) = rest.split_first() {
        rest = later;
        if check_in.is_proof() {
            let to = end_of_force(check_in, later, day.hold_seconds);
            proofs.extend(in_force(check_in, to));
        }
    }
    proofs
}

fn in_force(check_in: &CheckIn, to: Second) -> Option<Proof> {
    let CheckIn { person, checkpoint, role, grade, at: from, .. } = *check_in;
    (from < to).then_some(Proof { person, checkpoint, role, grade, from, to })
}

/// `later` starts right after the proof in the order of (person, at).
fn end_of_force(proof: &CheckIn, later: &[CheckIn], hold_seconds: i64) -> Second {
    let held_to = proof.at.saturating_add(hold_seconds);
    later
        .iter()
        .take_while(|next| next.person == proof.person && next.at < held_to)
        .find(|next| next.at > proof.at && ends(proof, next))
        .map_or(held_to, |next| next.at)
}

const fn ends(proof: &CheckIn, next: &CheckIn) -> bool {
    if next.checkpoint == proof.checkpoint { next.is_leave() } else { next.is_proof() }
}
