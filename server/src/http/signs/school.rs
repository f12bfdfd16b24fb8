use actix_web::web::{Data, Path, Query};
use actix_web::{HttpResponse, get};

use super::wire::{SheetQuery, drawn, picture};
use crate::domain::id::OrganizationId;
use crate::domain::sign;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, sign_views};

/// Every sign of a school in one print job.
///
/// One sign a page, or four with `layout=four_up`. Needs the right `manage_places`.
#[utoipa::path(
    tag = "signs",
    params(("id" = OrganizationId, Path, description = "The school"), SheetQuery),
    responses(
        (status = 200, description = "The pages", content_type = "text/html", body = String),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`sign_key_retired`", body = ProblemBody),
        (status = 422, description = "`sign_not_drawable`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/signs.html")]
pub(super) async fn signs(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<SheetQuery>,
) -> Result<HttpResponse> {
    let (lang, layout) = (query.lang.unwrap_or(actor.lang), query.layout.unwrap_or_default());
    let draw = move |app: &App| drawn(sign::html(&sign_views::of_school(app, &actor, *id)?, layout, lang));
    Ok(picture("text/html; charset=utf-8", run(&app, draw).await?))
}
