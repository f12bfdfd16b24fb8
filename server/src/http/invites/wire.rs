//! Invites as JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::{InviteId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::Role;
use crate::problem::{Problem, Result};
use crate::service::invites::{Invite, NewInvite};

/// An invite to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InviteDraft {
    role: Role,
    /// Whether to lead the others of that role.
    #[serde(default)]
    in_charge: bool,
    /// Whether those who come by it need no approval.
    #[serde(default)]
    auto_approve: bool,
    /// For those who manage invites, at most 200 characters.
    #[serde(default)]
    #[schema(example = "三年级二班家长群", max_length = 200)]
    note: String,
    /// Within the coming 366 days.
    #[schema(example = "2026-12-01T00:00:00+08:00")]
    expires_at: Moment,
    /// How many may come by it; null for any number.
    #[schema(example = 50, minimum = 1)]
    use_limit: Option<i32>,
}

impl TryFrom<InviteDraft> for NewInvite {
    type Error = Problem;

    fn try_from(body: InviteDraft) -> Result<Self> {
        let note = body.note.trim().to_owned();
        if note.chars().count() > 200 || note.chars().any(char::is_control) {
            return Err(Problem::invalid("note", "at most 200 characters on one line / 一行内，不超过 200 个字"));
        }
        Ok(Self {
            role: body.role,
            in_charge: body.in_charge,
            auto_approve: body.auto_approve,
            note,
            expires_at: body.expires_at,
            use_limit: body.use_limit,
        })
    }
}

/// An invite, for those who manage it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct InviteBody {
    id: InviteId,
    organization_id: OrganizationId,
    role: Role,
    in_charge: bool,
    auto_approve: bool,
    #[schema(example = "三年级二班家长群")]
    note: String,
    expires_at: Moment,
    use_limit: Option<i32>,
    /// How many came by it.
    uses: i32,
    created_by: PersonId,
    created_at: Moment,
    revoked_at: Option<Moment>,
    /// The link that people follow; whoever has it can use the invite.
    #[schema(example = "https://huxue.example.cn/join/AGNLHRC5NZ7YBGQ3…")]
    link: String,
}

impl InviteBody {
    pub(super) fn of(row: Invite, link: String) -> Self {
        Self {
            id: row.id,
            organization_id: row.organization_id,
            role: row.role,
            in_charge: row.in_charge,
            auto_approve: row.auto_approve,
            note: row.note,
            expires_at: row.expires_at,
            use_limit: row.use_limit,
            uses: row.uses,
            created_by: row.created_by,
            created_at: row.created_at,
            revoked_at: row.revoked_at,
            link,
        }
    }
}
