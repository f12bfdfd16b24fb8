//! From facts to a grade (DESIGN section 6). Pure, and exact in every cell.
//!
//! | proof | inside | uncertain | missing | outside |
//! | --- | --- | --- | --- | --- |
//! | screen code in its step | confirmed | confirmed | likely | contradicted |
//! | sign, typed short code, screen code out of its step | confirmed | likely | claimed | contradicted |
//! | fence only, r ≤ 50 | likely | claimed | rejected | rejected |
//! | fence only, r > 50 or not given | claimed | claimed | rejected | rejected |
//! | correction (补卡) | claimed | claimed | claimed | claimed |
//!
//! Without a code and without a position at a post there is no post that a check-in could be for. It is `rejected`
//! with the reason `no_post_found`, opens no stay, and its next step is to scan the sign; it is no word about presence.
//! A correction is somebody's word, so no position is looked at. A refusal goes before everything else.

use super::flags::Flag;
use super::reason::Reason;
use crate::domain::code::CodeError;
use crate::domain::place::MissingReason;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{ClockQuality, FenceClass, Grade};

/// Up to this accuracy, in metres, a position alone can be likely.
pub const FENCE_ONLY_ACCURACY_M: f64 = 50.0;

text_enum! {
    /// How a check-in is proven.
    pub enum Proof {
        /// A screen code of its step.
        ScreenCode = "screen_code",
        /// A screen code of another step: kept, forwarded, or the time is wrong.
        ScreenCodeOutOfStep = "screen_code_out_of_step",
        /// The QR of a sign.
        Sign = "sign",
        /// The short code of a sign, typed.
        ShortCode = "short_code",
        /// A position alone.
        FenceOnly = "fence_only",
        /// Somebody's word, entered later (补卡).
        Correction = "correction",
    }
}

/// Why a check-in is rejected whatever else it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The code is not one of ours, or its signature does not fit.
    Code(CodeError),
    /// The sign was replaced.
    SignRevoked,
    /// There is no such checkpoint.
    UnknownCheckpoint,
    /// The person has no role in that school.
    NoRole,
    /// The person asked for a role in that school, and nobody decided yet.
    MembershipPending,
    /// A position alone, where the checkpoint asks for a code.
    FenceOnlyNotAllowed,
    /// A position alone, and no checkpoint found from it.
    NoPostFound,
}

impl Refusal {
    /// The reason to tell.
    #[must_use]
    pub fn reason(self) -> Reason {
        match self {
            Self::Code(error) => error.into(),
            Self::SignRevoked => Reason::SignRevoked,
            Self::UnknownCheckpoint => Reason::UnknownCheckpoint,
            Self::NoRole => Reason::NoRole,
            Self::MembershipPending => Reason::MembershipPending,
            Self::FenceOnlyNotAllowed => Reason::FenceOnlyNotAllowed,
            Self::NoPostFound => Reason::NoPostFound,
        }
    }
}

/// All that a grade depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// How it is proven.
    pub proof: Proof,
    /// Where the fix lies.
    pub fence: FenceClass,
    /// Why the fix says nothing, if the class is missing.
    pub missing: Option<MissingReason>,
    /// The accuracy of the fix, metres (95 %).
    pub accuracy_m: Option<f64>,
    /// How far the time can be trusted.
    pub clock: ClockQuality,
    /// What the detectors of [`super::flags`] and the phone's mock mark found.
    pub observed: Vec<Flag>,
    /// Why it cannot be accepted at all.
    pub refusal: Option<Refusal>,
}

/// What a check-in is worth, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The grade.
    pub grade: Grade,
    /// Why: the refusal, or the proof, the position, and what lowered it, in this order.
    pub reasons: Vec<Reason>,
    /// What to review, each once, in the order of declaration.
    pub flags: Vec<Flag>,
}

/// Grades a check-in.
#[must_use]
pub fn grade(facts: &Facts) -> Verdict {
    if let Some(refusal) = facts.refusal {
        return rejected(facts, refusal);
    }
    let Some(base) = table(facts) else {
        return rejected(facts, Refusal::NoPostFound);
    };
    let lowered = lowering(facts);
    let grade = lowered.iter().fold(base, |grade, _| one_step_down(grade));
    let mut reasons = proven(facts);
    reasons.extend(lowered);
    Verdict { grade, reasons, flags: flags(facts) }
}

/// The grade after somebody on duty there co-signed: at least likely, from any class but outside. What was rejected
/// stays so, because there is no post or person to vouch for.
#[must_use]
pub fn with_co_sign(grade: Grade, fence: FenceClass) -> Grade {
    match (grade, fence) {
        (Grade::Rejected, _) | (_, FenceClass::Outside) => grade,
        _ => grade.max(Grade::Likely),
    }
}

fn table(facts: &Facts) -> Option<Grade> {
    use FenceClass::{Inside, Missing, Outside, Uncertain};
    let precise = facts.accuracy_m.is_some_and(|metres| metres <= FENCE_ONLY_ACCURACY_M);
    match (facts.proof, facts.fence) {
        (Proof::Correction, _) => Some(Grade::Claimed),
        (Proof::FenceOnly, Missing | Outside) => None,
        (Proof::FenceOnly, Inside) if precise => Some(Grade::Likely),
        (Proof::FenceOnly, Inside | Uncertain) => Some(Grade::Claimed),
        (_, Outside) => Some(Grade::Contradicted),
        (_, Inside) | (Proof::ScreenCode, Uncertain) => Some(Grade::Confirmed),
        (_, Uncertain) | (Proof::ScreenCode, Missing) => Some(Grade::Likely),
        (_, Missing) => Some(Grade::Claimed),
    }
}

/// What was proven, and where the fix lies.
fn proven(facts: &Facts) -> Vec<Reason> {
    let proof = match facts.proof {
        Proof::ScreenCode => Reason::ScreenCode,
        Proof::ScreenCodeOutOfStep => Reason::ScreenCodeOutOfStep,
        Proof::Sign => Reason::Sign,
        Proof::ShortCode => Reason::ShortCode,
        Proof::FenceOnly => Reason::FenceOnly,
        Proof::Correction => return vec![Reason::Correction],
    };
    let mut reasons = vec![proof, location(facts)];
    let coarse = facts.accuracy_m.is_none_or(|metres| metres > FENCE_ONLY_ACCURACY_M);
    if facts.proof == Proof::FenceOnly && coarse {
        reasons.push(Reason::AccuracyLow);
    }
    reasons
}

fn location(facts: &Facts) -> Reason {
    match facts.fence {
        FenceClass::Inside => Reason::LocationInside,
        FenceClass::Uncertain => Reason::LocationUncertain,
        FenceClass::Missing => facts.missing.unwrap_or(MissingReason::NoFix).into(),
        FenceClass::Outside => Reason::LocationOutside,
    }
}

/// What takes one step each off the grade. A correction has none to lose, and neither clock nor device matters to it.
fn lowering(facts: &Facts) -> Vec<Reason> {
    if facts.proof == Proof::Correction {
        return Vec::new();
    }
    let poor = (facts.clock == ClockQuality::Poor).then_some(Reason::ClockPoor);
    let mocked = facts.observed.contains(&Flag::MockLocation).then_some(Reason::MockLocation);
    let shared = facts.observed.contains(&Flag::SharedDevice).then_some(Reason::SharedDevice);
    [poor, mocked, shared].into_iter().flatten().collect()
}

/// Confirmed → likely → claimed, where it ends; contradicted is no worse for it.
const fn one_step_down(grade: Grade) -> Grade {
    match grade {
        Grade::Confirmed => Grade::Likely,
        Grade::Likely | Grade::Claimed => Grade::Claimed,
        Grade::Contradicted => Grade::Contradicted,
        Grade::Rejected => Grade::Rejected,
    }
}

fn flags(facts: &Facts) -> Vec<Flag> {
    let mut flags = facts.observed.clone();
    let by_code = !matches!(facts.proof, Proof::FenceOnly | Proof::Correction);
    if by_code && facts.fence == FenceClass::Outside {
        flags.push(Flag::OutsideFence);
    }
    if facts.proof == Proof::ScreenCodeOutOfStep {
        flags.push(Flag::ReplayedCode);
    }
    flags.sort_unstable();
    flags.dedup();
    flags
}

fn rejected(facts: &Facts, refusal: Refusal) -> Verdict {
    let mut reasons = vec![refusal.reason()];
    if refusal == Refusal::NoPostFound {
        reasons.push(location(facts));
    }
    Verdict { grade: Grade::Rejected, reasons, flags: flags(facts) }
}

#[cfg(test)]
#[path = "grading_tests.rs"]
mod tests;
