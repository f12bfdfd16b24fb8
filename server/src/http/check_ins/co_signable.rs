use actix_web::get;
use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use super::shown::CheckInBody;
use super::wire::CheckpointBody;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::check_ins::co_signable::co_signable;
use crate::service::{Actor, App};

/// What one could co-sign now.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CoSignableBody {
    /// Newest first.
    items: Vec<CheckInBody>,
    /// Always null: the list comes in one part.
    next: Option<String>,
    /// The posts where one is on duty well enough to co-sign; none: check in there first.
    posts: Vec<CheckpointBody>,
}

/// List what one could co-sign.
///
/// The check-ins of others, with names, at the posts where the caller is on duty now as leader, police or guard in charge, and
/// that would gain by it: claimed, not outside, not voided, not co-signed yet. Empty for everybody else.
#[utoipa::path(
    tag = "check-ins",
    responses((status = 200, description = "The check-ins", body = CoSignableBody)),
    security(("bearer" = []))
)]
#[get("/me/co-signables")]
pub(super) async fn co_signables(app: Data<App>, actor: Actor) -> Result<Json<CoSignableBody>> {
    let lang = actor.lang;
    let found = run(&app, move |app| co_signable(app, &actor)).await?;
    let items = found.check_ins.into_iter().map(|shown| CheckInBody::of(shown, lang)).collect();
    let posts = found.posts.into_iter().map(|(id, name)| CheckpointBody { id, name }).collect();
    Ok(Json(CoSignableBody { items, next: None, posts }))
}
