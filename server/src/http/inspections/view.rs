use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

use super::wire::InspectionBody;
use crate::domain::id::{InspectionId, OrganizationId};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::inspections::view::{self, InspectionView};
use crate::service::{Actor, App};

const LIST: List = List("inspections");

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct DatesQuery {
    /// From this date of the school on.
    #[param(example = "2026-11-01")]
    from: Option<NaiveDate>,
    /// Until this date, included.
    #[param(example = "2026-11-30")]
    to: Option<NaiveDate>,
}

/// List the inspections of a school.
///
/// The latest first. Needs the right `read_evidence`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = OrganizationId, Path, description = "The school"), PageQuery, DatesQuery),
    responses(
        (status = 200, description = "A part of the list", body = Page<InspectionBody>),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/inspections")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<PageQuery>,
    dates: Query<DatesQuery>,
) -> Result<Json<Page<InspectionBody>>> {
    let limit = query.limit()?;
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let dates = (dates.from, dates.to);
    let rows = run(&app, move |app| view::list(app, &actor, *id, dates, (after, limit))).await?;
    let page = Page::new(rows, limit, |view: &InspectionView| LIST.next(ByTime(view.row.at, view.row.id)));
    Ok(Json(page.map(InspectionBody::from)))
}

/// Read an inspection.
///
/// One that one made, or at a school over which one has the right `read_evidence`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = InspectionId, Path, description = "The inspection")),
    responses((status = 200, description = "The inspection", body = InspectionBody)),
    security(("bearer" = []))
)]
#[get("/inspections/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<InspectionId>) -> Result<Json<InspectionBody>> {
    Ok(Json(run(&app, move |app| view::get(app, &actor, *id)).await?.into()))
}
