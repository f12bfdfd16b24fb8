use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};

use super::wire::{PlanBody, ShiftBody};
use crate::domain::id::{OrganizationId, ShiftId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::shift_views::{shown, shown_one};
use crate::service::shifts::{self, NewShift};
use crate::service::{Actor, App};

/// Plan shifts.
///
/// All or none. Each person must hold a role that the duty lists, and is asked to accept. Needs the right `plan_shifts`.
#[utoipa::path(
    tag = "shifts",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = PlanBody,
    responses(
        (status = 201, description = "Planned", body = Page<ShiftBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`duplicate`", body = ProblemBody),
        (status = 422, description = "`date_in_past`, `no_such_duty_that_day`, `role_not_listed`, `range_too_long`, \
            `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/shifts")]
pub(super) async fn plan(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<PlanBody>,
) -> Result<HttpResponse> {
    let new = Vec::<NewShift>::try_from(body.into_inner())?;
    let lang = actor.lang;
    let rows = run(&app, move |app| shown(app, shifts::plan(app, &actor, *id, &new)?)).await?;
    Ok(HttpResponse::Created().json(Page { items: rows, next: None }.map(|row| ShiftBody::of(row, lang))))
}

/// Take a shift back.
///
/// Needs the right `plan_shifts`.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path, description = "The shift")),
    responses(
        (status = 200, description = "Taken back", body = ShiftBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`shift_answered`", body = ProblemBody),
        (status = 422, description = "`date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/shifts/{id}/cancel")]
pub(super) async fn cancel(app: Data<App>, actor: Actor, id: Path<ShiftId>) -> Result<Json<ShiftBody>> {
    let lang = actor.lang;
    let row = run(&app, move |app| shown_one(app, shifts::cancel(app, &actor, *id)?)).await?;
    Ok(Json(ShiftBody::of(row, lang)))
}
