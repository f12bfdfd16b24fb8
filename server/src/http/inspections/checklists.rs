use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpResponse, get, post};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::wire::ChecklistBody;
use crate::domain::id::{ChecklistId, OrganizationId};
use crate::domain::inspection::{Checklist, ChecklistItem, Inspector};
use crate::domain::patrol::Per;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::inspections::checklists::{self, Which};
use crate::service::{Actor, App};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct RetiredQuery {
    /// Whether retired ones of the organization itself are listed too.
    #[serde(default)]
    retired: bool,
}

/// A checklist to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewChecklistBody {
    #[schema(example = "食堂周检", min_length = 1, max_length = 100)]
    name: String,
    inspector: Inspector,
    /// In which time it is asked for: `day` (on school days only) or `month`.
    per: Per,
    /// How often in that time; 0 for "whenever needed".
    #[schema(maximum = 50, example = 4)]
    times: u32,
    /// What is looked at, in order. Put each so that "yes" is right: a "no" becomes a hazard.
    #[schema(min_items = 1, max_items = 50)]
    items: Vec<ChecklistItem>,
}

/// List the checklists of an organization.
///
/// Those that hold there: first those that come with huxue, then those of the organizations above (at a school also of its
/// stations), then its own.
#[utoipa::path(
    tag = "inspections",
    params(("id" = OrganizationId, Path, description = "The organization"), RetiredQuery),
    responses((status = 200, description = "The checklists", body = Page<ChecklistBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/checklists")]
pub(super) async fn list(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<RetiredQuery>,
) -> Result<Json<Page<ChecklistBody>>> {
    let which = if query.retired { Which::All } else { Which::Held };
    let sheets = run(&app, move |app| checklists::list(app, &actor, *id, which)).await?;
    Ok(Json(Page { items: sheets.into_iter().map(ChecklistBody::from).collect(), next: None }))
}

/// Add a checklist to an organization.
///
/// It holds there and in all below, of a station at its schools, from today on. It cannot be edited: retire it and add another, so
/// that past inspections keep what was answered. Needs the right `manage_rules`, at a station `manage_patrols`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = OrganizationId, Path, description = "The organization")),
    request_body = NewChecklistBody,
    responses(
        (status = 201, description = "Added", body = ChecklistBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `too_many_checklists`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/organizations/{id}/checklists")]
pub(super) async fn add(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<NewChecklistBody>,
) -> Result<HttpResponse> {
    let NewChecklistBody { name, inspector, per, times, items } = body.into_inner();
    let added = Checklist { name, inspector, per, times, items };
    let sheet = run(&app, move |app| checklists::add(app, &actor, *id, added)).await?;
    Ok(HttpResponse::Created().json(ChecklistBody::from(sheet)))
}

/// Retire a checklist.
///
/// From now on nobody goes through it; inspections by it keep it. Done twice, it stays as it is. Needs the right `manage_rules`, at a
/// station `manage_patrols`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = ChecklistId, Path, description = "The checklist")),
    responses(
        (status = 200, description = "Retired", body = ChecklistBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 409, description = "`checklist_built_in`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[post("/checklists/{id}/retire")]
pub(super) async fn retire(app: Data<App>, actor: Actor, id: Path<ChecklistId>) -> Result<Json<ChecklistBody>> {
    Ok(Json(run(&app, move |app| checklists::retire(app, &actor, *id)).await?.into()))
}
