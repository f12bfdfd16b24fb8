//! Why a check-in has its grade.

use crate::domain::code::CodeError;
use crate::domain::lang::Sentence;
use crate::domain::place::MissingReason;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// Why a check-in has its grade: what was proven, what was not, what lowered or raised it.
    pub enum Reason {
        /// A screen code of its step.
        ScreenCode = "screen_code",
        /// A screen code of another step, taken as a sign.
        ScreenCodeOutOfStep = "screen_code_out_of_step",
        /// The QR of a sign.
        Sign = "sign",
        /// The short code of a sign, typed.
        ShortCode = "short_code",
        /// A position without a code.
        FenceOnly = "fence_only",
        /// Entered later (补卡).
        Correction = "correction",
        /// The fix lies in the post's area.
        LocationInside = "location_inside",
        /// The fix lies outside by less than its accuracy.
        LocationUncertain = "location_uncertain",
        /// No fix was sent.
        LocationMissing = "location_missing",
        /// A fix was sent, but the person did not agree to its use, so it was not looked at.
        LocationNotConsented = "location_not_consented",
        /// The fix was too coarse to say anything.
        LocationTooCoarse = "location_too_coarse",
        /// The fix was too old.
        LocationTooOld = "location_too_old",
        /// The fix lies clearly outside.
        LocationOutside = "location_outside",
        /// Without a code, an accuracy over 50 m proves little.
        AccuracyLow = "accuracy_low",
        /// One step lower: the time is the phone's word alone.
        ClockPoor = "clock_poor",
        /// One step lower: the phone marks the location as possibly mocked.
        MockLocation = "mock_location",
        /// One step lower: a different person used the device in the same window.
        SharedDevice = "shared_device",
        /// Raised: somebody on duty there vouches for it.
        CoSigned = "co_signed",
        /// Rejected: the text is no code of ours.
        NotACode = "not_a_code",
        /// Rejected: the code has a layout of another version.
        UnknownCodeVersion = "unknown_code_version",
        /// Rejected: the code names an unknown key.
        UnknownCodeKey = "unknown_code_key",
        /// Rejected: the code's key was withdrawn.
        RetiredCodeKey = "retired_code_key",
        /// Rejected: the signature does not fit.
        BadSignature = "bad_signature",
        /// Rejected: the typed short code has a mistake.
        MistypedShortCode = "mistyped_short_code",
        /// Rejected: the sign was replaced.
        SignRevoked = "sign_revoked",
        /// Rejected: no such post.
        UnknownCheckpoint = "unknown_checkpoint",
        /// Rejected: no role in that school.
        NoRole = "no_role",
        /// Rejected: a role was asked for in that school, and nobody decided yet.
        MembershipPending = "membership_pending",
        /// Rejected: the post asks for a code.
        FenceOnlyNotAllowed = "fence_only_not_allowed",
        /// Rejected: without a code, no post could be found from the position.
        NoPostFound = "no_post_found",
        /// Not judged yet: the person has to say in which role.
        RoleAmbiguous = "role_ambiguous",
    }
}

impl From<CodeError> for Reason {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::NotACode => Self::NotACode,
            CodeError::UnknownVersion => Self::UnknownCodeVersion,
            CodeError::UnknownKey => Self::UnknownCodeKey,
            CodeError::RetiredKey => Self::RetiredCodeKey,
            CodeError::BadSignature => Self::BadSignature,
            CodeError::MistypedShortCode => Self::MistypedShortCode,
        }
    }
}

impl From<MissingReason> for Reason {
    fn from(missing: MissingReason) -> Self {
        match missing {
            MissingReason::NoFix => Self::LocationMissing,
            MissingReason::FixTooCoarse => Self::LocationTooCoarse,
            MissingReason::FixTooOld => Self::LocationTooOld,
        }
    }
}

impl Reason {
    /// The reason in words, without blame.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        let (zh, en) = match self {
            Self::ScreenCode => ("扫了当时的动态码。", "The screen code of that moment was scanned."),
            Self::ScreenCodeOutOfStep => (
                "动态码已过时，按二维码牌认定。",
                "The screen code was not the one shown at that time, so it counts as a sign.",
            ),
            Self::Sign => ("扫了岗位的二维码牌。", "The post's sign was scanned."),
            Self::ShortCode => ("输入了岗位牌上的短码。", "The short code on the post's sign was typed."),
            Self::FenceOnly => {
                ("没有扫码，按位置认定岗位。", "No code was scanned; the post was found from the position.")
            }
            Self::Correction => ("这是补卡。", "This was entered later, as a correction."),
            Self::LocationInside => ("位置在岗位范围内。", "The position is within the post's area."),
            Self::LocationUncertain => (
                "位置在岗位附近，误差较大，无法确定在范围内。",
                "The position is near the post; its error is too large to say whether it is within the area.",
            ),
            Self::LocationMissing => {
                ("没有收到位置，没能核实位置。", "No position was received, so it could not be verified.")
            }
            Self::LocationNotConsented => (
                "您没有同意使用位置，位置未被查看，也未保存。",
                "You did not agree to the use of your position, so it was neither looked at nor kept.",
            ),
            Self::LocationTooCoarse => (
                "定位误差超过 200 米，没能核实位置。",
                "The position's error is over 200 m, so it could not be verified.",
            ),
            Self::LocationTooOld => (
                "定位是 60 秒以前的，没能核实位置。",
                "The position was more than 60 seconds old, so it could not be verified.",
            ),
            Self::LocationOutside => ("定位显示在岗位范围以外。", "The position lies outside the post's area."),
            Self::AccuracyLow => {
                ("没有扫码，且定位误差超过 50 米。", "No code was scanned, and the position's error is over 50 m.")
            }
            Self::ClockPoor => {
                ("打卡时间只有手机时间为准，没能核对。", "The time is the phone's own and could not be checked.")
            }
            Self::MockLocation => ("手机标记位置可能是模拟的。", "The phone marks the location as possibly mocked."),
            Self::SharedDevice => (
                "同一时段内，这部手机还为另一人打过卡。",
                "In the same window this device also checked in another person.",
            ),
            Self::CoSigned => ("在岗人员已联签。", "Somebody on duty there co-signed it."),
            Self::NotACode => return CodeError::NotACode.sentence(),
            Self::UnknownCodeVersion => return CodeError::UnknownVersion.sentence(),
            Self::UnknownCodeKey => return CodeError::UnknownKey.sentence(),
            Self::RetiredCodeKey => return CodeError::RetiredKey.sentence(),
            Self::BadSignature => return CodeError::BadSignature.sentence(),
            Self::MistypedShortCode => return CodeError::MistypedShortCode.sentence(),
            Self::SignRevoked => ("这张牌已更换。", "This sign was replaced."),
            Self::UnknownCheckpoint => ("没有找到这个护学岗。", "This post was not found."),
            Self::NoRole => ("您还没有加入这所学校的护学队伍。", "You have not joined this school's guard yet."),
            Self::MembershipPending => (
                "您加入这所学校的申请还在等学校批准。",
                "Your request to join this school still waits for the school's approval.",
            ),
            Self::FenceOnlyNotAllowed => ("这个岗位需要扫码打卡。", "This post asks for a code."),
            Self::NoPostFound => (
                "没有扫码，按位置没能找到您的岗位。",
                "No code was scanned, and your post could not be found from the position.",
            ),
            Self::RoleAmbiguous => ("您在这里有不止一种身份。", "You have more than one role here."),
        };
        Sentence::fixed(zh, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_errors_keep_their_codes() {
        for error in CodeError::ALL {
            assert_eq!(Reason::from(*error).as_str(), error.code());
        }
    }

    #[test]
    fn every_reason_is_a_sentence_in_both_languages_without_blame() {
        for reason in Reason::ALL {
            let sentence = reason.sentence();
            assert!(sentence.zh.ends_with('。') && sentence.en.ends_with('.'), "{reason}");
            for blame in ["不在岗", "缺岗", "作弊", "absent", "cheat", "!", "！"] {
                assert!(!sentence.zh.contains(blame) && !sentence.en.contains(blame), "{reason}");
            }
        }
    }
}
