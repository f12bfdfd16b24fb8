use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};

use super::wire::SeenBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::{Actor, App, organizations};

/// Read an organization.
///
/// Answers what anybody with a place in it may see, with the caller's rights there. Its version comes as ETag too, for a later
/// edit.
#[utoipa::path(
    tag = "organizations",
    params(("id" = OrganizationId, Path, description = "The organization")),
    responses((status = 200, description = "The organization", body = SeenBody)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<HttpResponse> {
    let seen = run(&app, move |app| organizations::get(app, &actor, *id)).await?;
    let version = seen.row.version;
    Ok(versioned(&SeenBody::from(seen), version))
}
