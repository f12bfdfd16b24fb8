//! 见警察: how long police could be seen at a school while its windows ran (`docs/patrols.md`).

use super::input::{DayInput, RoleSet, Second};
use super::proof::proofs;
use crate::domain::words::{Grade, Role};

/// The seconds of the windows, and those of them in which somebody of the roles stayed at any checkpoint of the school, proven
/// at least as well as that. Windows may overlap; each second counts once, however many people stood there.
#[must_use]
pub fn presence(day: &DayInput, windows: &[(Second, Second)], roles: RoleSet, min_grade: Grade) -> (i64, i64) {
    let asked = union(windows.to_vec());
    let counts = |role: Option<Role>, grade| role.is_some_and(|role| roles.contains(role)) && grade >= min_grade;
    let there = proofs(day).into_iter().filter(|proof| counts(proof.role, proof.grade));
    let there = union(there.map(|proof| (proof.from, proof.to)).collect());
    let both = asked.iter().flat_map(|a| there.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
    (length(asked.iter().copied()), length(both))
}

/// The same seconds in stretches that do not touch, in their order.
fn union(mut spans: Vec<(Second, Second)>) -> Vec<(Second, Second)> {
    spans.retain(|span| span.0 < span.1);
    spans.sort_unstable();
    let mut out: Vec<(Second, Second)> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => out.push(span),
        }
    }
    out
}

fn length(spans: impl Iterator<Item = (Second, Second)>) -> i64 {
    spans.map(|(from, to)| to.saturating_sub(from).max(0)).sum()
}
