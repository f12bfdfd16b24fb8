use actix_web::put;
use actix_web::web::{Data, Json, Path};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

use super::wire::DutyBody;
use crate::domain::id::{DutyId, WindowId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::{Actor, App, duty_order};

/// A whole order.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DutyOrderBody {
    /// Every duty that the window has from then on, once each; the first is filled first.
    duties: Vec<DutyId>,
    /// From which date on; today unless given. Figures of the days before stand.
    effective_from: Option<NaiveDate>,
}

/// Put the duties of a window in order.
///
/// The whole order at once, from `effective_from` on (today unless given). What else is planned of the duties stays. Needs the
/// right `manage_rules`.
#[utoipa::path(
    tag = "rules",
    params(("id" = WindowId, Path, description = "The window")),
    request_body = DutyOrderBody,
    responses(
        (status = 200, description = "The duties in their new order", body = Page<DutyBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`rule_ended`", body = ProblemBody),
        (status = 412, description = "`stale`: somebody else edited one of them at the same time", body = ProblemBody),
        (status = 422, description = "`wrong_duties`, `invalid_field`, `date_in_past`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/windows/{id}/duty-order")]
pub(super) async fn order(
    app: Data<App>,
    actor: Actor,
    id: Path<WindowId>,
    body: Json<DutyOrderBody>,
) -> Result<Json<Page<DutyBody>>> {
    let DutyOrderBody { duties, effective_from } = body.into_inner();
    let rows = run(&app, move |app| duty_order::set(app, &actor, *id, &duties, effective_from)).await?;
    Ok(Json(Page { items: rows, next: None }.map(DutyBody::from)))
}
