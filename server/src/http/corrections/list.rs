use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::CorrectionBody;
use crate::domain::id::OrganizationId;
use crate::http::answer::run;
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::corrections::{self, Correction, CorrectionState};
use crate::service::names::Names;
use crate::service::{Actor, App};

const LIST: List = List("corrections");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Only those that stand so.
    state: Option<CorrectionState>,
}

/// List a school's corrections.
///
/// Newest first: all of them with the right `read_evidence`, else those that the caller asked for or that are about the caller.
#[utoipa::path(
    tag = "check-ins",
    params(("id" = OrganizationId, Path, description = "The school"), PageQuery, Filter),
    responses((status = 200, description = "A part of the list", body = Page<CorrectionBody>)),
    security(("bearer" = []))
)]
#[get("/schools/{id}/corrections")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    school: Path<OrganizationId>,
    query: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<CorrectionBody>>> {
    let (limit, state) = (query.limit()?, filter.state);
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let read = move |app: &App| {
        let rows = corrections::list(app, &actor, *school, state, after, limit)?;
        let names = Names::of_corrections(app, &rows)?;
        Ok((rows, names))
    };
    let (rows, names) = run(&app, read).await?;
    let page = Page::new(rows, limit, |row: &Correction| LIST.next(ByTime(row.requested_at, row.id)));
    Ok(Json(page.map(|row| CorrectionBody::of(row, &names))))
}
