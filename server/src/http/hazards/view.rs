use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::wire::HazardBody;
use crate::domain::hazard::{HazardCategory, HazardState};
use crate::domain::id::{HazardId, OrganizationId};
use crate::http::answer::run;
use crate::http::extract::{ByTime, List, Page, PageQuery};
use crate::problem::Result;
use crate::service::hazards::view::{self, HazardView, Wanted, Which};
use crate::service::{Actor, App};

const LIST: List = List("hazards");

/// Which hazards are asked for.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Of {
    /// All.
    #[default]
    All,
    /// Those that are not written off.
    Open,
    /// Those whose deadline is over and that are not put right.
    Overdue,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Which; all unless said.
    #[serde(default)]
    #[param(inline)]
    of: Of,
    /// Only those of this category.
    category: Option<HazardCategory>,
    /// Only those that stand there.
    state: Option<HazardState>,
    /// Only those of this school.
    school_id: Option<OrganizationId>,
}

impl Filter {
    fn wanted(self) -> Wanted {
        let which = match self.of {
            Of::All => Which::All,
            Of::Open => Which::Open,
            Of::Overdue => Which::Overdue,
        };
        Wanted { which, category: self.category, state: self.state, school: self.school_id }
    }
}

/// List the hazards of a school, a station or a bureau.
///
/// The ledger (台账), the latest first. Needs the right `read_evidence`.
#[utoipa::path(
    tag = "hazards",
    params(("id" = OrganizationId, Path, description = "The organization"), PageQuery, Filter),
    responses((status = 200, description = "A part of the list", body = Page<HazardBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/hazards")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<PageQuery>,
    filter: Query<Filter>,
) -> Result<Json<Page<HazardBody>>> {
    let limit = query.limit()?;
    let wanted = filter.into_inner().wanted();
    let after = LIST.key(query.after.as_deref())?.map(ByTime::into_pair);
    let rows = run(&app, move |app| view::list(app, &actor, *id, &wanted, (after, limit))).await?;
    let Page { items, next } =
        Page::new(rows, limit, |view: &HazardView| LIST.next(ByTime(view.row.reported_at, view.row.id)));
    Ok(Json(Page { items: items.into_iter().map(HazardBody::from).collect(), next }))
}

/// One's own hazards.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MyHazardsBody {
    items: Vec<HazardBody>,
}

/// List one's own hazards.
///
/// What is assigned to one and not put right, then what one reported; each the latest first, at most 100.
#[utoipa::path(
    tag = "hazards",
    responses((status = 200, description = "The hazards", body = MyHazardsBody)),
    security(("bearer" = []))
)]
#[get("/me/hazards")]
pub(super) async fn mine(app: Data<App>, actor: Actor) -> Result<Json<MyHazardsBody>> {
    let found = run(&app, move |app| view::mine(app, &actor)).await?;
    Ok(Json(MyHazardsBody { items: found.into_iter().map(HazardBody::from).collect() }))
}

/// Read a hazard.
///
/// With its history. One that one reported, that is assigned to one, or at a school over which one has the right `read_evidence`.
#[utoipa::path(
    tag = "hazards",
    params(("id" = HazardId, Path, description = "The hazard")),
    responses((status = 200, description = "The hazard", body = HazardBody)),
    security(("bearer" = []))
)]
#[get("/hazards/{id}")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<HazardId>) -> Result<Json<HazardBody>> {
    Ok(Json(run(&app, move |app| view::get(app, &actor, *id)).await?.into()))
}
