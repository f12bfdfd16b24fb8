//! Answers to check-ins as JSON.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::check_in::flags::Flag;
use crate::domain::id::{CheckpointId, DutyId, WindowId};
use crate::domain::words::{ClockQuality, Grade, Role, WindowKind};
use crate::service::check_ins::reply::{DutyStatus, Reply, ServedDuty, Status, Told};

/// The answer to one check-in. Where nothing was recorded, the fields of the verdict are null.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ResultBody {
    /// The id as sent; null if it could not be read.
    #[schema(example = "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071")]
    id: Option<String>,
    status: Status,
    grade: Option<Grade>,
    /// Why, as codes.
    #[schema(example = json!(["sign", "location_inside"]))]
    reasons: Vec<&'static str>,
    /// Why, in words.
    #[schema(example = json!(["扫的是现场的牌。", "定位在围栏内。"]))]
    reason_texts: Vec<String>,
    /// What somebody will look at. A flag never punishes by itself.
    #[schema(example = json!([]))]
    flags: Vec<Flag>,
    /// When it happened, as derived from the phone's clocks; by the school's clock.
    #[schema(format = "date-time", example = "2026-11-23T07:21:04.2+08:00")]
    at: Option<String>,
    clock: Option<ClockQuality>,
    role: Option<Role>,
    /// For `role_ambiguous`: send the check-in again with the same id and one of these as `role`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<Role>,
    checkpoint: Option<CheckpointBody>,
    /// The duty that it serves; null if none is asked for there at that time.
    duty: Option<DutyBody>,
    #[schema(example = "2026-11-23T07:21:05+08:00", format = "date-time")]
    received_at: Option<String>,
    /// What to do next, in the reader's language.
    #[schema(example = "打卡成功。离开时请再扫一次，选“离岗”。")]
    next_step: String,
    /// A signed proof that the server received it; `POST /receipts/verify` checks it.
    #[schema(example = "eyJhbGciOiJIUzI1NiJ9…")]
    receipt: Option<String>,
}

/// A checkpoint by name.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CheckInCheckpoint)]
pub(super) struct CheckpointBody {
    pub(super) id: CheckpointId,
    #[schema(example = "东门")]
    pub(super) name: String,
}

/// The duty that a check-in serves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CheckInDuty)]
pub(super) struct DutyBody {
    id: DutyId,
    window: WindowBody,
    status: DutyStatus,
}

/// The window of that duty on that day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CheckInWindow)]
pub(super) struct WindowBody {
    id: WindowId,
    kind: WindowKind,
    #[schema(format = "date-time", example = "2026-11-23T07:20:00+08:00")]
    starts_at: String,
    #[schema(format = "date-time", example = "2026-11-23T08:00:00+08:00")]
    ends_at: String,
}

/// A time as everything outside shows it.
pub(super) fn shown(time: DateTime<FixedOffset>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, false)
}

impl From<ServedDuty> for DutyBody {
    fn from(duty: ServedDuty) -> Self {
        let window = duty.window;
        let (starts_at, ends_at) = (window.starts_at.in_zone(duty.zone), window.ends_at.in_zone(duty.zone));
        let (starts_at, ends_at) = (shown(starts_at), shown(ends_at));
        let window = WindowBody { id: window.id, kind: window.kind, starts_at, ends_at };
        Self { id: duty.id, window, status: duty.status }
    }
}

impl From<Reply> for ResultBody {
    fn from(reply: Reply) -> Self {
        let Reply { id, status, reasons, reason_texts, next_step, roles, verdict } = reply;
        let empty = Self {
            id,
            status,
            grade: None,
            reasons,
            reason_texts,
            flags: Vec::new(),
            at: None,
            clock: None,
            role: None,
            roles,
            checkpoint: None,
            duty: None,
            received_at: None,
            next_step,
            receipt: None,
        };
        match verdict {
            Some(told) => empty.with(told),
            None => empty,
        }
    }
}

impl ResultBody {
    fn with(self, told: Told) -> Self {
        Self {
            grade: Some(told.grade),
            flags: told.flags,
            at: Some(shown(told.at)),
            clock: Some(told.clock),
            role: told.role,
            checkpoint: told.checkpoint.map(|(id, name)| CheckpointBody { id, name }),
            duty: told.duty.map(DutyBody::from),
            received_at: Some(shown(told.received_at)),
            receipt: Some(told.receipt),
            ..self
        }
    }
}
