use actix_web::web::{Data, Json, Path};
use actix_web::{get, put};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::id::OrganizationId;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Page;
use crate::problem::Result;
use crate::service::school_rules::{self, SchoolRules, Since};
use crate::service::{Actor, App};

/// A school's settings from one date on.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RulesBody {
    /// The first date they hold; null for the defaults.
    valid_from: Option<NaiveDate>,
    /// How long a proof holds, minutes.
    #[schema(example = 45)]
    hold_minutes: u32,
    /// How long a gap lasts before it is live, seconds.
    #[schema(example = 60)]
    live_grace_seconds: u32,
    /// When a day's windows are final, minutes after local midnight: 1200 is 20:00.
    #[schema(example = 1200)]
    sync_deadline_minute: u32,
}

/// Settings to hold from a date on. Zero means zero.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesEdit {
    /// Today or later; today unless given.
    valid_from: Option<NaiveDate>,
    #[schema(example = 45, maximum = 1440)]
    hold_minutes: u32,
    #[schema(example = 60, maximum = 3600)]
    live_grace_seconds: u32,
    #[schema(example = 1200, maximum = 2880)]
    sync_deadline_minute: u32,
}

fn answer(rows: Vec<Since>) -> Json<Page<RulesBody>> {
    let body = |(valid_from, rules): Since| RulesBody {
        valid_from,
        hold_minutes: rules.hold_minutes,
        live_grace_seconds: rules.live_grace_seconds,
        sync_deadline_minute: rules.sync_deadline_minute,
    };
    Json(Page { items: rows.into_iter().map(body).collect(), next: None })
}

/// Read a school's settings.
///
/// Those in force today come first, then those that will come into force; always in one part. A school that never set any
/// has the defaults: 45 minutes, 60 seconds, 20:00.
#[utoipa::path(
    tag = "organizations",
    params(("id" = OrganizationId, Path, description = "The school")),
    responses(
        (status = 200, description = "The settings", body = Page<RulesBody>),
        (status = 422, description = "`wrong_kind`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/rules")]
pub(super) async fn read_rules(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
) -> Result<Json<Page<RulesBody>>> {
    Ok(answer(run(&app, move |app| school_rules::get(app, &actor, *id)).await?))
}

/// Set a school's settings from a date on.
///
/// Figures of the days before stand. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "organizations",
    params(("id" = OrganizationId, Path, description = "The school")),
    request_body = RulesEdit,
    responses(
        (status = 200, description = "The settings now and to come", body = Page<RulesBody>),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `wrong_kind`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/schools/{id}/rules")]
pub(super) async fn set_rules(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    body: Json<RulesEdit>,
) -> Result<Json<Page<RulesBody>>> {
    let RulesEdit { valid_from, hold_minutes, live_grace_seconds, sync_deadline_minute } = body.into_inner();
    let rules = SchoolRules { hold_minutes, live_grace_seconds, sync_deadline_minute };
    Ok(answer(run(&app, move |app| school_rules::set(app, &actor, *id, valid_from, rules)).await?))
}
