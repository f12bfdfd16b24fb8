use actix_web::HttpResponse;
use actix_web::get;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path, Query};

use super::wire::DateQuery;
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::export;
use crate::service::{Actor, App};

/// Export a school's day.
///
/// The document `huxue.day/1`: the calendar's decision, windows, duties and check-ins with the grades that count.
/// `huxue day coverage` recomputes the coverage from it alone, so that anybody can check a figure. The audit log says who
/// exported what.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), DateQuery),
    responses((status = 200, description = "The day document, `huxue.day/1`", body = Object, content_type = "application/json")),
    security(("bearer" = []))
)]
#[get("/schools/{id}/day")]
pub(super) async fn day_document(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<DateQuery>,
) -> Result<HttpResponse> {
    let (school, date) = (*id, query.date);
    let document = run(&app, move |app| export::export(app, &actor, school, date)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{school}-{date}.json\"")))
        .json(document))
}
