use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::id::{OrganizationId, PatrolRouteId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{MonthSum, RoundsSum};
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::SpanQuery;
use crate::problem::Result;
use crate::service::patrols::summary::{self, RouteSums, SchoolDaySums, SchoolSums, Summary};
use crate::service::{Actor, App};

/// What was walked over some days.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatrolSummaryBody {
    organization_id: OrganizationId,
    from: NaiveDate,
    to: NaiveDate,
    as_known_at: Moment,
    /// The most missed rounds first.
    routes: Vec<RouteSumsBody>,
    /// The most missed rounds first, then those where police were seen least.
    schools: Vec<SchoolSumsBody>,
}

/// A route over some days.
#[derive(Debug, Serialize, ToSchema)]
struct RouteSumsBody {
    route_id: PatrolRouteId,
    #[schema(example = "城关一线")]
    name: String,
    station_id: OrganizationId,
    sum: RoundsSum,
    /// Each day on which the route held.
    days: Vec<RouteDayBody>,
    /// The months that these days belong to, each in whole, where the route is asked for by the month.
    months: Vec<MonthSum>,
}

/// A route on a day in short.
#[derive(Debug, Serialize, ToSchema)]
struct RouteDayBody {
    date: NaiveDate,
    sum: RoundsSum,
}

/// A school over some days. A round counts for each school at which its route has a point.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolSumsBody {
    school_id: OrganizationId,
    #[schema(example = "实验小学")]
    name: String,
    sum: RoundsSum,
    /// Minutes of its windows that have passed.
    window_minutes: i64,
    /// Those of them in which police or traffic police were there (见警察), proven at least as `likely`.
    police_minutes: i64,
    days: Vec<SchoolDaySumsBody>,
}

/// A school on a day in short.
#[derive(Debug, Serialize, ToSchema)]
struct SchoolDaySumsBody {
    date: NaiveDate,
    sum: RoundsSum,
    /// Minutes of its windows that have passed.
    window_minutes: i64,
    /// Those of them in which police were there.
    police_minutes: i64,
}

/// Read what was walked over some days.
///
/// For a station, or for all stations below a bureau; at most 31 days, of which those to come are left out. Computed from the
/// evidence at each request. Needs the right `read_coverage`.
#[utoipa::path(
    tag = "patrols",
    params(("id" = OrganizationId, Path, description = "The station or bureau"), SpanQuery),
    responses(
        (status = 200, description = "The sums", body = PatrolSummaryBody),
        (status = 422, description = "`range_too_long`, `invalid_field`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/organizations/{id}/patrols")]
pub(super) async fn patrols(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<SpanQuery>,
) -> Result<Json<PatrolSummaryBody>> {
    let SpanQuery { from, to } = query.into_inner();
    let Summary { organization, as_known_at, routes, schools } =
        run(&app, move |app| summary::summary(app, &actor, *id, (from, to))).await?;
    Ok(Json(PatrolSummaryBody {
        organization_id: organization.id,
        from,
        to,
        as_known_at,
        routes: routes.into_iter().map(RouteSumsBody::from).collect(),
        schools: schools.into_iter().map(SchoolSumsBody::from).collect(),
    }))
}

impl From<RouteSums> for RouteSumsBody {
    fn from(route: RouteSums) -> Self {
        let RouteSums { id, name, station_id, sum, days, months } = route;
        let days = days.into_iter().map(|(date, sum)| RouteDayBody { date, sum }).collect();
        Self { route_id: id, name, station_id, sum, days, months }
    }
}

impl From<SchoolSums> for SchoolSumsBody {
    fn from(school: SchoolSums) -> Self {
        let SchoolSums { id, name, sum, window_seconds, police_seconds, days } = school;
        Self {
            school_id: id,
            name,
            sum,
            window_minutes: window_seconds / 60,
            police_minutes: police_seconds / 60,
            days: days.into_iter().map(SchoolDaySumsBody::from).collect(),
        }
    }
}

impl From<SchoolDaySums> for SchoolDaySumsBody {
    fn from(day: SchoolDaySums) -> Self {
        let SchoolDaySums { date, sum, window_seconds, police_seconds } = day;
        Self { date, sum, window_minutes: window_seconds / 60, police_minutes: police_seconds / 60 }
    }
}
