use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::list;
use super::shown::CheckInBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::check_ins::view::{self, ReviewState};
use crate::service::{Actor, App};

const LIST: List = List("flags");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct StateQuery {
    /// `open` (the default): with a flag that nobody reviewed yet; `reviewed`: every flag was.
    state: Option<ReviewState>,
}

/// List flagged check-ins.
///
/// The review list of a school, newest first. Needs the right `read_evidence` there.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = OrganizationId, Path, description = "The school"), PageQuery, StateQuery),
    responses(
        (status = 200, description = "A part of the list", body = Page<CheckInBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/flags")]
pub(super) async fn flags(
    app: Data<App>,
    actor: Actor,
    school: Path<OrganizationId>,
    query: Query<PageQuery>,
    state: Query<StateQuery>,
) -> Result<Json<Page<CheckInBody>>> {
    let (limit, lang) = (query.limit()?, actor.lang);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let state = state.state.unwrap_or(ReviewState::Open);
    let rows = run(&app, move |app| view::flagged(app, &actor, *school, state, after, limit)).await?;
    Ok(list::page(&LIST, rows, limit, lang))
}
