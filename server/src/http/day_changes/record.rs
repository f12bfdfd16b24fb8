use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, post};

use super::wire::{DayChangeBody, NewDayChangeBody, named};
use crate::domain::calendar::change::Change;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::{Actor, App, day_changes};

/// Record a one-off change of a school's day.
///
/// Moving and calling off are for today and later. Standing down says that posts are left empty for a good reason: what was
/// required stays required and is excused; it may be recorded afterwards. Needs the right `change_day`.
#[utoipa::path(
    tag = "calendar",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = NewDayChangeBody,
    responses(
        (status = 201, description = "Recorded", body = DayChangeBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `date_in_past`, `wrong_window`, `no_such_duty_that_day`",
            body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/schools/{id}/day-changes")]
pub(super) async fn record(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewDayChangeBody>,
) -> Result<HttpResponse> {
    let change = Change::try_from(&*body)?;
    let NewDayChangeBody { date, reason, .. } = body.into_inner();
    let record = move |app: &App| named(app, day_changes::record(app, &actor, *id, date, &change, reason)?);
    Ok(HttpResponse::Created().json(run(&app, record).await?))
}
