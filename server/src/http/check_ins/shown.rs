//! Check-ins as they are shown in lists.

use std::collections::HashMap;

use chrono_tz::Tz;
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::{CheckpointBody, shown};
use crate::domain::check_in::effective::{AmendmentKind, ReviewOutcome};
use crate::domain::check_in::flags::Flag;
use crate::domain::check_in::grading::Proof;
use crate::domain::check_in::reason::Reason;
use crate::domain::id::{AmendmentId, CheckInId, DutyId, OrganizationId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, ClockQuality, FenceClass, Grade, Role};
use crate::http::named::SchoolName;
use crate::service::check_ins::view::Shown;

/// A check-in with its evidence, its reasons and what was said about it since.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CheckInBody {
    pub(in crate::http) id: CheckInId,
    school_id: Option<OrganizationId>,
    /// Null where the post could not be told.
    school: Option<SchoolName>,
    person: CheckInPerson,
    role: Option<Role>,
    kind: CheckInKind,
    checkpoint: Option<CheckpointBody>,
    /// When it happened, by the school's clock.
    #[schema(format = "date-time", example = "2026-11-23T07:21:04.2+08:00")]
    at: String,
    clock: ClockQuality,
    /// What the phone's wall clock showed.
    #[schema(format = "date-time")]
    created_at: String,
    #[schema(format = "date-time")]
    received_at: String,
    proof: Proof,
    fence: FenceClass,
    /// Metres from the fix to the post's area, 0 inside.
    distance_m: Option<f64>,
    /// The accuracy of the fix, metres.
    accuracy_m: Option<f64>,
    /// The grade given at first.
    grade: Grade,
    /// The grade that counts now: with co-signatures and voidings.
    effective_grade: Grade,
    reasons: Vec<Reason>,
    /// The reasons in words.
    #[schema(example = json!(["扫的是现场的牌。", "定位在围栏内。"]))]
    reason_texts: Vec<String>,
    flags: Vec<Flag>,
    duty_id: Option<DutyId>,
    /// What was said about it since, oldest first.
    amendments: Vec<AmendmentBody>,
    /// What the server signed for it (`/receipts/verify`).
    #[schema(example = "eyJhbGciOiJIUzI1NiJ9…")]
    receipt: String,
    #[serde(skip)]
    pub(super) moment: Moment,
}

/// A person by name.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CheckInPerson {
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
}

/// A later word on a check-in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct AmendmentBody {
    id: AmendmentId,
    kind: AmendmentKind,
    /// The flag that was reviewed.
    flag: Option<Flag>,
    /// What the review came to.
    outcome: Option<ReviewOutcome>,
    author: CheckInPerson,
    /// In which role the author stood there.
    author_role: Option<Role>,
    #[schema(example = "借用同事手机")]
    reason: String,
    #[schema(format = "date-time")]
    at: String,
}

impl CheckInBody {
    /// In a reader's language.
    pub(in crate::http) fn of(seen: Shown, lang: Lang) -> Self {
        let Shown { row, effective, amendments, names, checkpoint, school, zone, receipt } = seen;
        let reasons: Vec<Reason> = row.reasons.read().unwrap_or_default();
        Self {
            id: row.id,
            school_id: row.school_id,
            school: row.school_id.zip(school).map(|(id, name)| SchoolName { id, name }),
            person: person(&names, row.person_id),
            role: row.role,
            kind: row.kind,
            checkpoint: row.checkpoint_id.zip(checkpoint).map(|(id, name)| CheckpointBody { id, name }),
            at: shown(row.at.in_zone(zone)),
            clock: row.clock,
            created_at: shown(row.created_at.in_zone(zone)),
            received_at: shown(row.received_at.in_zone(zone)),
            proof: row.proof,
            fence: row.fence,
            distance_m: row.distance_m,
            accuracy_m: row.accuracy_m,
            grade: row.grade,
            effective_grade: effective,
            reason_texts: reasons.iter().map(|reason| reason.sentence().text(lang).to_owned()).collect(),
            reasons,
            flags: row.flags.read().unwrap_or_default(),
            duty_id: row.duty_id,
            amendments: amendments.into_iter().map(|word| amendment(word, &names, zone)).collect(),
            receipt,
            moment: row.at,
        }
    }
}

fn person(names: &HashMap<PersonId, String>, id: PersonId) -> CheckInPerson {
    CheckInPerson { id, name: names.get(&id).cloned().unwrap_or_default() }
}

fn amendment(
    word: crate::service::check_ins::view::Amendment,
    names: &HashMap<PersonId, String>,
    zone: Tz,
) -> AmendmentBody {
    AmendmentBody {
        id: word.id,
        kind: word.kind,
        flag: word.flag,
        outcome: word.outcome,
        author: person(names, word.author_id),
        author_role: word.author_role,
        reason: word.reason,
        at: shown(word.at.in_zone(zone)),
    }
}
