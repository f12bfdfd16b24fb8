use actix_web::get;
use actix_web::web::{Data, Json, Path, Query};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::sums::GradesBody;
use super::wire::{CheckpointBody, RangeQuery};
use crate::domain::coverage::rfc3339;
use crate::domain::id::{DutyId, OrganizationId, WindowId};
use crate::domain::lang::Lang;
use crate::domain::words::{CoverageStatus, DayKind, Grade, Role, WindowKind};
use crate::http::answer::run;
use crate::problem::Result;
use crate::service::coverage::posts::{self, PostsByDay, PostsOfDay};
use crate::service::coverage::{DutyFigures, State, WindowFigures};
use crate::service::{Actor, App};

/// Each post of a school on each day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PostsByDayBody {
    school_id: OrganizationId,
    from: NaiveDate,
    to: NaiveDate,
    /// One for each date that has come.
    days: Vec<PostsOfDayBody>,
}

/// The posts of one day.
#[derive(Debug, Serialize, ToSchema)]
struct PostsOfDayBody {
    date: NaiveDate,
    kind: DayKind,
    /// Why, in the reader's language.
    #[schema(example = "周一，学期内")]
    reason: String,
    state: State,
    revision: i32,
    /// In the order of the duties; none where nothing is planned.
    posts: Vec<PostOfDayBody>,
}

/// One post on one day.
#[derive(Debug, Serialize, ToSchema)]
struct PostOfDayBody {
    duty_id: DutyId,
    checkpoint: CheckpointBody,
    window: WindowOfDayBody,
    /// Who could fill a slot on that day.
    roles: Vec<Role>,
    count: u32,
    /// The grade that a proof had to reach.
    min_grade: Grade,
    status: CoverageStatus,
    /// Whether the window is over. Until then the figures are those of the evidence so far.
    over: bool,
    required_seconds: i64,
    covered_seconds: i64,
    slot_seconds: i64,
    seconds_by_grade: GradesBody,
    /// Why the post may stay empty.
    excused: Option<String>,
}

/// Its window.
#[derive(Debug, Serialize, ToSchema)]
struct WindowOfDayBody {
    id: WindowId,
    name: Option<String>,
    kind: Option<WindowKind>,
    #[schema(example = "2026-11-23T07:20:00+08:00")]
    starts_at: Option<String>,
    #[schema(example = "2026-11-23T08:00:00+08:00")]
    ends_at: Option<String>,
}

impl PostsOfDayBody {
    fn of(day: &PostsOfDay, all: &PostsByDay, lang: Lang) -> Self {
        let figures = &day.figures;
        Self {
            date: day.date,
            kind: figures.kind,
            reason: lang.pick(&figures.reason_zh, &figures.reason_en).to_owned(),
            state: day.state,
            revision: day.revision,
            posts: figures.duties.iter().map(|duty| PostOfDayBody::of(duty, day, all)).collect(),
        }
    }
}

impl PostOfDayBody {
    fn of(duty: &DutyFigures, day: &PostsOfDay, all: &PostsByDay) -> Self {
        let window = day.figures.windows.iter().find(|window| window.id == duty.window_id);
        let name = all.names.checkpoints.get(&duty.checkpoint_id).cloned();
        Self {
            duty_id: duty.id,
            checkpoint: CheckpointBody { id: duty.checkpoint_id, name },
            window: WindowOfDayBody::of(duty.window_id, window, all),
            roles: duty.roles.clone(),
            count: duty.count,
            min_grade: duty.min_grade,
            status: duty.status,
            over: window.is_none_or(|window| window.to <= all.now.seconds()),
            required_seconds: duty.required_seconds,
            covered_seconds: duty.covered_seconds,
            slot_seconds: duty.slot_seconds,
            seconds_by_grade: duty.seconds_by_grade.into(),
            excused: duty.excused.clone(),
        }
    }
}

impl WindowOfDayBody {
    fn of(id: WindowId, window: Option<&WindowFigures>, all: &PostsByDay) -> Self {
        Self {
            id,
            name: all.names.windows.get(&id).cloned(),
            kind: window.map(|window| window.kind),
            starts_at: window.map(|window| rfc3339(window.from, all.zone)),
            ends_at: window.map(|window| rfc3339(window.to, all.zone)),
        }
    }
}

/// Read each post of a school on each day of a range.
///
/// One row for each date from `from` to `to`, both included, with every post of that day; days to come are left out.
#[utoipa::path(
    tag = "coverage",
    params(("id" = OrganizationId, Path, description = "The school"), RangeQuery),
    responses(
        (status = 200, description = "The days with their posts", body = PostsByDayBody),
        (status = 422, description = "`invalid_field`: the range is too long or runs backwards", body = crate::http::answer::ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/schools/{id}/coverage/posts")]
pub(super) async fn coverage_posts(
    app: Data<App>,
    actor: Actor,
    id: Path<OrganizationId>,
    query: Query<RangeQuery>,
) -> Result<Json<PostsByDayBody>> {
    let (school_id, RangeQuery { from, to }, lang) = (*id, query.into_inner(), actor.lang);
    let all = run(&app, move |app| posts::posts(app, &actor, school_id, from, to)).await?;
    let days = all.days.iter().map(|day| PostsOfDayBody::of(day, &all, lang)).collect();
    Ok(Json(PostsByDayBody { school_id, from, to, days }))
}
