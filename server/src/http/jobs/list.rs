use actix_web::get;
use actix_web::web::{Data, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::http::answer::{ProblemBody, run};
use crate::problem::Result;
use crate::service::jobs::{self, JobRow};
use crate::service::{Actor, App};

/// What the servers do by themselves.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct JobsBody {
    /// The server's moment.
    now: Moment,
    items: Vec<JobBody>,
}

/// Something that the servers do by themselves.
#[derive(Debug, Serialize, ToSchema)]
struct JobBody {
    job: Job,
    /// How often, seconds.
    #[schema(example = 60)]
    every_seconds: i64,
    /// Whether one server at a time does it; else each server does.
    one_server: bool,
    /// When it is due again.
    next_at: Moment,
    /// Whether a server is at it now.
    running: bool,
    /// When it was last begun. Of what is done each second, once a minute.
    started_at: Option<Moment>,
    finished_at: Option<Moment>,
    /// When it last ended well.
    succeeded_at: Option<Moment>,
    /// What it came to; the code of the problem if it failed.
    #[schema(example = "8 days stored")]
    outcome: Option<String>,
    /// How often it failed since it last ended well.
    failures: i32,
}

/// List what the servers do by themselves.
///
/// When each was done last, what it came to, and when it is due. `docs/operations.md` says what becomes of runs that were missed. Needs the
/// right `manage_keys` over the organization at the top.
#[utoipa::path(
    tag = "running",
    responses(
        (status = 200, description = "The jobs", body = JobsBody),
        (status = 403, description = "`forbidden`", body = ProblemBody),
    ),
    security(("bearer" = []))
)]
#[get("/jobs")]
pub(super) async fn list(app: Data<App>, actor: Actor) -> Result<Json<JobsBody>> {
    let (rows, now) = run(&app, move |app| jobs::list(app, &actor)).await?;
    let of = |row: JobRow| JobBody {
        job: row.name,
        every_seconds: row.name.every_seconds(),
        one_server: row.name.is_leased(),
        next_at: row.next_at,
        running: row.leased_until.is_some_and(|until| now < until),
        started_at: row.started_at,
        finished_at: row.finished_at,
        succeeded_at: row.succeeded_at,
        outcome: row.outcome,
        failures: row.failures,
    };
    Ok(Json(JobsBody { now, items: rows.into_iter().map(of).collect() }))
}
