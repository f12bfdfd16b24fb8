use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, post};

use super::wire::{InviteBody, InviteDraft};
use crate::domain::id::{InviteId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{List, Page, PageQuery};
use crate::problem::Result;
use crate::service::invites::{self, Invite, NewInvite};
use crate::service::{Actor, App};

const LIST: List = List("invites");

/// Make an invite.
///
/// Its link is shared in a group or shown as a QR. Needs the right `manage_members`.
#[utoipa::path(
    tag = "invites",
    params(("id" = OrganizationId, Path, description = "The organization")),
    request_body = InviteDraft,
    responses(
        (status = 201, description = "Made", body = InviteBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/invites")]
pub(super) async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<InviteDraft>,
) -> Result<HttpResponse> {
    let new = NewInvite::try_from(body.into_inner())?;
    let row = run(&app, move |app| invites::create(app, &actor, *id, new)).await?;
    let link = invites::link(&app, row.id)?;
    Ok(HttpResponse::Created().json(InviteBody::of(row, link)))
}

/// List an organization's invites.
///
/// Newest first, with those that are over. Needs the right `manage_members`.
#[utoipa::path(
    tag = "invites",
    params(("id" = OrganizationId, Path, description = "The organization"), PageQuery),
    responses(
        (status = 200, description = "A part of the list", body = Page<InviteBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/invites")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    page: Query<PageQuery>,
) -> Result<Json<Page<InviteBody>>> {
    let (limit, after) = (page.limit()?, LIST.key(page.after.as_deref())?);
    let rows = run(&app, move |app| invites::list(app, &actor, *id, after, limit)).await?;
    let Page { items, next } = Page::new(rows, limit, |row: &Invite| LIST.next(row.id));
    let items = items.into_iter().map(|row| Ok(InviteBody::of(row.clone(), invites::link(&app, row.id)?)));
    Ok(Json(Page { items: items.collect::<Result<_>>()?, next }))
}

/// Withdraw an invite.
///
/// Nobody joins by it any more; those who did stay. Needs the right `manage_members`.
#[utoipa::path(
    tag = "invites",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("invite_id" = InviteId, Path, description = "The invite"),
    ),
    responses(
        (status = 204, description = "Withdrawn"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/organizations/{id}/invites/{invite_id}")]
pub(super) async fn revoke(
    app: Data<App>,
    actor: Actor,
    ids: Path<(OrganizationId, InviteId)>,
) -> Result<HttpResponse> {
    run(&app, move |app| invites::revoke(app, &actor, ids.0, ids.1)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Draw an invite's link as a QR.
///
/// Needs the right `manage_members`.
#[utoipa::path(
    tag = "invites",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("invite_id" = InviteId, Path, description = "The invite"),
    ),
    responses(
        (status = 200, description = "The QR", body = String, content_type = "image/svg+xml"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/invites/{invite_id}/qr.svg")]
pub(super) async fn qr(app: Data<App>, actor: Actor, ids: Path<(OrganizationId, InviteId)>) -> Result<HttpResponse> {
    let svg = run(&app, move |app| invites::qr(app, &actor, ids.0, ids.1)).await?;
    Ok(HttpResponse::Ok().content_type("image/svg+xml").body(svg))
}
