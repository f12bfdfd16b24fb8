//! A day with fewer check-ins and the same coverage, for whoever keeps many days in memory.

use super::input::{CheckIn, DayInput, Duty, Second};

/// Leaves out what somebody said again while an earlier proof was in force and a later one took over from it: at the same post, in the
/// same capacity, as well proven. What is in force at each second stays the same, and so does every figure of a duty.
#[must_use]
pub fn thinned(day: DayInput) -> DayInput {
    let hold_seconds = day.hold_seconds;
    let mut check_ins = day.check_ins;
    check_ins.sort_by_key(|one| (one.person, one.at));
    let mut kept: Vec<CheckIn> = Vec::new();
    for (place, one) in check_ins.iter().enumerate() {
        let spare = kept.last().zip(check_ins.get(place + 1));
        let is_spare = |(before, after)| {
            is_spare(before, one, after, hold_seconds)
                && !decides(&day.duties, before, one, after, hold_seconds)
                && !was_elsewhere(&kept)
        };
        if !spare.is_some_and(is_spare) {
            kept.push(*one);
        }
    }
    kept.shrink_to_fit();
    DayInput { check_ins: kept, ..day }
}

/// Whether `one` adds nothing between the check-in kept before it and the one after it.
fn is_spare(before: &CheckIn, one: &CheckIn, after: &CheckIn, hold_seconds: i64) -> bool {
    let like = |other: &CheckIn| {
        other.is_proof()
            && (other.person, other.checkpoint, other.role, other.grade)
                == (one.person, one.checkpoint, one.role, one.grade)
    };
    let apart = |a: Second, b: Second| a < b;
    one.is_proof()
        && like(before)
        && like(after)
        && apart(before.at, one.at)
        && apart(one.at, after.at)
        && after.at <= before.at.saturating_add(hold_seconds)
}

/// Whether somebody was at another post in the second of the last one: that proof ends with what they said next.
fn was_elsewhere(kept: &[CheckIn]) -> bool {
    let Some((last, earlier)) = kept.split_last() else { return false };
    let mut together = earlier.iter().rev().take_while(|one| (one.person, one.at) == (last.person, last.at));
    together.any(|one| one.is_proof() && one.checkpoint != last.checkpoint)
}

/// Whether it says when a duty's first arrival or last departure was: these are told by the proofs that are in force at some second of
/// [start − lead, end), which the one before may be no more, or the one after not yet.
fn decides(duties: &[Duty], before: &CheckIn, one: &CheckIn, after: &CheckIn, hold_seconds: i64) -> bool {
    let mut here = duties.iter().filter(|duty| duty.checkpoint == one.checkpoint).map(|duty| duty.window);
    here.any(|window| {
        let lasts = |proof: &CheckIn| proof.at.saturating_add(hold_seconds) > window.on_post_by();
        (lasts(one) && !lasts(before)) || (one.at < window.to && window.to <= after.at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coverage::input::{RoleSet, Window};
    use crate::domain::words::{CheckInKind, DayKind, Grade, Role};

    #[test]
    fn what_tells_the_first_arrival_or_the_last_departure_stays() {
        let window = Window { index: 0, from: 24, to: 34, lead_seconds: 4 };
        let roles = RoleSet::from_iter([Role::Police]);
        let (checkpoint, person) = (1, 3);
        let duty = Duty { window, checkpoint, roles, count: 1, min_grade: Grade::Likely, excused: false };
        let said = |at| {
            let (role, grade) = (Some(Role::Police), Grade::Confirmed);
            CheckIn { person, checkpoint, at, kind: CheckInKind::StillHere, role, grade }
        };
        let kept = |times: &[i64]| {
            let (kind, check_ins) = (DayKind::SchoolDay, times.iter().copied().map(said).collect());
            let thin = thinned(DayInput { kind, hold_seconds: 15, duties: vec![duty.clone()], check_ins });
            thin.check_ins.iter().map(|one| one.at).collect::<Vec<i64>>()
        };
        // The first ends at 20, before which nobody has to be there: the second is the first arrival.
        assert_eq!(kept(&[5, 10, 20]), [5, 10, 20]);
        assert_eq!(kept(&[6, 10, 20]), [6, 20]);
        // The third begins with the end of the window: the second is the last departure, at 47.
        assert_eq!(kept(&[30, 32, 34]), [30, 32, 34]);
        assert_eq!(kept(&[30, 32, 33]), [30, 33]);
    }

    #[test]
    fn what_ends_a_proof_elsewhere_stays() {
        let said = |checkpoint, at| {
            let (role, grade) = (Some(Role::Police), Grade::Confirmed);
            CheckIn { person: 3, checkpoint, at, kind: CheckInKind::StillHere, role, grade }
        };
        // At both posts in the second 29: the proof at the first one ends in the second 32.
        let check_ins = vec![said(0, 29), said(2, 29), said(2, 32), said(2, 33)];
        let day = DayInput { kind: DayKind::SchoolDay, hold_seconds: 20, duties: Vec::new(), check_ins };
        assert_eq!(thinned(day.clone()), day);
    }
}
