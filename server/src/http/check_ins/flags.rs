use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

use super::list;
use super::shown::CheckInBody;
use crate::domain::check_in::flags::Flag;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::check_ins::flagged::{self, ReviewState, Which};
use crate::service::{Actor, App};

const LIST: List = List("flags");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// `open` (the default): with a flag that nobody reviewed yet; `reviewed`: every flag was.
    state: Option<ReviewState>,
    /// Only with this flag; `state` is then that of this flag alone.
    flag: Option<Flag>,
    /// Not before this date, by the school's clock.
    from: Option<NaiveDate>,
    /// Not after this date.
    to: Option<NaiveDate>,
}

/// List flagged check-ins.
///
/// The review list of a school, newest first. Needs the right `read_evidence` there.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = OrganizationId, Path, description = "The school"), PageQuery, Filter),
    responses(
        (status = 200, description = "A part of the list", body = Page<CheckInBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/flags")]
pub(super) async fn flags(
    app: Data<App>,
    actor: Actor,
    school: Path<OrganizationId>,
    query: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<CheckInBody>>> {
    let (limit, lang) = (query.limit()?, actor.lang);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let Filter { state, flag, from, to } = filter.into_inner();
    let which = Which { state: state.unwrap_or(ReviewState::Open), flag, from, to };
    let rows = run(&app, move |app| flagged::list(app, &actor, *school, &which, after, limit)).await?;
    Ok(list::page(&LIST, rows, limit, lang))
}
