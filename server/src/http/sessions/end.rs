use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};

use crate::domain::id::SessionId;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::{Actor, App, sessions};

/// Sign out.
///
/// Ends the session that asks. Its tokens are refused from now on.
#[utoipa::path(
    tag = "sessions",
    responses((status = 204, description = "Ended")),
    security(("bearer" = []))
)]
#[delete("/sessions/current")]
pub(super) async fn end_current(app: Data<App>, actor: Actor) -> Result<HttpResponse> {
    let id = actor.session;
    run(&app, move |app| sessions::end(app, &actor, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// End one of one's sessions.
///
/// Such as that of a phone that was lost. Its tokens are refused from now on.
#[utoipa::path(
    tag = "sessions",
    params(("id" = SessionId, Path, description = "One of one's own sessions")),
    responses((status = 204, description = "Ended")),
    security(("bearer" = []))
)]
#[delete("/sessions/{id}")]
pub(super) async fn end(app: Data<App>, actor: Actor, id: Path<SessionId>) -> Result<HttpResponse> {
    run(&app, move |app| sessions::end(app, &actor, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
