use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::{OrganizationBody, short_text};
use crate::domain::id::OrganizationId;
use crate::domain::name::Name;
use crate::domain::words::OrganizationKind;
use crate::domain::zone::ZoneName;
use crate::http::answer::{ProblemBody, run};
use crate::problem::{Problem, Result};
use crate::service::organizations::{self, NewOrganization};
use crate::service::{Actor, App};

/// An organization to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewOrganizationBody)]
pub(super) struct CreateBody {
    /// The bureau above.
    parent_id: OrganizationId,
    kind: OrganizationKind,
    #[schema(example = "实验小学", min_length = 1, max_length = 100)]
    name: String,
    /// The parent's unless given.
    timezone: Option<String>,
    /// For a school: `primary`, `kindergarten`, …
    #[schema(example = "primary", min_length = 1, max_length = 100)]
    school_type: Option<String>,
    /// The number that the bureau knows it by.
    #[schema(min_length = 1, max_length = 100)]
    external_code: Option<String>,
}

impl TryFrom<CreateBody> for NewOrganization {
    type Error = Problem;

    fn try_from(body: CreateBody) -> Result<Self> {
        let zone = body.timezone.map(|text| text.parse::<ZoneName>()).transpose();
        Ok(Self {
            parent_id: body.parent_id,
            kind: body.kind,
            name: body.name.parse::<Name>().map_err(|e| Problem::invalid("name", e))?.into(),
            timezone: zone.map_err(|e| Problem::invalid("timezone", e))?.map(String::from),
            school_type: short_text("school_type", body.school_type)?,
            external_code: short_text("external_code", body.external_code)?,
        })
    }
}

/// Add an organization.
///
/// Adds a school, a station or a further bureau under a bureau. Needs the right `manage_organizations` there.
#[utoipa::path(
    tag = "organizations",
    request_body = CreateBody,
    responses(
        (status = 201, description = "Added", body = OrganizationBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 404, description = "`not_found`: the parent", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `wrong_parent`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations")]
pub(super) async fn create(app: Data<App>, actor: Actor, body: Json<CreateBody>) -> Result<HttpResponse> {
    let new = NewOrganization::try_from(body.into_inner())?;
    let row = run(&app, move |app| organizations::create(app, &actor, new)).await?;
    Ok(HttpResponse::Created().json(OrganizationBody::from(row)))
}
