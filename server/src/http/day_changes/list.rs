use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};

use super::wire::DayChangeBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{Page, SpanQuery};
use crate::problem::Result;
use crate::service::names::Names;
use crate::service::{Actor, App, day_changes};

/// List the one-off changes of a school.
///
/// Withdrawn ones are among them, marked as such: a change is never deleted.
#[utoipa::path(
    tag = "calendar",
    params(("id" = OrganizationId, Path, description = "The school"), SpanQuery),
    responses(
        (status = 200, description = "The changes, by date", body = Page<DayChangeBody>),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/day-changes")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    span: Query<SpanQuery>,
) -> Result<Json<Page<DayChangeBody>>> {
    let read = move |app: &App| {
        let rows = day_changes::list(app, &actor, *id, span.from, span.to)?;
        let names = Names::of_changes(app, &rows)?;
        Ok((rows, names))
    };
    let (rows, names) = run(&app, read).await?;
    Ok(Json(Page { items: rows, next: None }.map(|row| DayChangeBody::of(row, &names))))
}
