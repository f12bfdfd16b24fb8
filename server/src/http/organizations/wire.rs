//! Organizations as JSON.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::OrganizationId;
use crate::domain::name::Name;
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Problem, Result};
use crate::service::organizations::{Organization, Seen};

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

/// An organization as the caller sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OrganizationSeenBody)]
pub(super) struct SeenBody {
    #[serde(flatten)]
    organization: OrganizationBody,
    /// What the caller may do there, by whatever they hold.
    rights: Vec<Right>,
    /// Those above it that the caller may see, the root's side first.
    ancestors: Vec<AncestorBody>,
}

/// An organization above another.
#[derive(Debug, Serialize, ToSchema)]
struct AncestorBody {
    id: OrganizationId,
    #[schema(example = "示范县教育局")]
    name: String,
    kind: OrganizationKind,
}

impl From<Seen> for SeenBody {
    fn from(seen: Seen) -> Self {
        let above = |row: Organization| AncestorBody { id: row.id, name: row.name, kind: row.kind };
        Self {
            organization: seen.row.into(),
            rights: seen.rights,
            ancestors: seen.ancestors.into_iter().map(above).collect(),
        }
    }
}

/// A short text that may be left out: 1 to 100 characters, as names are. PostgreSQL keeps no NUL.
pub(super) fn short_text(field: &str, text: Option<String>) -> Result<Option<String>> {
    let text = text.map(|text| text.parse::<Name>()).transpose().map_err(|error| Problem::invalid(field, error))?;
    Ok(text.map(String::from))
}
