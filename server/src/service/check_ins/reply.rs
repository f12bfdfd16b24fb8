//! The answer to each check-in, made from the row on record: a replay is answered from the same row and so the same.

use chrono::{DateTime, FixedOffset};
use chrono_tz::Tz;

use crate::domain::check_in::flags::Flag;
use crate::domain::check_in::grading::Verdict;
use crate::domain::check_in::next_step::{NextStepContext, next_step};
use crate::domain::check_in::reason::Reason;
use crate::domain::check_in::submission::Unusable;
use crate::domain::id::{CheckInId, CheckpointId, DutyId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{CheckInKind, ClockQuality, Grade, Role};
use crate::problem::Result;
use crate::service::directory::{DayPart, DayWindow, Known, Missing, SchoolPart};
use crate::store::check_ins::CheckIn;

text_enum! {
    /// What became of a check-in.
    pub enum Status {
        /// It is on record now.
        Recorded = "recorded",
        /// It was on record already; this is the first verdict again.
        Replayed = "replayed",
        /// Its id belongs to another check-in. Nothing was changed.
        Conflict = "conflict",
        /// It cannot be used as it is. Nothing was recorded.
        Invalid = "invalid",
    }
}

text_enum! {
    /// How a check-in's time stands to the window that it serves.
    pub enum DutyStatus {
        /// Before the window starts.
        Upcoming = "upcoming",
        /// Within the window.
        Open = "open",
    }
}

/// The answer to one check-in.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The id as sent, if it could be read.
    pub id: Option<String>,
    /// What became of it.
    pub status: Status,
    /// The reasons as codes.
    pub reasons: Vec<&'static str>,
    /// The reasons in words.
    pub reason_texts: Vec<String>,
    /// What to do next.
    pub next_step: String,
    /// The roles to choose from.
    pub roles: Vec<Role>,
    /// The verdict; none if nothing was recorded.
    pub verdict: Option<Told>,
}

/// The verdict on a check-in, as it is told.
#[derive(Debug, Clone)]
pub struct Told {
    /// The grade given at first.
    pub grade: Grade,
    /// What will be reviewed.
    pub flags: Vec<Flag>,
    /// When it happened, by the school's clock.
    pub at: DateTime<FixedOffset>,
    /// How far that can be trusted.
    pub clock: ClockQuality,
    /// In what capacity.
    pub role: Option<Role>,
    /// Where.
    pub checkpoint: Option<(CheckpointId, String)>,
    /// The duty it serves.
    pub duty: Option<ServedDuty>,
    /// When the server got it, by the school's clock.
    pub received_at: DateTime<FixedOffset>,
    /// The signed receipt; filled in by whoever has the keys.
    pub receipt: String,
}

/// The duty that a check-in serves.
#[derive(Debug, Clone, Copy)]
pub struct ServedDuty {
    /// The duty.
    pub id: DutyId,
    /// Its window that day.
    pub window: DayWindow,
    /// How the check-in's time stands to it.
    pub status: DutyStatus,
    /// The school's clock.
    pub zone: Tz,
}

impl Reply {
    /// The answer to what was not recorded.
    #[must_use]
    pub fn not_recorded(id: Option<String>, status: Status, reason: Unusable, lang: Lang) -> Self {
        Self {
            id,
            status,
            reasons: vec![reason.as_str()],
            reason_texts: vec![reason.sentence().text(lang).to_owned()],
            next_step: reason.next_step().text(lang).to_owned(),
            roles: Vec::new(),
            verdict: None,
        }
    }

    /// The question in which role the person is there.
    #[must_use]
    pub fn ask(id: CheckInId, roles: Vec<Role>, lang: Lang) -> Self {
        Self { roles, ..Self::not_recorded(Some(id.to_string()), Status::Invalid, Unusable::RoleAmbiguous, lang) }
    }
}

/// The answer from the row on record, but for the receipt.
pub(super) fn of_row(known: &Known, row: &CheckIn, status: Status, lang: Lang) -> Result<Reply, Missing> {
    let school = row.school_id.map(|id| known.school(id)).transpose()?;
    let school = school.as_deref().and_then(Option::as_ref);
    let zone = school.map_or(Tz::Asia__Shanghai, |school| school.zone);
    let day = match school.zip(row.duty_id) {
        Some((school, _)) => Some(known.day(school.id, row.at.date_in(zone))?),
        None => None,
    };
    let verdict = Verdict {
        grade: row.grade,
        reasons: row.reasons.read().unwrap_or_default(),
        flags: row.flags.read().unwrap_or_default(),
    };
    let duty = row.duty_id.zip(day.as_deref()).and_then(|(duty, day)| served(duty, day, row.at, zone));
    let context = NextStepContext {
        on_duty: row.duty_id.is_some(),
        again_by: duty
            .zip(day.as_deref())
            .and_then(|(duty, day)| again_by(&duty.window, day, row))
            .map(|by| by.in_zone(zone).time()),
    };
    Ok(Reply {
        id: Some(row.id.to_string()),
        status,
        reasons: verdict.reasons.iter().map(|reason: &Reason| reason.as_str()).collect(),
        reason_texts: verdict.reasons.iter().map(|reason| reason.sentence().text(lang).to_owned()).collect(),
        next_step: next_step(&verdict, row.kind, &context).text(lang).to_owned(),
        roles: Vec::new(),
        verdict: Some(Told {
            grade: row.grade,
            flags: verdict.flags,
            at: row.at.in_zone(zone),
            clock: row.clock,
            role: row.role,
            checkpoint: row.checkpoint_id.and_then(|id| checkpoint(school?, id)),
            duty,
            received_at: row.received_at.in_zone(zone),
            receipt: String::new(),
        }),
    })
}

fn checkpoint(school: &SchoolPart, id: CheckpointId) -> Option<(CheckpointId, String)> {
    school.checkpoints.get(&id).map(|checkpoint| (id, checkpoint.name.clone()))
}

fn served(id: DutyId, day: &DayPart, at: Moment, zone: Tz) -> Option<ServedDuty> {
    let window = day.posts.iter().find(|post| post.duty == id)?.window;
    let status = if at < window.starts_at { DutyStatus::Upcoming } else { DutyStatus::Open };
    Some(ServedDuty { id, window, status, zone })
}

/// When a proof stops holding, if the window goes on after that.
fn again_by(window: &DayWindow, day: &DayPart, row: &CheckIn) -> Option<Moment> {
    let until = Moment(row.at.0.saturating_add(day.hold_micros));
    let proof = matches!(row.kind, CheckInKind::Arrive | CheckInKind::StillHere);
    (proof && until < window.ends_at).then_some(until)
}
