//! Where somebody stood, as far as that lets them vouch for others.

use crate::domain::check_in::effective::AmendmentKind;
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, Grade};
use crate::problem::Result;
use crate::store::Read;
use crate::store::check_ins::{self, CheckIn};

/// The check-ins of one person that say something about their standing somewhere: without those that were voided, and of proofs
/// only those that are graded at least likely by themselves. Whoever is vouched for only cannot vouch.
pub(super) fn that_stand(read: &mut impl Read, mut rows: Vec<CheckIn>) -> Result<Vec<CheckIn>> {
    let said = check_ins::amendments_of(read, &rows.iter().map(|row| row.id).collect::<Vec<_>>())?;
    rows.retain(|row| {
        let void = said.iter().any(|word| word.check_in_id == row.id && word.kind == AmendmentKind::Void);
        let least = if row.kind == CheckInKind::Leave { Grade::Contradicted } else { Grade::Likely };
        !void && row.grade >= least
    });
    Ok(rows)
}

/// Whether a proof of theirs at a post shows that they were there at a moment: at most one hold before or after it, and they did
/// not leave in between.
pub(super) fn shows(proof: Moment, leaves: &[Moment], hold_micros: i64, at: Moment) -> bool {
    let (first, last) = (proof.min(at), proof.max(at));
    let near = first.0.abs_diff(last.0) <= hold_micros.unsigned_abs();
    near && !leaves.iter().any(|left| first < *left && *left <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_shows_one_hold_unless_they_left() {
        let at = |minute: i64| Moment::from_seconds(minute * 60);
        let hold = 45 * 60 * 1_000_000;
        let table = [
            ("at once", 10, vec![], 10, true),
            ("a hold later", 10, vec![], 55, true),
            ("more than that", 10, vec![], 56, false),
            ("a hold before", 55, vec![], 10, true),
            ("left before the proof", 10, vec![5], 20, true),
            ("left after it all", 10, vec![30], 20, true),
            ("left in between", 10, vec![15], 20, false),
            ("left at that moment", 10, vec![20], 20, false),
            ("left, and came after it", 30, vec![25], 20, false),
        ];
        for (what, proof, left, then, shown) in table {
            let left: Vec<Moment> = left.into_iter().map(at).collect();
            assert_eq!(shows(at(proof), &left, hold, at(then)), shown, "{what}");
        }
    }
}
