//! What is on a sign.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::code::short_code::ShortCode;
use crate::domain::code::{CheckpointNumber, SignSerial};
use crate::domain::words::WindowKind;

/// Everything that a sign shows. Texts are plain, as people wrote them.
#[derive(Debug, Clone)]
pub struct SignView {
    /// The school's name.
    pub school: String,
    /// The checkpoint's name, such as 东门 · 3号岗.
    pub post: String,
    /// When the post is staffed; may be empty.
    pub windows: Vec<WindowLine>,
    /// The responsible officer (一校一警), if one is named.
    pub officer: Option<OfficerCard>,
    /// The link in the QR, from [`code_link`](crate::domain::code::link::code_link).
    pub link: String,
    /// The code for typing.
    pub short_code: ShortCode,
    /// The checkpoint's number; with the serial it tells this sign from every other.
    pub checkpoint: CheckpointNumber,
    /// Which of the checkpoint's signs it is.
    pub serial: SignSerial,
    /// The day on which the sign was issued, in the school's time.
    pub issued_on: NaiveDate,
}

/// One window as the sign shows it, in the school's local time.
#[derive(Debug, Clone)]
pub struct WindowLine {
    /// What the window is for.
    pub kind: WindowKind,
    /// On which days of the week.
    pub weekdays: Weekdays,
    /// Local start.
    pub starts: NaiveTime,
    /// Local end.
    pub ends: NaiveTime,
    /// For whom, if the school has staggered windows, such as 一、二年级.
    pub note: Option<String>,
}

/// The 一校一警 card: who answers for this school at the police (FIELD, "Norms").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerCard {
    /// The officer's name.
    pub name: String,
    /// Their post, such as 城关派出所 社区民警.
    pub post: String,
    /// What they do for the school.
    pub duties: String,
    /// The number that the public may call.
    pub phone: String,
}

/// Why a sign could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// The link does not fit into a QR.
    #[error("the link does not fit into a QR: set a shorter public address for the server")]
    LinkTooLong,
    /// The encoder failed.
    #[error("the picture could not be encoded: {0}")]
    Encoding(#[from] image::ImageError),
}
