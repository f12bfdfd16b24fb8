//! A check-in as it stands in the database.

use diesel::prelude::*;

use crate::domain::check_in::grading::Proof;
use crate::domain::id::{
    CheckInId, CheckpointId, DutyId, OrganizationId, PersonId, ScreenId, SessionId, ShiftId, SignId,
};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, ClockQuality, Datum, FenceClass, Grade, Role};
use crate::store::JsonText;
use crate::store::schema::{check_in_positions, check_ins};

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = check_ins, treat_none_as_default_value = false)]
pub struct CheckIn {
    /// Made by the phone.
    pub id: CheckInId,
    /// The school; none if no checkpoint could be told.
    pub school_id: Option<OrganizationId>,
    /// Where; none if no checkpoint could be told.
    pub checkpoint_id: Option<CheckpointId>,
    /// Who.
    pub person_id: PersonId,
    /// On which session; none for a correction.
    pub session_id: Option<SessionId>,
    /// In what capacity; none without one in that school.
    pub role: Option<Role>,
    /// What it says.
    pub kind: CheckInKind,
    /// When it happened, as derived.
    pub at: Moment,
    /// How far that can be trusted.
    pub clock: ClockQuality,
    /// The phone's wall clock at the check-in.
    pub created_at: Moment,
    /// The phone's wall clock at the sending that was recorded.
    pub sent_at: Moment,
    /// When the server got it.
    pub received_at: Moment,
    /// Milliseconds that the phone's monotonic clock counted in between.
    pub elapsed_ms: Option<i64>,
    /// How it is proven.
    pub proof: Proof,
    /// The sign that was scanned.
    pub sign_id: Option<SignId>,
    /// The screen that was scanned.
    pub screen_id: Option<ScreenId>,
    /// Where the fix lay.
    pub fence: FenceClass,
    /// Metres from the fix to the area.
    pub distance_m: Option<f64>,
    /// The accuracy of the fix, metres.
    pub accuracy_m: Option<f64>,
    /// The grade given at first.
    pub grade: Grade,
    /// Why: a list of [`crate::domain::check_in::reason::Reason`].
    pub reasons: JsonText,
    /// What to review: a list of [`crate::domain::check_in::flags::Flag`].
    pub flags: JsonText,
    /// The duty it serves.
    pub duty_id: Option<DutyId>,
    /// The shift it serves.
    pub shift_id: Option<ShiftId>,
    /// The device's own id; empty for a correction.
    pub device_id: String,
    /// The text that was scanned or typed.
    pub code: Option<String>,
    /// What was sent, as [`crate::domain::check_in::content::ContentHash`].
    pub content_hash: Vec<u8>,
}

/// Where the phone was, kept apart so that it can be coarsened and deleted while the evidence stays.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = check_in_positions, treat_none_as_default_value = false)]
pub struct StoredPosition {
    /// The check-in.
    pub check_in_id: CheckInId,
    /// Longitude, WGS-84 degrees.
    pub lon: f64,
    /// Latitude, WGS-84 degrees.
    pub lat: f64,
    /// The datum that the phone sent it in.
    pub datum: Datum,
    /// Age of the fix at the check-in, milliseconds.
    pub age_ms: i64,
    /// The phone's mark of a mock location.
    pub mocked: bool,
    /// When the position was coarsened.
    pub coarsened_at: Option<Moment>,
}
