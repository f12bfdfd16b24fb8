use actix_web::web::{Data, Json, Path};
use actix_web::{HttpResponse, get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::hazard::{Category, HazardCategory, LevelDays, WantedCategory};
use crate::domain::id::OrganizationId;
use crate::domain::lang::Lang;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::IfMatch;
use crate::http::wire::versioned;
use crate::problem::Result;
use crate::service::hazards::rules::{self, InForce};
use crate::service::{Actor, App};

/// What a bureau decided about hazards.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct HazardRulesBody {
    organization_id: OrganizationId,
    /// Every category, in order; something new is reported in one that is not retired.
    categories: Vec<HazardCategoryBody>,
    /// How many days each level leaves from the day of the report.
    days: LevelDays,
    /// Those of the bureau above, or of huxue, which hold if the organization has none of its own.
    days_above: LevelDays,
    /// Whether the organization has days of its own.
    own_days: bool,
    /// Rises with each edit of the organization's own; the same as the ETag.
    #[schema(example = 1)]
    version: i32,
}

/// A category of hazards.
#[derive(Debug, Serialize, ToSchema)]
struct HazardCategoryBody {
    /// Never changes.
    key: HazardCategory,
    /// In the language of the request.
    #[schema(example = "交通")]
    name: String,
    #[schema(example = "交通")]
    zh: String,
    #[schema(example = "Traffic")]
    en: String,
    /// Nothing new is reported in it; what was keeps it.
    retired: bool,
}

/// What a bureau decides about hazards.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewHazardRulesBody {
    /// In order. Those from above that are left out follow; the bureau's own are retired, never left out.
    #[schema(min_items = 1, max_items = 60)]
    categories: Vec<NewHazardCategoryBody>,
    /// A worse level leaves no more days than a lesser one. Null: those of the bureau above.
    days: Option<LevelDays>,
}

/// A category of hazards as it is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewHazardCategoryBody {
    /// Null for a new one, which the server gives a key.
    key: Option<HazardCategory>,
    #[schema(example = "交通", min_length = 1, max_length = 20)]
    zh: String,
    #[schema(example = "Traffic", min_length = 1, max_length = 40)]
    en: String,
    #[serde(default)]
    retired: bool,
}

impl HazardRulesBody {
    fn of(found: InForce, lang: Lang) -> Self {
        let InForce { organization, rules, days_above, own_days, version } = found;
        let category = |Category { key, zh, en, retired }: Category| {
            let name = lang.pick(&zh, &en).to_owned();
            HazardCategoryBody { key, name, zh, en, retired }
        };
        let categories = rules.categories.into_iter().map(category).collect();
        Self { organization_id: organization, categories, days: rules.days, days_above, own_days, version }
    }
}

/// Read the categories of hazards, and the days by level.
///
/// As they hold at the organization: what bureaus set, from the root down, over what comes with huxue. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "hazards",
    params(("id" = OrganizationId, Path, description = "The organization")),
    responses((status = 200, description = "The rules", body = HazardRulesBody)),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/hazard-rules")]
pub(super) async fn get(app: Data<App>, actor: Actor, id: Path<OrganizationId>) -> Result<HttpResponse> {
    let lang = actor.lang;
    let found = run(&app, move |app| rules::get(app, &actor, *id)).await?;
    let version = found.version;
    Ok(versioned(&HazardRulesBody::of(found, lang), version))
}

/// Set the categories of hazards, and the days by level.
///
/// For a bureau and all below it. Hazards that were reported keep their category and their deadline. Needs the right `manage_rules`.
#[utoipa::path(
    tag = "hazards",
    params(
        ("id" = OrganizationId, Path, description = "The bureau"),
        ("If-Match" = String, Header, description = "The ETag that was read"),
    ),
    request_body = NewHazardRulesBody,
    responses(
        (status = 200, description = "Set", body = HazardRulesBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
        (status = 412, description = "`stale`", body = ProblemBody),
        (status = 422, description = "`invalid_field`, `bureau_only`", body = ProblemBody),
        (status = 428, description = "`version_required`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[put("/organizations/{id}/hazard-rules")]
pub(super) async fn set(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    version: IfMatch,
    body: Json<NewHazardRulesBody>,
) -> Result<HttpResponse> {
    let NewHazardRulesBody { categories, days } = body.into_inner();
    let wanted = |NewHazardCategoryBody { key, zh, en, retired }| WantedCategory { key, zh, en, retired };
    let categories = categories.into_iter().map(wanted).collect();
    let lang = actor.lang;
    let found = run(&app, move |app| rules::set(app, &actor, *id, version.0, (categories, days))).await?;
    let version = found.version;
    Ok(versioned(&HazardRulesBody::of(found, lang), version))
}
