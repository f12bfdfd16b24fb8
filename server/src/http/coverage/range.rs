use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::sums::{PostsBody, PunctualityBody};
use super::wire::RangeQuery;
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::words::DayKind;
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::State;
use crate::service::coverage::view::{self, DayRow};
use crate::service::{Actor, App};

/// A school's coverage, day by day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RangeBody {
    school_id: OrganizationId,
    from: NaiveDate,
    to: NaiveDate,
    /// One for each date that has come.
    days: Vec<DayBody>,
}

/// One day in short.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CoverageDayBody)]
struct DayBody {
    date: NaiveDate,
    kind: DayKind,
    /// Of a live day, posts are counted once their window is over.
    state: State,
    revision: i32,
    as_known_at: Moment,
    posts: PostsBody,
    punctuality: PunctualityBody,
    /// 人次.
    person_stays: i64,
}

/// Read a school's coverage over a range of days.
///
/// One row for each date from `from` to `to`, both included; days to come are left out.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), RangeQuery),
    responses(
        (status = 200, description = "The days", body = RangeBody),
        (status = 422, description = "`invalid_field`: the range is too long or runs backwards", body = crate::http::answer::ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/coverage/range")]
pub(super) async fn coverage_range(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<RangeQuery>,
) -> Result<Json<RangeBody>> {
    let (school_id, RangeQuery { from, to }) = (*id, query.into_inner());
    let rows = run(&app, move |app| view::range(app, &actor, school_id, from, to)).await?;
    Ok(Json(RangeBody { school_id, from, to, days: rows.into_iter().map(DayBody::from).collect() }))
}

impl From<DayRow> for DayBody {
    fn from(row: DayRow) -> Self {
        Self {
            date: row.date,
            kind: row.kind,
            state: row.state,
            revision: row.revision,
            as_known_at: row.as_known_at,
            posts: PostsBody::from(&row.duties),
            punctuality: PunctualityBody::new(row.slots, row.slots_on_time),
            person_stays: row.person_stays,
        }
    }
}
