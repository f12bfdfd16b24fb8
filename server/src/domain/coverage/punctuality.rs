//! Whether people were on post in time: by start − lead (DESIGN section 7, `docs/figures.md` "Punctuality").
//!
//! A figure of its own: it neither adds to coverage nor takes from it.

use super::assign::Assignment;
use super::compute::asks_nothing;
use super::input::{DayInput, Duty, Second};
use super::proof::{Proof, proofs};

/// How many slots of a duty were filled at the second by which people are to be on post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Punctuality {
    /// The second by which people are to be on post.
    pub on_post_by: Second,
    /// Slots asked for: the duty's count, or 0 on a day that asks nothing.
    pub slots: u32,
    /// Slots filled at that second.
    pub on_time: u32,
}

/// The punctuality of every duty, in the order of the duties.
#[must_use]
pub fn punctuality(day: &DayInput) -> Vec<Punctuality> {
    let mut figures: Vec<Punctuality> = day.duties.iter().map(|duty| before(duty, asks_nothing(day.kind))).collect();
    if asks_nothing(day.kind) {
        return figures;
    }
    let proofs = proofs(day);
    let mut assignment = Assignment::default();
    let mut windows: Vec<_> = day.duties.iter().map(|duty| (duty.window.index, duty.window.on_post_by())).collect();
    windows.sort_unstable();
    windows.dedup();
    for (window, second) in windows {
        let asked: Vec<&Duty> = day.duties.iter().filter(|duty| duty.window.index == window).collect();
        let present: Vec<Proof> = proofs.iter().filter(|proof| proof.meets(second, second + 1)).copied().collect();
        let of_window = day.duties.iter().zip(&mut figures).filter(|(duty, _)| duty.window.index == window);
        assignment.fill(&asked, &present);
        for (row, (_, figure)) in of_window.enumerate() {
            figure.on_time = assignment.filled(row).slots();
        }
    }
    figures
}

const fn before(duty: &Duty, asks_nothing: bool) -> Punctuality {
    let slots = if asks_nothing { 0 } else { duty.count };
    Punctuality { on_post_by: duty.window.on_post_by(), slots, on_time: 0 }
}
