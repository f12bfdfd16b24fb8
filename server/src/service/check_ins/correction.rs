//! The check-in that comes of an approved correction.

use crate::domain::check_in::content::Content;
use crate::domain::check_in::grading::{Facts, Proof, grade};
use crate::domain::id::CheckInId;
use crate::domain::moment::Moment;
use crate::domain::words::{ClockQuality, FenceClass};
use crate::problem::Result;
use crate::service::App;
use crate::store::JsonText;
use crate::store::check_ins::CheckIn;
use crate::store::corrections::Correction;
use crate::store::organizations::Organization;

use super::post::stand;
use super::view::zone_of;

/// Makes the row. Its time is somebody's word, so the clock is `poor`; it has no device and no session.
///
/// # Errors
/// Those of the database.
pub fn correction_row(app: &App, from: &Correction, school: &Organization, now: Moment) -> Result<CheckIn> {
    let id = CheckInId::fresh();
    let date = from.at.date_in(zone_of(&school.timezone));
    let (_, standing) = app.directory.answer(app, |known| {
        let day = known.day(school.id, date)?;
        Ok(stand(&day, from.checkpoint_id, from.at, from.person_id, &[from.role], Some(from.role)))
    })?;
    let facts = Facts {
        proof: Proof::Correction,
        fence: FenceClass::Missing,
        missing: None,
        accuracy_m: None,
        clock: ClockQuality::Poor,
        observed: Vec::new(),
        refusal: None,
    };
    let verdict = grade(&facts);
    let created_at = from.requested_at.utc();
    let content =
        Content { id, kind: from.kind, code: None, short_code: None, created_at, position: None, device_id: "" };
    Ok(CheckIn {
        id,
        school_id: Some(from.school_id),
        checkpoint_id: Some(from.checkpoint_id),
        person_id: from.person_id,
        session_id: None,
        role: Some(from.role),
        kind: from.kind,
        at: from.at,
        clock: ClockQuality::Poor,
        created_at: from.requested_at,
        sent_at: from.requested_at,
        received_at: now,
        elapsed_ms: None,
        proof: Proof::Correction,
        sign_id: None,
        screen_id: None,
        fence: FenceClass::Missing,
        distance_m: None,
        accuracy_m: None,
        grade: verdict.grade,
        reasons: JsonText::of(&verdict.reasons)?,
        flags: JsonText::of(&verdict.flags)?,
        duty_id: standing.duty.map(|(duty, _)| duty),
        shift_id: standing.shift,
        device_id: String::new(),
        code: None,
        content_hash: content.hash().bytes().to_vec(),
    })
}
