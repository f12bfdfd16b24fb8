use super::*;

fn facts(proof: Proof, fence: FenceClass) -> Facts {
    Facts {
        proof,
        fence,
        missing: (fence == FenceClass::Missing).then_some(MissingReason::NoFix),
        accuracy_m: (fence != FenceClass::Missing).then_some(20.0),
        clock: ClockQuality::Good,
        observed: Vec::new(),
        refusal: None,
    }
}

const CLASSES: [FenceClass; 4] = [FenceClass::Inside, FenceClass::Uncertain, FenceClass::Missing, FenceClass::Outside];

#[test]
fn the_table() {
    use Grade::{Claimed, Confirmed, Contradicted, Likely, Rejected};
    for (proof, accuracy_m, expected) in [
        (Proof::ScreenCode, Some(20.0), [Confirmed, Confirmed, Likely, Contradicted]),
        (Proof::Sign, Some(20.0), [Confirmed, Likely, Claimed, Contradicted]),
        (Proof::ShortCode, Some(20.0), [Confirmed, Likely, Claimed, Contradicted]),
        (Proof::ScreenCodeOutOfStep, Some(20.0), [Confirmed, Likely, Claimed, Contradicted]),
        (Proof::Sign, Some(199.0), [Confirmed, Likely, Claimed, Contradicted]),
        (Proof::FenceOnly, Some(20.0), [Likely, Claimed, Rejected, Rejected]),
        (Proof::FenceOnly, Some(50.0), [Likely, Claimed, Rejected, Rejected]),
        (Proof::FenceOnly, Some(50.1), [Claimed, Claimed, Rejected, Rejected]),
        (Proof::FenceOnly, None, [Claimed, Claimed, Rejected, Rejected]),
        (Proof::FenceOnly, Some(f64::NAN), [Claimed, Claimed, Rejected, Rejected]),
        (Proof::Correction, None, [Claimed, Claimed, Claimed, Claimed]),
    ] {
        for (fence, expected) in CLASSES.into_iter().zip(expected) {
            let verdict = grade(&Facts { accuracy_m, ..facts(proof, fence) });
            assert_eq!(verdict.grade, expected, "{proof} {fence} {accuracy_m:?}");
        }
    }
}

#[test]
fn each_doubt_takes_one_step_and_claimed_is_the_floor() {
    use Grade::{Claimed, Confirmed, Contradicted, Likely};
    let (poor, mocked, shared) = (ClockQuality::Poor, Flag::MockLocation, Flag::SharedDevice);
    for (proof, fence, clock, observed, expected) in [
        (Proof::ScreenCode, FenceClass::Inside, ClockQuality::Fair, vec![], Confirmed),
        (Proof::ScreenCode, FenceClass::Inside, poor, vec![], Likely),
        (Proof::ScreenCode, FenceClass::Inside, ClockQuality::Good, vec![mocked], Likely),
        (Proof::ScreenCode, FenceClass::Inside, ClockQuality::Good, vec![shared], Likely),
        (Proof::ScreenCode, FenceClass::Inside, poor, vec![mocked], Claimed),
        (Proof::ScreenCode, FenceClass::Inside, poor, vec![mocked, shared], Claimed),
        (Proof::Sign, FenceClass::Uncertain, poor, vec![shared], Claimed),
        (Proof::Sign, FenceClass::Missing, poor, vec![mocked, shared], Claimed),
        (Proof::Sign, FenceClass::Outside, poor, vec![mocked, shared], Contradicted),
        (Proof::Sign, FenceClass::Inside, ClockQuality::Good, vec![mocked, mocked], Likely),
        (Proof::Sign, FenceClass::Inside, ClockQuality::Good, vec![Flag::ImpossibleSpeed, Flag::OffShift], Confirmed),
        (
            Proof::Sign,
            FenceClass::Inside,
            ClockQuality::Good,
            vec![Flag::IdenticalCoordinates, Flag::ClockJump],
            Confirmed,
        ),
    ] {
        let verdict = grade(&Facts { clock, observed: observed.clone(), ..facts(proof, fence) });
        assert_eq!(verdict.grade, expected, "{proof} {fence} {clock} {observed:?}");
    }
}

#[test]
fn reasons_say_proof_place_and_doubts_in_this_order() {
    use Reason as R;
    let coarse = Facts { accuracy_m: Some(80.0), ..facts(Proof::FenceOnly, FenceClass::Inside) };
    let doubted = Facts {
        clock: ClockQuality::Poor,
        observed: vec![Flag::SharedDevice, Flag::MockLocation],
        ..facts(Proof::Sign, FenceClass::Inside)
    };
    let old = Facts { missing: Some(MissingReason::FixTooOld), ..facts(Proof::Sign, FenceClass::Missing) };
    let nowhere = Facts { missing: Some(MissingReason::FixTooCoarse), ..facts(Proof::FenceOnly, FenceClass::Missing) };
    let corrected = Facts { clock: ClockQuality::Poor, ..facts(Proof::Correction, FenceClass::Missing) };
    for (facts, expected) in [
        (facts(Proof::ScreenCode, FenceClass::Inside), vec![R::ScreenCode, R::LocationInside]),
        (facts(Proof::ShortCode, FenceClass::Uncertain), vec![R::ShortCode, R::LocationUncertain]),
        (facts(Proof::ScreenCodeOutOfStep, FenceClass::Outside), vec![R::ScreenCodeOutOfStep, R::LocationOutside]),
        (coarse, vec![R::FenceOnly, R::LocationInside, R::AccuracyLow]),
        (doubted, vec![R::Sign, R::LocationInside, R::ClockPoor, R::MockLocation, R::SharedDevice]),
        (old, vec![R::Sign, R::LocationTooOld]),
        (nowhere, vec![R::NoPostFound, R::LocationTooCoarse]),
        (facts(Proof::FenceOnly, FenceClass::Outside), vec![R::NoPostFound, R::LocationOutside]),
        (corrected, vec![R::Correction]),
    ] {
        assert_eq!(grade(&facts).reasons, expected, "{facts:?}");
    }
}

#[test]
fn a_refusal_rejects_whatever_else_is_proven() {
    for (refusal, reason) in [
        (Refusal::Code(CodeError::BadSignature), "bad_signature"),
        (Refusal::Code(CodeError::NotACode), "not_a_code"),
        (Refusal::SignRevoked, "sign_revoked"),
        (Refusal::UnknownCheckpoint, "unknown_checkpoint"),
        (Refusal::NoRole, "no_role"),
        (Refusal::MembershipPending, "membership_pending"),
        (Refusal::FenceOnlyNotAllowed, "fence_only_not_allowed"),
    ] {
        let verdict = grade(&Facts { refusal: Some(refusal), ..facts(Proof::ScreenCode, FenceClass::Inside) });
        assert_eq!(verdict.grade, Grade::Rejected, "{reason}");
        assert_eq!(verdict.reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>(), [reason]);
    }
}

#[test]
fn flags_are_gathered_once_and_in_order() {
    let observed = vec![Flag::ClockJump, Flag::ImpossibleSpeed, Flag::ClockJump];
    let seen = |proof, fence| grade(&Facts { observed: observed.clone(), ..facts(proof, fence) }).flags;
    use Flag::{ClockJump, ImpossibleSpeed, OutsideFence, ReplayedCode};
    assert_eq!(seen(Proof::Sign, FenceClass::Inside), [ImpossibleSpeed, ClockJump]);
    assert_eq!(seen(Proof::Sign, FenceClass::Outside), [ImpossibleSpeed, ClockJump, OutsideFence]);
    let replayed = [ImpossibleSpeed, ClockJump, OutsideFence, ReplayedCode];
    assert_eq!(seen(Proof::ScreenCodeOutOfStep, FenceClass::Outside), replayed);
    assert_eq!(seen(Proof::FenceOnly, FenceClass::Outside), [ImpossibleSpeed, ClockJump]);
}

#[test]
fn a_co_signature_raises_to_likely_unless_outside_or_rejected() {
    for grade in Grade::ALL {
        for fence in CLASSES {
            let expected = match (grade, fence) {
                (_, FenceClass::Outside) | (Grade::Rejected, _) => *grade,
                (Grade::Confirmed, _) => Grade::Confirmed,
                _ => Grade::Likely,
            };
            assert_eq!(with_co_sign(*grade, fence), expected, "{grade} {fence}");
        }
    }
}

/// A slow twin: grades as numbers, everything counted.
fn slow_grade(facts: &Facts) -> Grade {
    let points = match (facts.proof, facts.fence) {
        _ if facts.refusal.is_some() => return Grade::Rejected,
        (Proof::Correction, _) => 1,
        (Proof::FenceOnly, FenceClass::Missing | FenceClass::Outside) => return Grade::Rejected,
        (_, FenceClass::Outside) => return Grade::Contradicted,
        (proof, fence) => {
            let by_proof = match proof {
                Proof::ScreenCode => 4,
                Proof::FenceOnly => 2 - i32::from(facts.accuracy_m.unwrap_or(51.0) > 50.0),
                _ => 3,
            };
            let by_fence = match fence {
                FenceClass::Inside => 0,
                FenceClass::Uncertain => 1,
                _ => 2,
            };
            (by_proof - by_fence).clamp(1, 3)
        }
    };
    let doubts = i32::from(facts.clock == ClockQuality::Poor)
        + i32::from(facts.observed.contains(&Flag::MockLocation))
        + i32::from(facts.observed.contains(&Flag::SharedDevice));
    match (points - doubts).max(1) {
        1 => Grade::Claimed,
        2 => Grade::Likely,
        _ => Grade::Confirmed,
    }
}

/// Every combination of what a grade depends on.
fn every_facts() -> Vec<Facts> {
    let mut all = Vec::new();
    for proof in Proof::ALL {
        for fence in CLASSES {
            for accuracy_m in [None, Some(5.0), Some(50.0), Some(51.0), Some(500.0)] {
                for clock in ClockQuality::ALL {
                    for flags in 0..1_u32 << Flag::ALL.len() {
                        let set = |(n, flag): (usize, &Flag)| (flags & (1 << n) != 0).then_some(*flag);
                        let observed = Flag::ALL.iter().enumerate().filter_map(set).collect();
                        all.push(Facts { accuracy_m, clock: *clock, observed, ..facts(*proof, fence) });
                    }
                }
            }
        }
    }
    all
}

#[test]
fn every_combination_agrees_with_the_slow_twin() {
    for facts in every_facts() {
        assert_eq!(grade(&facts).grade, slow_grade(&facts), "{facts:?}");
    }
}

#[test]
fn a_better_place_never_lowers_a_grade_and_a_doubt_never_raises_one() {
    for facts in every_facts() {
        let here = grade(&facts).grade;
        let inside = grade(&Facts { fence: FenceClass::Inside, ..facts.clone() }).grade;
        assert!(inside >= here, "{facts:?}");
        let doubted = Facts { clock: ClockQuality::Poor, ..facts.clone() };
        assert!(grade(&doubted).grade <= here, "{facts:?}");
    }
}
