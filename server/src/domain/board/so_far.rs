//! What a window came to up to now: the rest of it is not a gap yet.

use crate::domain::coverage::{Duty, DutyCoverage, Second};

/// Seconds of a post's window that have passed, and those of them with all slots filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SoFar {
    /// Seconds of the window before now.
    pub required_seconds: i64,
    /// Those with all slots filled.
    pub covered_seconds: i64,
}

/// The figures of [window start, now). `coverage` is that of the whole window.
#[must_use]
pub fn so_far(duty: &Duty, coverage: &DutyCoverage, now: Second) -> SoFar {
    let until = now.clamp(duty.window.from, duty.window.to);
    let uncovered: i64 = coverage.gaps.iter().map(|gap| (gap.to.min(until) - gap.from).max(0)).sum();
    let required_seconds = until - duty.window.from;
    SoFar { required_seconds, covered_seconds: required_seconds - uncovered }
}
