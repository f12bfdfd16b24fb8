use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, patch};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::{OrganizationBody, short_text};
use crate::domain::id::OrganizationId;
use crate::domain::name::Name;
use crate::domain::zone::ZoneName;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::http::wire::versioned;
use crate::problem::{Problem, Result};
use crate::service::organizations::{self, OrganizationPatch};
use crate::service::{Actor, App};

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EditOrganizationBody)]
pub(super) struct EditBody {
    #[schema(example = "第一实验小学", min_length = 1, max_length = 100)]
    name: Option<String>,
    timezone: Option<String>,
    #[schema(min_length = 1, max_length = 100)]
    school_type: Option<String>,
    #[schema(min_length = 1, max_length = 100)]
    external_code: Option<String>,
}

impl TryFrom<EditBody> for OrganizationPatch {
    type Error = Problem;

    fn try_from(body: EditBody) -> Result<Self> {
        let name = body.name.map(|text| text.parse::<Name>()).transpose().map_err(|e| Problem::invalid("name", e))?;
        let zone = body.timezone.map(|text| text.parse::<ZoneName>()).transpose();
        Ok(Self {
            name: name.map(String::from),
            timezone: zone.map_err(|e| Problem::invalid("timezone", e))?.map(String::from),
            school_type: short_text("school_type", body.school_type)?,
            external_code: short_text("external_code", body.external_code)?,
            ..Self::default()
        })
    }
}

/// Edit an organization.
///
/// Needs the right `edit_organization` and the version that the edit starts from.
#[utoipa::path(
    tag = "organizations",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = EditBody,
    responses(
        (status = 200, description = "Edited", body = OrganizationBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/organizations/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    version: IfMatch,
    body: Json<EditBody>,
) -> Result<HttpResponse> {
    let patch = OrganizationPatch::try_from(body.into_inner())?;
    let row = run(&app, move |app| organizations::edit(app, &actor, *id, version.0, &patch)).await?;
    let version = row.version;
    Ok(versioned(&OrganizationBody::from(row), version))
}
