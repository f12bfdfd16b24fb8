//! What to do next, said after every check-in: short, kind, and never a word about blame.

use chrono::NaiveTime;

use super::grading::Verdict;
use super::reason::Reason;
use crate::domain::lang::Sentence;
use crate::domain::words::{CheckInKind, Grade};

/// What the next step depends on beside the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NextStepContext {
    /// Whether a duty is open at that post at that time.
    pub on_duty: bool,
    /// The local time by which `still_here` should follow; none if the window ends before.
    pub again_by: Option<NaiveTime>,
}

/// The next step after a check-in.
#[must_use]
pub fn next_step(verdict: &Verdict, kind: CheckInKind, context: &NextStepContext) -> Sentence {
    match verdict.grade {
        Grade::Rejected => after_rejection(&verdict.reasons),
        _ if kind == CheckInKind::Leave => {
            Sentence::fixed("已离岗。谢谢您的守护。", "You have left the post. Thank you.")
        }
        Grade::Contradicted => Sentence::fixed(
            "定位显示在别处。如果您就在岗位上，请到开阔处重新定位，再打一次卡。",
            "The position lies elsewhere. If you are at the post, go into the open, locate again and check in once more.",
        ),
        Grade::Claimed => after_claim(&verdict.reasons),
        Grade::Likely | Grade::Confirmed if kind == CheckInKind::Pass => {
            Sentence::fixed("已记录。请前往下一个巡逻点。", "Recorded. Go on to the next patrol point.")
        }
        Grade::Likely | Grade::Confirmed => on_post(context),
    }
}

fn on_post(context: &NextStepContext) -> Sentence {
    match (context.on_duty, context.again_by) {
        (false, _) => Sentence::fixed(
            "已记录。这个岗位此时没有值守安排，您可以直接离开。",
            "Recorded. Nobody is asked for at this post now, so you may leave.",
        ),
        (true, Some(by)) => {
            let by = by.format("%H:%M");
            Sentence::new(
                format!("已到岗。请在 {by} 前点一次“我还在”，离开时点“离岗”。"),
                format!("You are on post. Tap “I am still here” by {by}, and “Leave” when you go."),
            )
        }
        (true, None) => Sentence::fixed("已到岗。离开时请点“离岗”。", "You are on post. Tap “Leave” when you go."),
    }
}

/// After a claim: what would make it more than one. The first cause that the person can do something about leads.
fn after_claim(reasons: &[Reason]) -> Sentence {
    let has = |reason| reasons.contains(&reason);
    if has(Reason::Correction) {
        return Sentence::fixed(
            "补卡已记为自报。请带班领导联签。",
            "The correction counts as claimed. Ask the leader on duty to co-sign.",
        );
    }
    if has(Reason::MockLocation) {
        return Sentence::fixed(
            "手机标记位置可能是模拟的。请关闭模拟定位后再打一次卡，或请带班领导联签。",
            "The phone marks the location as possibly mocked. Turn that off and check in again, or ask the leader on duty to co-sign.",
        );
    }
    if has(Reason::FenceOnly) {
        return Sentence::fixed(
            "只凭位置还不够确定。请扫岗位牌上的二维码，或请带班领导联签。",
            "The position alone is not certain enough. Scan the code on the post's sign, or ask the leader on duty to co-sign.",
        );
    }
    if has(Reason::LocationTooCoarse) || has(Reason::LocationTooOld) || has(Reason::LocationMissing) {
        return Sentence::fixed(
            "没能核实位置。请打开定位再打一次卡，或请带班领导联签。",
            "The position could not be verified. Turn location on and check in again, or ask the leader on duty to co-sign.",
        );
    }
    Sentence::fixed("已记为自报。请带班领导联签。", "This counts as claimed. Ask the leader on duty to co-sign.")
}

fn after_rejection(reasons: &[Reason]) -> Sentence {
    match reasons.first() {
        Some(Reason::SignRevoked) => {
            Sentence::fixed("请扫新牌，或输入新牌下的短码。", "Scan the new sign, or type the short code below it.")
        }
        Some(Reason::UnknownCheckpoint | Reason::UnknownCodeKey | Reason::RetiredCodeKey) => Sentence::fixed(
            "请告诉学校安全管理员核对这张牌，并请带班领导为您补卡。",
            "Ask the school's safety officer to check the sign, and the leader on duty to enter a correction for you.",
        ),
        Some(Reason::NoRole) => Sentence::fixed(
            "请向学校索取邀请，加入后再打卡。",
            "Ask the school for an invite, join, and check in again.",
        ),
        Some(Reason::MembershipPending) => Sentence::fixed(
            "请联系学校批准您的申请，等学校批准后再打卡。",
            "Ask the school to approve your request, and check in again once it has.",
        ),
        Some(Reason::MistypedShortCode) => Sentence::fixed(
            "请对照牌下的短码再输一次，或扫牌上的二维码。",
            "Compare with the short code on the sign and type it again, or scan the sign.",
        ),
        Some(Reason::RoleAmbiguous) => Sentence::fixed("请选择这一次的身份。", "Choose your role for this time."),
        _ => Sentence::fixed(
            "请扫岗位牌上的二维码，或输入牌下的短码。",
            "Scan the code on the post's sign, or type the short code below it.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    fn step(grade: Grade, reasons: &[Reason], kind: CheckInKind, context: NextStepContext) -> String {
        let verdict = Verdict { grade, reasons: reasons.to_vec(), flags: vec![] };
        next_step(&verdict, kind, &context).text(Lang::Zh).to_owned()
    }

    #[test]
    fn the_next_step_fits_grade_reason_and_kind() {
        use CheckInKind::{Arrive, Leave, Pass, StillHere};
        let off = NextStepContext::default();
        let on = NextStepContext { on_duty: true, again_by: None };
        let again = NextStepContext { on_duty: true, again_by: NaiveTime::from_hms_opt(8, 5, 0) };
        for (grade, reasons, kind, context, expected) in [
            (Grade::Confirmed, vec![], Arrive, again, "已到岗。请在 08:05 前点一次“我还在”，离开时点“离岗”。"),
            (Grade::Likely, vec![], StillHere, on, "已到岗。离开时请点“离岗”。"),
            (Grade::Confirmed, vec![], Arrive, off, "已记录。这个岗位此时没有值守安排，您可以直接离开。"),
            (Grade::Likely, vec![], Pass, off, "已记录。请前往下一个巡逻点。"),
            (Grade::Contradicted, vec![Reason::Sign], Leave, on, "已离岗。谢谢您的守护。"),
            (
                Grade::Contradicted,
                vec![Reason::Sign],
                Arrive,
                on,
                "定位显示在别处。如果您就在岗位上，请到开阔处重新定位，再打一次卡。",
            ),
            (
                Grade::Claimed,
                vec![Reason::Sign, Reason::LocationMissing],
                Arrive,
                on,
                "没能核实位置。请打开定位再打一次卡，或请带班领导联签。",
            ),
            (
                Grade::Claimed,
                vec![Reason::FenceOnly, Reason::LocationInside],
                Arrive,
                on,
                "只凭位置还不够确定。请扫岗位牌上的二维码，或请带班领导联签。",
            ),
            (Grade::Claimed, vec![Reason::Correction], Arrive, on, "补卡已记为自报。请带班领导联签。"),
            (
                Grade::Claimed,
                vec![Reason::Sign, Reason::LocationUncertain, Reason::ClockPoor],
                Pass,
                on,
                "已记为自报。请带班领导联签。",
            ),
            (Grade::Rejected, vec![Reason::SignRevoked], Arrive, on, "请扫新牌，或输入新牌下的短码。"),
            (
                Grade::Rejected,
                vec![Reason::NoPostFound, Reason::LocationMissing],
                Arrive,
                on,
                "请扫岗位牌上的二维码，或输入牌下的短码。",
            ),
            (Grade::Rejected, vec![Reason::NoRole], Leave, on, "请向学校索取邀请，加入后再打卡。"),
            (
                Grade::Rejected,
                vec![Reason::MembershipPending],
                Arrive,
                on,
                "请联系学校批准您的申请，等学校批准后再打卡。",
            ),
        ] {
            assert_eq!(step(grade, &reasons, kind, context), expected);
        }
    }

    #[test]
    fn nobody_is_ever_blamed() {
        for grade in Grade::ALL {
            for reason in Reason::ALL {
                for kind in CheckInKind::ALL {
                    let said = step(*grade, &[*reason], *kind, NextStepContext::default());
                    assert!(said.ends_with('。'), "{said}");
                    assert!(!said.contains("不在岗") && !said.contains('！'), "{said}");
                }
            }
        }
    }
}
