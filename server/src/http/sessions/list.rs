use actix_web::get;
use actix_web::web::{Data, Json};

use super::wire::SessionBody;
use crate::http::answer::run;
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, sessions};

/// List one's own sessions.
///
/// Those that are alive, the one used last first; always in one part.
#[utoipa::path(
    tag = "sessions",
    responses((status = 200, description = "One's sessions", body = Page<SessionBody>)),
    security(("bearer" = []))
)]
#[get("/sessions")]
pub(super) async fn list(app: Data<App>, actor: Actor) -> Result<Json<Page<SessionBody>>> {
    let current = actor.session;
    let rows = run(&app, move |app| sessions::list(app, &actor)).await?;
    let items = rows.into_iter().map(|row| SessionBody::of(row, current)).collect();
    Ok(Json(Page { items, next: None }))
}
