//! Corrections as JSON.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{CheckInId, CheckpointId, CorrectionId, OrganizationId, PersonId};
use crate::domain::words::{CheckInKind, Role};
use crate::http::named::{CheckpointName, PersonName};
use crate::problem::Result;
use crate::service::App;
use crate::service::corrections::{Correction, CorrectionState};
use crate::service::names::Names;

/// A correction: a check-in that could not be made, with its reason, and what was decided.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct CorrectionBody {
    id: CorrectionId,
    school_id: OrganizationId,
    checkpoint_id: CheckpointId,
    checkpoint: CheckpointName,
    person_id: PersonId,
    /// Who was there.
    person: PersonName,
    role: Role,
    kind: CheckInKind,
    at: DateTime<Utc>,
    #[schema(example = "手机没电")]
    reason: String,
    requested_by: PersonId,
    /// Who asked for it.
    requester: PersonName,
    requested_at: DateTime<Utc>,
    state: CorrectionState,
    decided_by: Option<PersonId>,
    /// Who decided.
    decider: Option<PersonName>,
    decided_at: Option<DateTime<Utc>>,
    decision_reason: Option<String>,
    /// The check-in that came of it.
    check_in_id: Option<CheckInId>,
}

impl CorrectionBody {
    pub(in crate::http) fn of(row: Correction, names: &Names) -> Self {
        let person = |id| PersonName::of(id, &names.people);
        let checkpoint = names.checkpoints.get(&row.checkpoint_id).cloned().unwrap_or_default();
        Self {
            id: row.id,
            school_id: row.school_id,
            checkpoint_id: row.checkpoint_id,
            checkpoint: CheckpointName { id: row.checkpoint_id, name: checkpoint },
            person_id: row.person_id,
            person: person(row.person_id),
            role: row.role,
            kind: row.kind,
            at: row.at.utc(),
            reason: row.reason,
            requested_by: row.requested_by,
            requester: person(row.requested_by),
            requested_at: row.requested_at.utc(),
            state: row.state,
            decided_by: row.decided_by,
            decider: row.decided_by.map(person),
            decided_at: row.decided_at.map(|at| at.utc()),
            decision_reason: row.decision_reason,
            check_in_id: row.check_in_id,
        }
    }
}

/// One correction, with its names.
pub(super) fn named(app: &App, row: Correction) -> Result<CorrectionBody> {
    let names = Names::of_corrections(app, std::slice::from_ref(&row))?;
    Ok(CorrectionBody::of(row, &names))
}
