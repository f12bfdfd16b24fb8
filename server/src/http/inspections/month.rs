use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::domain::id::OrganizationId;
use crate::domain::inspection::DueSum;
use crate::domain::moment::Moment;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::inspections::month::{self, MonthDue, SchoolDue};
use crate::service::{Actor, App};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct MonthQuery {
    /// A date of the month; this month unless given.
    #[param(example = "2026-11-01")]
    month: Option<NaiveDate>,
}

/// How often schools were inspected in a month.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MonthDueBody {
    organization_id: OrganizationId,
    /// Its first day.
    month: NaiveDate,
    as_known_at: Moment,
    /// Those where officers lack most first, then those where duty heads do.
    schools: Vec<SchoolDueBody>,
}

/// A school in a month. What is asked for by the day counts once the day is over.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolDueBody {
    school_id: OrganizationId,
    #[schema(example = "实验小学")]
    name: String,
    /// What is for `officer`.
    officer: DueSum,
    /// What is for `duty_head`.
    duty_head: DueSum,
    /// What is for `anyone`.
    anyone: DueSum,
    /// The last date in this month on which an officer inspected.
    last_officer: Option<NaiveDate>,
}

/// Read how often schools were inspected in a month.
///
/// For a station, a bureau or a school. Computed from the inspections at each request. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "inspections",
    params(("id" = OrganizationId, Path, description = "The organization"), MonthQuery),
    responses(
        (status = 200, description = "The schools", body = MonthDueBody),
        (status = 422, description = "`invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/inspections/due")]
pub(super) async fn due(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<MonthQuery>,
) -> Result<Json<MonthDueBody>> {
    let date = query.month;
    let MonthDue { organization, month, as_known_at, schools } =
        run(&app, move |app| month::month(app, &actor, *id, date)).await?;
    let schools = schools.into_iter().map(SchoolDueBody::from).collect();
    Ok(Json(MonthDueBody { organization_id: organization.id, month, as_known_at, schools }))
}

impl From<SchoolDue> for SchoolDueBody {
    fn from(school: SchoolDue) -> Self {
        let SchoolDue { id, name, officer, duty_head, anyone, last_officer } = school;
        Self { school_id: id, name, officer, duty_head, anyone, last_officer }
    }
}
