use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, put};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::OrganizationBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::{Actor, App, organizations};

/// The node above.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ParentBody {
    /// A bureau.
    parent_id: OrganizationId,
}

/// Move an organization.
///
/// It goes under another bureau with all that is below it; rights follow the new place at once. Stations keep their schools.
/// Figures that are stored stand; what is computed from now on follows the calendar and terms of the new bureau. Needs the
/// right `manage_organizations` over the old and the new bureau.
#[utoipa::path(
    tag = "organizations",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = ParentBody,
    responses(
        (status = 200, description = "Moved", body = OrganizationBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`wrong_parent`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/organizations/{id}/parent")]
pub(super) async fn move_to(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    version: IfMatch,
    body: Json<ParentBody>,
) -> Result<HttpResponse> {
    let row = run(&app, move |app| organizations::move_to(app, &actor, *id, version.0, body.parent_id)).await?;
    let version = row.version;
    Ok(versioned(&OrganizationBody::from(row), version))
}
