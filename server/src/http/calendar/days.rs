use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, delete, get, put};
use chrono::NaiveDate;

use super::wire::{DayBody, EntryBody, OrganizationDayBody, PutDayBody};
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{Page, SpanQuery};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App, calendar, organization_days};

/// Read a school's calendar.
///
/// Each date with its kind, the reason, and who decided it: the national notices, a bureau above, or the school itself.
#[utoipa::path(
    tag = "calendar",
    params(("id" = OrganizationId, Path, description = "The school"), SpanQuery),
    responses(
        (status = 200, description = "One entry for each date", body = Page<DayBody>),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/calendar")]
pub(super) async fn of_school(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    span: Query<SpanQuery>,
) -> Result<Json<Page<DayBody>>> {
    let lang = actor.lang;
    let days = run(&app, move |app| calendar::school_days(app, &actor, *id, span.from, span.to)).await?;
    Ok(Json(Page { items: days, next: None }.map(|(date, decision)| DayBody::of(date, &decision, lang))))
}

/// Read the calendar of a bureau or school.
///
/// Each date as it holds there: a bureau's own days over those of the bureaus above it, over the national notices; a school's
/// as `/schools/{id}/calendar` says. `own` is what the organization itself entered.
#[utoipa::path(
    tag = "calendar",
    params(("id" = OrganizationId, Path, description = "The bureau or school"), SpanQuery),
    responses(
        (status = 200, description = "One entry for each date", body = Page<OrganizationDayBody>),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/calendar")]
pub(super) async fn of_organization(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    span: Query<SpanQuery>,
) -> Result<Json<Page<OrganizationDayBody>>> {
    let lang = actor.lang;
    let days = run(&app, move |app| organization_days::list(app, &actor, *id, span.from, span.to)).await?;
    Ok(Json(Page { items: days, next: None }.map(|day| OrganizationDayBody::of(day, lang))))
}

/// Decide a date for a bureau's schools or for a school.
///
/// It goes before the notices, and a school's word before its bureau's. For today and later. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "calendar",
    params(
        ("id" = OrganizationId, Path, description = "The bureau or school"),
        ("date" = NaiveDate, Path, description = "The date"),
    ),
    request_body = PutDayBody,
    responses(
        (status = 200, description = "Kept", body = EntryBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/organizations/{id}/calendar/days/{date}")]
pub(super) async fn decide(
    app: Data<App>,
    actor: Actor,
    path: Path<(OrganizationId, NaiveDate)>,
    body: Json<PutDayBody>,
) -> Result<Json<EntryBody>> {
    let (id, date) = path.into_inner();
    if body.reason.chars().count() > 500 || body.reason.contains('\0') {
        return Err(Problem::invalid("reason", "at most 500 characters / 不能超过 500 个字"));
    }
    let (weekday, body) = (body.weekday(), body.into_inner());
    let entry = run(&app, move |app| calendar::put_day(app, &actor, id, date, body.kind, weekday, body.reason)).await?;
    Ok(Json(entry.into()))
}

/// Take back what was decided of a date.
///
/// For today and later. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "calendar",
    params(
        ("id" = OrganizationId, Path, description = "The bureau or school"),
        ("date" = NaiveDate, Path, description = "The date"),
    ),
    responses(
        (status = 204, description = "Taken back"),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`date_in_past`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/organizations/{id}/calendar/days/{date}")]
pub(super) async fn take_back(
    app: Data<App>,
    actor: Actor,
    path: Path<(OrganizationId, NaiveDate)>,
) -> Result<HttpResponse> {
    let (id, date) = path.into_inner();
    run(&app, move |app| calendar::delete_day(app, &actor, id, date)).await?;
    Ok(HttpResponse::NoContent().finish())
}
