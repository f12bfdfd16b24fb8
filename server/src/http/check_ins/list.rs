use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

use super::shown::CheckInBody;
use crate::domain::check_in::flags::Flag;
use crate::domain::id::{CheckpointId, OrganizationId, PersonId};
use crate::domain::lang::Lang;
use crate::domain::words::Grade;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::check_ins::view::{self, Shown, Wanted};
use crate::service::{Actor, App};

/// One's own and a school's are the same list with other filters.
const LIST: List = List("check-ins");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Only of this day, by the school's clock.
    date: Option<NaiveDate>,
    /// Only of this person.
    person: Option<PersonId>,
    /// Only at this checkpoint.
    checkpoint: Option<CheckpointId>,
    /// Only with this grade at first.
    grade: Option<Grade>,
    /// Only with this flag.
    flag: Option<Flag>,
}

/// A page of them.
pub(super) fn page(list: &List, rows: Vec<Shown>, limit: i64, lang: Lang) -> Json<Page<CheckInBody>> {
    let bodies: Vec<CheckInBody> = rows.into_iter().map(|row| CheckInBody::of(row, lang)).collect();
    Json(Page::new(bodies, limit, |body| list.next(ByTime(body.moment, body.id))))
}

/// List one's own check-ins.
///
/// Newest first, with evidence, reasons and receipts.
#[utoipa::path(
    tag = "check-ins",
    params(PageQuery),
    responses((status = 200, description = "A part of the list", body = Page<CheckInBody>)),
    security(("bearer" = []))
)]
#[get("/me/check-ins")]
pub(super) async fn own(app: Data<App>, actor: Actor, query: Query<PageQuery>) -> Result<Json<Page<CheckInBody>>> {
    let (limit, lang) = (query.limit()?, actor.lang);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let rows = run(&app, move |app| view::own(app, &actor, after, limit)).await?;
    Ok(page(&LIST, rows, limit, lang))
}

/// List a school's check-ins.
///
/// Newest first. Needs the right `read_evidence` there. Phone numbers are never shown.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = OrganizationId, Path, description = "The school"), PageQuery, Filter),
    responses(
        (status = 200, description = "A part of the list", body = Page<CheckInBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/check-ins")]
pub(super) async fn of_school(
    app: Data<App>,
    actor: Actor,
    school: Path<OrganizationId>,
    query: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<CheckInBody>>> {
    let (limit, lang) = (query.limit()?, actor.lang);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let Filter { date, person, checkpoint, grade, flag } = filter.into_inner();
    let wanted = Wanted { person, checkpoint, grade, flag, ..Wanted::default() };
    let rows = run(&app, move |app| view::of_school(app, &actor, *school, date, wanted, (after, limit))).await?;
    Ok(page(&LIST, rows, limit, lang))
}
