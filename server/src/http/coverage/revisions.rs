use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::DateQuery;
use crate::domain::id::{DutyId, OrganizationId};
use crate::domain::moment::Moment;
use crate::domain::words::CoverageStatus;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::view::{self, RevisionView};
use crate::service::{Actor, App};

/// Every revision of a final day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RevisionsBody {
    school_id: OrganizationId,
    date: NaiveDate,
    /// Oldest first; none while the day is live.
    revisions: Vec<RevisionBody>,
}

/// What one revision said of each duty.
#[derive(Debug, Serialize, ToSchema)]
struct RevisionBody {
    revision: i32,
    as_known_at: Moment,
    duties: Vec<DutyInShort>,
}

/// A duty's figures in short.
#[derive(Debug, Serialize, ToSchema)]
struct DutyInShort {
    duty_id: DutyId,
    status: CoverageStatus,
    required_seconds: i64,
    covered_seconds: i64,
    slot_seconds: i64,
}

/// Read how the figures of a final day changed.
///
/// A late upload, a correction, a co-signature or a recorded reason after the sync deadline makes a new revision; the
/// earlier ones stay readable here.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), DateQuery),
    responses((status = 200, description = "The revisions", body = RevisionsBody)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/coverage/revisions")]
pub(super) async fn coverage_revisions(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DateQuery>,
) -> Result<Json<RevisionsBody>> {
    let (school_id, date) = (*id, query.date);
    let revisions = run(&app, move |app| view::revisions(app, &actor, school_id, date)).await?;
    Ok(Json(RevisionsBody { school_id, date, revisions: revisions.into_iter().map(RevisionBody::from).collect() }))
}

impl From<RevisionView> for RevisionBody {
    fn from(view: RevisionView) -> Self {
        let duties = view.figures.duties.into_iter().map(|duty| DutyInShort {
            duty_id: duty.id,
            status: duty.status,
            required_seconds: duty.required_seconds,
            covered_seconds: duty.covered_seconds,
            slot_seconds: duty.slot_seconds,
        });
        Self { revision: view.revision, as_known_at: view.as_known_at, duties: duties.collect() }
    }
}
