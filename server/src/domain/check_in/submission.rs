//! A check-in as a phone sends it, already checked field by field; and why one cannot be used.

use chrono::{DateTime, Utc};

use super::clock::{ClockReadings, DerivedTime, derive_time};
use super::content::{Content, ContentHash, SubmittedPosition};
use crate::domain::id::CheckInId;
use crate::domain::lang::Sentence;
use crate::domain::place::Fix;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{CheckInKind, Role};

text_enum! {
    /// Why a check-in could not be taken at all. Nothing is recorded of it.
    pub enum Unusable {
        /// It is no JSON object.
        NotAnObject = "not_an_object",
        /// It has a field that is not known.
        UnknownField = "unknown_field",
        /// The id is missing or no UUID.
        IdInvalid = "id_invalid",
        /// The kind is missing or none of the four.
        KindInvalid = "kind_invalid",
        /// The code is no text, too long, or holds control characters.
        CodeInvalid = "code_invalid",
        /// The short code is no text, too long, or holds control characters.
        ShortCodeInvalid = "short_code_invalid",
        /// Both a code and a short code.
        CodeAndShortCode = "code_and_short_code",
        /// The time of the check-in is missing or no RFC 3339 time with offset.
        CreatedAtInvalid = "created_at_invalid",
        /// The time of sending is missing or no RFC 3339 time with offset.
        SentAtInvalid = "sent_at_invalid",
        /// The counted time is no number.
        ElapsedMsInvalid = "elapsed_ms_invalid",
        /// The position lacks a field, has one too many, or is no place on earth.
        PositionInvalid = "position_invalid",
        /// The device's id is missing, empty, too long, or holds control characters.
        DeviceIdInvalid = "device_id_invalid",
        /// The role is none that is known.
        RoleInvalid = "role_invalid",
        /// The person has several roles there and has to say which.
        RoleAmbiguous = "role_ambiguous",
        /// The id was used for another check-in.
        IdUsed = "id_used",
        /// The database refused this one, though it took others.
        NotStorable = "not_storable",
    }
}

impl Unusable {
    /// What is wrong.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        let (zh, en) = match self {
            Self::NotAnObject => ("这一条不是打卡记录。", "This is no check-in."),
            Self::UnknownField => ("这一条有不认识的字段。", "It has a field that is not known."),
            Self::IdInvalid => ("编号缺失或不是 UUID。", "The id is missing or no UUID."),
            Self::KindInvalid => ("打卡类型缺失或不认识。", "The kind is missing or not known."),
            Self::CodeInvalid => ("二维码内容无法使用。", "The code cannot be used."),
            Self::ShortCodeInvalid => ("短码内容无法使用。", "The short code cannot be used."),
            Self::CodeAndShortCode => ("二维码和短码只能有一个。", "Send a code or a short code, not both."),
            Self::CreatedAtInvalid => ("打卡时间缺失或格式不对。", "The time of the check-in is missing or malformed."),
            Self::SentAtInvalid => ("发送时间缺失或格式不对。", "The time of sending is missing or malformed."),
            Self::ElapsedMsInvalid => ("经过时间不是数字。", "The elapsed time is no number."),
            Self::PositionInvalid => ("位置内容无法使用。", "The position cannot be used."),
            Self::DeviceIdInvalid => ("设备编号缺失或无法使用。", "The device id is missing or cannot be used."),
            Self::RoleInvalid => ("身份不认识。", "The role is not known."),
            Self::RoleAmbiguous => ("您在这里有不止一种身份。", "You have more than one role here."),
            Self::IdUsed => ("这个编号已用于另一条打卡。", "This id was used for another check-in."),
            Self::NotStorable => ("这一条没能存下。", "This one could not be stored."),
        };
        Sentence::fixed(zh, en)
    }

    /// What to do next.
    #[must_use]
    pub const fn next_step(self) -> Sentence {
        let (zh, en) = match self {
            Self::RoleAmbiguous => {
                ("请选择这次的身份，再发一次。", "Say in which role you are here, and send it again.")
            }
            Self::IdUsed => ("请重新打卡，程序会用新的编号。", "Check in once more; the app takes a new id."),
            _ => (
                "请更新程序后重新打卡；这一条会保留在手机上。",
                "Update the app and check in once more; this one stays on the phone.",
            ),
        };
        Sentence::fixed(zh, en)
    }
}

/// A check-in as sent, every field usable.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    /// Made by the phone. Version 7 is asked for because it is ordered by time; any UUID is taken, since an id of
    /// another version is slower to store and nothing worse.
    pub id: CheckInId,
    /// What it says.
    pub kind: CheckInKind,
    /// What was scanned.
    pub code: Option<String>,
    /// What was typed.
    pub short_code: Option<String>,
    /// The phone's wall clock at the check-in.
    pub created_at: DateTime<Utc>,
    /// The phone's wall clock at this sending.
    pub sent_at: DateTime<Utc>,
    /// Milliseconds between the two on the monotonic clock; none if it broke.
    pub elapsed_ms: Option<i64>,
    /// Where the phone was, as sent and as a fix in WGS-84.
    pub position: Option<(SubmittedPosition, Fix)>,
    /// The device's own id.
    pub device_id: String,
    /// The role that the person chose.
    pub role: Option<Role>,
}

impl Submission {
    /// What it says, as one hash.
    #[must_use]
    pub fn content_hash(&self) -> ContentHash {
        let content = Content {
            id: self.id,
            kind: self.kind,
            code: self.code.as_deref(),
            short_code: self.short_code.as_deref(),
            created_at: self.created_at,
            position: self.position.map(|(sent, _)| sent),
            device_id: &self.device_id,
        };
        content.hash()
    }

    /// When it happened.
    #[must_use]
    pub fn time(&self, received_at: DateTime<Utc>) -> DerivedTime {
        let (created_at, sent_at, elapsed_ms) = (self.created_at, self.sent_at, self.elapsed_ms);
        derive_time(&ClockReadings { created_at, sent_at, elapsed_ms, received_at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_says_what_to_do_without_blame() {
        for reason in Unusable::ALL {
            for sentence in [reason.sentence(), reason.next_step()] {
                assert!(sentence.zh.ends_with('。') && sentence.en.ends_with('.'), "{reason}");
            }
        }
    }
}
