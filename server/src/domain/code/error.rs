//! Why a code was not accepted.

use crate::domain::lang::Sentence;

/// Why a scanned or typed code was not accepted. None of these names the key or says how far the check got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.sentence().en)]
pub enum CodeError {
    /// The text is no code of ours: wrong length or a foreign character.
    NotACode,
    /// The layout is not known: the code was made by a newer server, or is not ours.
    UnknownVersion,
    /// The code names a key that this server never had.
    UnknownKey,
    /// The code was signed with a key that was withdrawn.
    RetiredKey,
    /// The signature does not fit.
    BadSignature,
    /// A typed short code of the wrong length, with a foreign character, or with a wrong check character.
    MistypedShortCode,
}

impl CodeError {
    /// Every error, for the tables that must be complete.
    pub const ALL: &'static [Self] = &[
        Self::NotACode,
        Self::UnknownVersion,
        Self::UnknownKey,
        Self::RetiredKey,
        Self::BadSignature,
        Self::MistypedShortCode,
    ];

    /// The stable code of the error.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotACode => "not_a_code",
            Self::UnknownVersion => "unknown_code_version",
            Self::UnknownKey => "unknown_code_key",
            Self::RetiredKey => "retired_code_key",
            Self::BadSignature => "bad_signature",
            Self::MistypedShortCode => "mistyped_short_code",
        }
    }

    /// What happened and what to do next, in both languages.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::NotACode => Sentence::fixed(
                "这不是护学岗的二维码。请扫岗位牌上的二维码，或输入牌下的短码。",
                "This is not a guard post's code. Scan the QR on the post's sign, or type the short code below it.",
            ),
            Self::UnknownVersion => Sentence::fixed(
                "暂时认不出这种二维码。请刷新页面后再扫，或输入牌下的短码。",
                "This kind of code is not known here. Reload the page and scan again, or type the short code on the sign.",
            ),
            Self::UnknownKey => Sentence::fixed(
                "这张牌不是本系统制作的。请告诉学校安全管理员核对这张牌。",
                "This sign was not made by this system. Ask the school's safety officer to check the sign.",
            ),
            Self::RetiredKey => Sentence::fixed(
                "这张牌的密钥已停用。请告诉学校安全管理员换一张新牌。",
                "The key of this sign was withdrawn. Ask the school's safety officer for a new sign.",
            ),
            Self::BadSignature => Sentence::fixed(
                "这个二维码没能通过核对。请再扫一次；仍不行，请告诉学校安全管理员核对这张牌。",
                "This code could not be verified. Scan it again; if that fails, ask the school's safety officer to check the sign.",
            ),
            Self::MistypedShortCode => Sentence::fixed(
                "短码有一处不对。请对照牌下的 8 位短码再输一次。",
                "The short code has a mistake in it. Compare it with the 8 characters on the sign and type it again.",
            ),
        }
    }
}
