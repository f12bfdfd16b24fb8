use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::{CheckpointBody, DateQuery};
use crate::domain::coverage::rfc3339;
use crate::domain::id::{CheckInId, DutyId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{Grade, Role};
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::coverage::evidence::{self, DayEvidence, Rests, StayEvidence};
use crate::service::{Actor, App};

/// The evidence behind every second of a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EvidenceBody {
    school_id: OrganizationId,
    date: NaiveDate,
    /// The moment up to which everything received is in it.
    as_known_at: Moment,
    /// In their order.
    duties: Vec<DutyLanesBody>,
    /// By person, checkpoint and time.
    stays: Vec<StayBody>,
}

/// Who fills the slots of a duty.
#[derive(Debug, Serialize, ToSchema)]
struct DutyLanesBody {
    duty_id: DutyId,
    /// One for each slot, from start − lead on, by the assignment of the coverage.
    lanes: Vec<Vec<RestsBody>>,
}

/// A stretch that rests on one check-in.
#[derive(Debug, Serialize, ToSchema)]
struct RestsBody {
    #[schema(example = "2026-11-23T07:21:04+08:00")]
    from: String,
    /// The end of force as known now; it may lie ahead.
    #[schema(example = "2026-11-23T08:00:00+08:00")]
    to: String,
    grade: Grade,
    role: Option<Role>,
    person: EvidencePerson,
    /// The check-in whose proof gives the grade.
    check_in_id: CheckInId,
}

/// A person by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct EvidencePerson {
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
}

/// A stay of one person at one post.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StayEvidenceBody)]
struct StayBody {
    person: EvidencePerson,
    checkpoint: CheckpointBody,
    #[schema(example = "2026-11-23T07:21:04+08:00")]
    from: String,
    #[schema(example = "2026-11-23T08:06:04+08:00")]
    to: String,
    /// Without a break between them; neighbours differ in grade.
    stretches: Vec<RestsBody>,
    /// Every proof of it, oldest first.
    check_ins: Vec<CheckInId>,
}

impl RestsBody {
    fn of(one: &Rests, all: &DayEvidence) -> Self {
        let name = all.people.get(&one.person).cloned().unwrap_or_default();
        Self {
            from: rfc3339(one.from, all.zone),
            to: rfc3339(one.to, all.zone),
            grade: one.grade,
            role: one.role,
            person: EvidencePerson { id: one.person, name },
            check_in_id: one.check_in,
        }
    }
}

impl StayBody {
    fn of(stay: &StayEvidence, all: &DayEvidence) -> Option<Self> {
        let stretches: Vec<RestsBody> = stay.stretches.iter().map(|one| RestsBody::of(one, all)).collect();
        let (first, last) = (stretches.first()?, stretches.last()?);
        let name = all.checkpoints.get(&stay.checkpoint).cloned();
        Some(Self {
            person: first.person.clone(),
            checkpoint: CheckpointBody { id: stay.checkpoint, name },
            from: first.from.clone(),
            to: last.to.clone(),
            check_ins: stay.check_ins.clone(),
            stretches,
        })
    }
}

/// Read the evidence behind a day's figures.
///
/// For each slot of each duty, who fills it from when to when, with which grade, by which check-in; and every stay with what it
/// rests on. From everything received so far, for final days too. Needs the right `read_evidence`.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), DateQuery),
    responses(
        (status = 200, description = "The evidence", body = EvidenceBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/coverage/evidence")]
pub(super) async fn coverage_evidence(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DateQuery>,
) -> Result<Json<EvidenceBody>> {
    let (school_id, date) = (*id, query.date);
    let all = run(&app, move |app| evidence::evidence(app, &actor, school_id, date)).await?;
    let lane = |lane: &Vec<Rests>| lane.iter().map(|one| RestsBody::of(one, &all)).collect();
    let duties = all
        .duties
        .iter()
        .map(|(duty, lanes)| DutyLanesBody { duty_id: *duty, lanes: lanes.iter().map(lane).collect() });
    Ok(Json(EvidenceBody {
        school_id,
        date,
        as_known_at: all.as_known_at,
        duties: duties.collect(),
        stays: all.stays.iter().filter_map(|stay| StayBody::of(stay, &all)).collect(),
    }))
}
