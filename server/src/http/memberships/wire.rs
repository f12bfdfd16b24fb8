//! Memberships as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{MembershipId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::phone::masked;
use crate::domain::rights::Right;
use crate::domain::words::{Office, OrganizationKind, Role};
use crate::service::me::rights_of;
use crate::service::members::{Member, MembershipState};

/// A person's role or office in an organization.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct MemberBody {
    id: MembershipId,
    person: MemberPerson,
    organization: MemberOrganization,
    /// For duty; a membership has a role or an office.
    role: Option<Role>,
    /// For rights.
    office: Option<Office>,
    /// Leads the others of that role.
    in_charge: bool,
    state: MembershipState,
    /// The rights that come with it now, over the organization and what lies below it.
    rights: Vec<Right>,
    created_at: Moment,
    ended_at: Option<Moment>,
}

/// Whose it is.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct MemberPerson {
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
    /// The phone number with its middle hidden.
    #[schema(example = "138****0000")]
    phone: Option<String>,
}

/// Where it holds.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct MemberOrganization {
    id: OrganizationId,
    #[schema(example = "实验小学")]
    name: String,
    kind: OrganizationKind,
}

impl From<Member> for MemberBody {
    fn from(member: Member) -> Self {
        let rights = rights_of(&member).to_vec();
        let row = member.membership;
        Self {
            id: row.id,
            person: MemberPerson {
                id: row.person_id,
                name: member.person_name,
                phone: member.person_phone.as_deref().map(masked),
            },
            organization: MemberOrganization {
                id: row.organization_id,
                name: member.organization_name,
                kind: member.organization_kind,
            },
            role: row.role,
            office: row.office,
            in_charge: row.in_charge,
            state: row.state,
            rights,
            created_at: row.created_at,
            ended_at: row.ended_at,
        }
    }
}
