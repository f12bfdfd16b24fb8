use actix_web::web::{Data, Json, Path};
use actix_web::{delete, get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::alert::{AlertKind, Step};
use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::alerts::rules::{self, InForce};
use crate::service::{Actor, App};

/// To whom alerts of a kind go.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertRuleBody {
    kind: AlertKind,
    /// Whether such alerts are raised.
    enabled: bool,
    /// In the order of their minutes. A step that reaches nobody is skipped, and the next one comes in its place.
    steps: Vec<Step>,
    /// Which organization set it: this one or one above; null if it comes with huxue.
    set_by: Option<OrganizationId>,
}

/// To whom alerts of a kind are to go.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAlertRuleBody {
    enabled: bool,
    #[schema(max_items = 10)]
    steps: Vec<Step>,
}

fn page(rules: Vec<InForce>) -> Json<Page<AlertRuleBody>> {
    let body = |InForce { kind, enabled, steps, set_by }| AlertRuleBody { kind, enabled, steps, set_by };
    Json(Page { items: rules.into_iter().map(body).collect(), next: None })
}

/// List to whom an organization's alerts go.
///
/// Each kind once: what the organization itself set, else the nearest one above, else what comes with huxue.
#[utoipa::path(
    tag = "alerts",
    params(("id" = OrganizationId, Path, description = "The organization")),
    responses((status = 200, description = "The steps of each kind", body = Page<AlertRuleBody>)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/alert-rules")]
pub(super) async fn list(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<Json<Page<AlertRuleBody>>> {
    Ok(page(run(&app, move |app| rules::list(app, &actor, *id)).await?))
}

/// Set to whom alerts of a kind go.
///
/// For the organization and the schools below it that set nothing themselves. Needs the right `manage_alerts`.
#[utoipa::path(
    tag = "alerts",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("kind" = AlertKind, Path, description = "The kind of alert"),
    ),
    request_body = NewAlertRuleBody,
    responses(
        (status = 200, description = "The steps of each kind", body = Page<AlertRuleBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/organizations/{id}/alert-rules/{kind}")]
pub(super) async fn set(
    app: Data<App>,
    actor: Actor,
    path: Path<(OrganizationId, AlertKind)>,
    body: Json<NewAlertRuleBody>,
) -> Result<Json<Page<AlertRuleBody>>> {
    let ((id, kind), NewAlertRuleBody { enabled, steps }) = (path.into_inner(), body.into_inner());
    Ok(page(run(&app, move |app| rules::set(app, &actor, id, kind, Some((enabled, &steps)))).await?))
}

/// Go back to what is set above for alerts of a kind.
///
/// Or to what comes with huxue. Needs the right `manage_alerts`.
#[utoipa::path(
    tag = "alerts",
    params(
        ("id" = OrganizationId, Path, description = "The organization"),
        ("kind" = AlertKind, Path, description = "The kind of alert"),
    ),
    responses(
        (status = 200, description = "The steps of each kind", body = Page<AlertRuleBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[delete("/organizations/{id}/alert-rules/{kind}")]
pub(super) async fn clear(
    app: Data<App>,
    actor: Actor,
    path: Path<(OrganizationId, AlertKind)>,
) -> Result<Json<Page<AlertRuleBody>>> {
    let (id, kind) = path.into_inner();
    Ok(page(run(&app, move |app| rules::set(app, &actor, id, kind, None)).await?))
}
