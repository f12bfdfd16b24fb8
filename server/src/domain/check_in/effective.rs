//! What a check-in is worth now: the grade it was given, and what people said about it since (DESIGN section 2.1).
//!
//! The check-in itself never changes. A voiding makes it `rejected`, whatever else was said; a co-signature raises it as
//! [`with_co_sign`] says. The review of a flag is a word for the record: it moves no grade. A reviewer who finds that the
//! check-in is not to stand voids it; one who finds that the person was there has it co-signed.

use super::grading::with_co_sign;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{FenceClass, Grade};

text_enum! {
    /// A later word on a check-in.
    pub enum AmendmentKind {
        /// Somebody on duty there vouches for it.
        CoSign = "co_sign",
        /// It is not to stand.
        Void = "void",
        /// A flag was looked at.
        Review = "review",
    }
}

text_enum! {
    /// What the review of a flag came to.
    pub enum ReviewOutcome {
        /// Nothing wrong: drift, a lent phone, an external receiver.
        Dismissed = "dismissed",
        /// The flag was right.
        Upheld = "upheld",
    }
}

/// The grade that counts in the figures.
#[must_use]
pub fn effective_grade(grade: Grade, fence: FenceClass, amendments: impl IntoIterator<Item = AmendmentKind>) -> Grade {
    let mut effective = grade;
    for amendment in amendments {
        match amendment {
            AmendmentKind::Void => return Grade::Rejected,
            AmendmentKind::CoSign => effective = with_co_sign(grade, fence),
            AmendmentKind::Review => (),
        }
    }
    effective
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_voiding_outweighs_and_a_co_signature_raises() {
        use AmendmentKind::{CoSign, Review, Void};
        use FenceClass::{Inside, Missing, Outside};
        use Grade::{Claimed, Confirmed, Contradicted, Likely, Rejected};
        for (grade, fence, amendments, expected) in [
            (Claimed, Missing, vec![], Claimed),
            (Claimed, Missing, vec![CoSign], Likely),
            (Claimed, Missing, vec![CoSign, CoSign], Likely),
            (Confirmed, Inside, vec![CoSign], Confirmed),
            (Contradicted, Outside, vec![CoSign], Contradicted),
            (Rejected, Missing, vec![CoSign], Rejected),
            (Claimed, Missing, vec![CoSign, Void], Rejected),
            (Confirmed, Inside, vec![Void, CoSign], Rejected),
            (Confirmed, Inside, vec![Review], Confirmed),
        ] {
            assert_eq!(effective_grade(grade, fence, amendments.clone()), expected, "{grade} {fence} {amendments:?}");
        }
    }

    proptest! {
        /// The order in which people speak changes nothing, and neither does repeating oneself.
        #[test]
        fn neither_order_nor_repetition_matters(
            grade in prop::sample::select(Grade::ALL),
            fence in prop::sample::select(FenceClass::ALL),
            said in prop::collection::vec(prop::sample::select(AmendmentKind::ALL), 0..6),
        ) {
            let mut sorted = said.clone();
            sorted.sort_unstable();
            sorted.dedup();
            prop_assert_eq!(effective_grade(grade, fence, said), effective_grade(grade, fence, sorted));
        }
    }
}
