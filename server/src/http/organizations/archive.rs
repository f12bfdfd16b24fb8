use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};

use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::problem::Result;
use crate::service::{Actor, App, organizations};

/// Put an organization away.
///
/// It leaves the lists and gives nobody rights any more; its evidence and figures stay. One with others below it, and a
/// root, cannot be put away. Needs the right `manage_organizations`.
#[utoipa::path(
    tag = "organizations",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    responses(
        (status = 204, description = "Put away"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`not_empty`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/organizations/{id}")]
pub(super) async fn archive(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    version: IfMatch,
) -> Result<HttpResponse> {
    run(&app, move |app| organizations::archive(app, &actor, *id, version.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}
