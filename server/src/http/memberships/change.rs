use actix_web::web::{Data, Json, Path};
use actix_web::{delete, patch, post};
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::MemberBody;
use crate::domain::id::MembershipId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, members};

/// What to change.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MembershipEdit {
    /// Leads the others of that role; a guard in charge may co-sign.
    in_charge: bool,
}

/// Approve somebody who asked to join.
///
/// Needs the right `manage_members`.
#[utoipa::path(
    tag = "members",
    params(("id" = MembershipId, Path, description = "The membership")),
    responses(
        (status = 200, description = "In force now", body = MemberBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`not_pending`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/memberships/{id}/approve")]
pub(super) async fn approve(app: Data<App>, actor: Actor, id: Path<MembershipId>) -> Result<Json<MemberBody>> {
    Ok(Json(run(&app, move |app| members::decide(app, &actor, *id, true)).await?.into()))
}

/// Decline somebody who asked to join.
///
/// Needs the right `manage_members`.
#[utoipa::path(
    tag = "members",
    params(("id" = MembershipId, Path, description = "The membership")),
    responses(
        (status = 200, description = "Declined", body = MemberBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`not_pending`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/memberships/{id}/decline")]
pub(super) async fn decline(app: Data<App>, actor: Actor, id: Path<MembershipId>) -> Result<Json<MemberBody>> {
    Ok(Json(run(&app, move |app| members::decide(app, &actor, *id, false)).await?.into()))
}

/// Say whether a member leads the others of that role.
///
/// Needs the right `manage_members`.
#[utoipa::path(
    tag = "members",
    params(("id" = MembershipId, Path, description = "The membership")),
    request_body = MembershipEdit,
    responses(
        (status = 200, description = "Edited", body = MemberBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[patch("/memberships/{id}")]
pub(super) async fn edit(
    app: Data<App>,
    actor: Actor,
    id: Path<MembershipId>,
    body: Json<MembershipEdit>,
) -> Result<Json<MemberBody>> {
    Ok(Json(run(&app, move |app| members::put_in_charge(app, &actor, *id, body.in_charge)).await?.into()))
}

/// End a membership, or leave.
///
/// One's own needs no right. Another's needs `manage_members` for a role, `manage_offices` for an office. The last
/// administrator of a root stays.
#[utoipa::path(
    tag = "members",
    params(("id" = MembershipId, Path, description = "The membership")),
    responses(
        (status = 200, description = "Over now", body = MemberBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`last_administrator`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/memberships/{id}")]
pub(super) async fn end(app: Data<App>, actor: Actor, id: Path<MembershipId>) -> Result<Json<MemberBody>> {
    Ok(Json(run(&app, move |app| members::end(app, &actor, *id)).await?.into()))
}
