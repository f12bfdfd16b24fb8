use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};

use super::wire::ShiftBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{Page, SpanQuery};
use crate::problem::Result;
use crate::service::shift_views::shown;
use crate::service::{Actor, App, shifts};

/// List a school's shifts.
///
/// Whatever their state, by date. Needs the right `read_members`.
#[utoipa::path(
    tag = "shifts",
    params(("id" = OrganizationId, Path, description = "The school"), SpanQuery),
    responses(
        (status = 200, description = "The shifts", body = Page<ShiftBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/shifts")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    span: Query<SpanQuery>,
) -> Result<Json<Page<ShiftBody>>> {
    let lang = actor.lang;
    let rows = run(&app, move |app| shown(app, shifts::list(app, &actor, *id, span.from, span.to)?)).await?;
    Ok(Json(Page { items: rows, next: None }.map(|row| ShiftBody::of(row, lang))))
}

/// List one's own shifts.
///
/// At every school and whatever their state, by date.
#[utoipa::path(
    tag = "shifts",
    params(SpanQuery),
    responses(
        (status = 200, description = "The shifts", body = Page<ShiftBody>),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/me/shifts")]
pub(super) async fn own(app: Data<App>, actor: Actor, span: Query<SpanQuery>) -> Result<Json<Page<ShiftBody>>> {
    let lang = actor.lang;
    let rows = run(&app, move |app| shown(app, shifts::own(app, &actor, span.from, span.to)?)).await?;
    Ok(Json(Page { items: rows, next: None }.map(|row| ShiftBody::of(row, lang))))
}
