use actix_web::web::{Data, Json, Query};
use actix_web::{HttpResponse, get, post};
use serde_json::{Map, Value};

use super::wire::{DayBody, DueBody, HolidayCn, YearBody};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{Page, SpanQuery};
use crate::problem::Result;
use crate::service::{Actor, App, calendar};

/// Read what the national notices say of dates.
///
/// A year whose notice is not loaded is `unknown`, its Saturdays and Sundays too: any of them may be a make-up day.
#[utoipa::path(
    tag = "calendar",
    params(SpanQuery),
    responses(
        (status = 200, description = "One entry for each date", body = Page<DayBody>),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/calendar/days")]
pub(super) async fn read_days(app: Data<App>, actor: Actor, span: Query<SpanQuery>) -> Result<Json<Page<DayBody>>> {
    let days = run(&app, move |app| calendar::national_days(app, span.from, span.to)).await?;
    Ok(Json(Page { items: days, next: None }.map(|(date, decision)| DayBody::of(date, &decision, actor.lang))))
}

/// List the national notices that are loaded.
///
/// Those that come with the program, and over them the imported ones.
#[utoipa::path(
    tag = "calendar",
    responses((status = 200, description = "The notices, earliest first", body = Page<YearBody>)),
    security(("bearer" = []))
)]
#[get("/calendar/years")]
pub(super) async fn list_years(app: Data<App>, _actor: Actor) -> Result<Json<Page<YearBody>>> {
    let notices = run(&app, calendar::notices).await?;
    Ok(Json(Page { items: notices, next: None }.map(YearBody::from)))
}

/// Import a national notice.
///
/// In the form of holiday-cn; it takes the place of the notice of the same year. Only an administrator of a root organization
/// may do it, since it decides the days of every school.
#[utoipa::path(
    tag = "calendar",
    request_body = HolidayCn,
    responses(
        (status = 201, description = "Imported", body = YearBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/calendar/years")]
pub(super) async fn import(app: Data<App>, actor: Actor, body: Json<Map<String, Value>>) -> Result<HttpResponse> {
    let text = Value::Object(body.into_inner()).to_string();
    let notice = run(&app, move |app| calendar::import(app, Some(&actor), &text, "api")).await?;
    Ok(HttpResponse::Created().json(YearBody::from(notice)))
}

/// Read what is still to be entered.
///
/// From 15 November on, the next year's notice while it is not loaded.
#[utoipa::path(
    tag = "calendar",
    responses((status = 200, description = "What is missing; empty if nothing is", body = Page<DueBody>)),
    security(("bearer" = []))
)]
#[get("/calendar/notices")]
pub(super) async fn read_due(app: Data<App>, actor: Actor) -> Result<Json<Page<DueBody>>> {
    let due = run(&app, calendar::due).await?;
    let items: Vec<_> = due.into_iter().collect();
    let body = |due: crate::domain::calendar::notice::CalendarNotice| DueBody {
        code: due.code,
        sentence: due.sentence.text(actor.lang).to_owned(),
    };
    Ok(Json(Page { items, next: None }.map(body)))
}
