//! Who and what is meant, by id and name, the same wherever it stands.

use std::collections::HashMap;

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{CheckpointId, OrganizationId, PersonId};

/// A person by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PersonName {
    id: PersonId,
    #[schema(example = "王芳")]
    name: String,
}

impl PersonName {
    /// The person with the name that was found.
    pub(super) fn of(id: PersonId, names: &HashMap<PersonId, String>) -> Self {
        Self { id, name: names.get(&id).cloned().unwrap_or_default() }
    }
}

/// A checkpoint by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CheckpointName {
    pub(super) id: CheckpointId,
    #[schema(example = "东门")]
    pub(super) name: String,
}

/// A school by name.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SchoolName {
    pub(super) id: OrganizationId,
    #[schema(example = "实验小学")]
    pub(super) name: String,
}
