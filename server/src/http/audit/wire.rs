//! Lines of the audit log as JSON, and the filter.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::domain::id::{AuditId, OrganizationId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::problem::Result;
use crate::service::audit::Outcome;
use crate::service::audit_log::{self, AuditFilter, Named};

/// Which lines.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// Not before this time.
    from: Option<Moment>,
    /// Before this time.
    to: Option<Moment>,
    /// What this person did.
    actor: Option<PersonId>,
    /// Actions that begin with this: `session.open`, or all of `session.`.
    action: Option<String>,
    /// With this outcome.
    outcome: Option<Outcome>,
    /// In this organization or below it.
    organization: Option<OrganizationId>,
}

impl Which {
    pub(super) fn into_filter(self) -> (Option<OrganizationId>, AuditFilter) {
        let filter = AuditFilter {
            from: self.from,
            to: self.to,
            actor: self.actor,
            action: self.action,
            outcome: self.outcome.map(|outcome| outcome.to_string()),
            ..AuditFilter::default()
        };
        (self.organization, filter)
    }
}

/// A line of the audit log.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditBody {
    pub(super) id: AuditId,
    pub(super) at: Moment,
    /// Who; null for the server itself and for people who could not sign in.
    pub(super) actor_id: Option<PersonId>,
    /// The person's name now.
    #[schema(example = "王芳")]
    pub(super) actor_name: Option<String>,
    pub(super) session_id: Option<SessionId>,
    /// What, as `subject.verb`.
    #[schema(example = "session.open")]
    pub(super) action: String,
    /// `done`, `denied` or `failed`.
    #[schema(example = "done")]
    pub(super) outcome: String,
    /// The kind of record.
    #[schema(example = "person")]
    pub(super) subject_kind: Option<String>,
    /// Which record.
    #[schema(example = "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071")]
    pub(super) subject_id: Option<String>,
    /// From which network address.
    #[schema(example = "203.0.113.7")]
    pub(super) address: Option<String>,
    pub(super) request_id: Option<String>,
    /// The names, now, of the records that the line speaks of, by id: of the subject, and of what stands in the details.
    #[schema(example = json!({"019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071": "王芳"}))]
    pub(super) names: BTreeMap<String, String>,
    /// What changed; never a secret, never a whole phone number.
    #[schema(value_type = std::collections::BTreeMap<String, Value>, example = json!({"how": "password"}))]
    pub(super) details: Value,
}

impl AuditBody {
    /// A line with those of the names that it speaks of.
    pub(super) fn of((line, actor_name): Named, names: &BTreeMap<Uuid, String>) -> Result<Self> {
        let details: Value = line.details.read()?;
        let mut ids: BTreeSet<Uuid> = line.subject_id.iter().filter_map(|id| id.parse().ok()).collect();
        audit_log::ids_in(&details, &mut ids);
        let named = |id: Uuid| Some((id.to_string(), names.get(&id)?.clone()));
        Ok(Self {
            id: line.id,
            at: line.at,
            actor_id: line.actor_id,
            actor_name,
            session_id: line.session_id,
            action: line.action,
            outcome: line.outcome,
            subject_kind: line.subject_kind,
            subject_id: line.subject_id,
            address: line.address,
            request_id: line.request_id,
            names: ids.into_iter().filter_map(named).collect(),
            details,
        })
    }
}
