//! Corrections as JSON.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{CheckInId, CheckpointId, CorrectionId, OrganizationId, PersonId};
use crate::domain::words::{CheckInKind, Role};
use crate::service::corrections::{Correction, CorrectionState};

/// A correction: a check-in that could not be made, with its reason, and what was decided.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CorrectionBody {
    id: CorrectionId,
    school_id: OrganizationId,
    checkpoint_id: CheckpointId,
    person_id: PersonId,
    role: Role,
    kind: CheckInKind,
    at: DateTime<Utc>,
    #[schema(example = "手机没电")]
    reason: String,
    requested_by: PersonId,
    requested_at: DateTime<Utc>,
    state: CorrectionState,
    decided_by: Option<PersonId>,
    decided_at: Option<DateTime<Utc>>,
    decision_reason: Option<String>,
    /// The check-in that came of it.
    check_in_id: Option<CheckInId>,
}

impl From<Correction> for CorrectionBody {
    fn from(row: Correction) -> Self {
        Self {
            id: row.id,
            school_id: row.school_id,
            checkpoint_id: row.checkpoint_id,
            person_id: row.person_id,
            role: row.role,
            kind: row.kind,
            at: row.at.utc(),
            reason: row.reason,
            requested_by: row.requested_by,
            requested_at: row.requested_at.utc(),
            state: row.state,
            decided_by: row.decided_by,
            decided_at: row.decided_at.map(|at| at.utc()),
            decision_reason: row.decision_reason,
            check_in_id: row.check_in_id,
        }
    }
}
