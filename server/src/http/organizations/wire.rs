//! Organizations as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::OrganizationId;
use crate::domain::words::OrganizationKind;
use crate::service::organizations::Organization;

/// A node of the tree of organizations.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrganizationBody {
    id: OrganizationId,
    /// The node above; null for a root.
    parent_id: Option<OrganizationId>,
    kind: OrganizationKind,
    #[schema(example = "实验小学")]
    name: String,
    /// An IANA time zone. A school's days are days of this zone.
    #[schema(example = "Asia/Shanghai")]
    timezone: String,
    /// For a school: `primary`, `kindergarten`, …
    #[schema(example = "primary")]
    school_type: Option<String>,
    /// The number that the bureau knows it by.
    external_code: Option<String>,
    /// Rises with each edit; the same as the ETag.
    version: i32,
}

impl From<Organization> for OrganizationBody {
    fn from(row: Organization) -> Self {
        Self {
            id: row.id,
            parent_id: row.parent_id,
            kind: row.kind,
            name: row.name,
            timezone: row.timezone,
            school_type: row.school_type,
            external_code: row.external_code,
            version: row.version,
        }
    }
}
