use actix_web::get;
use actix_web::web::{Data, Json};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::job::Job;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::http::answer::{ProblemBody, run};
use crate::http::extract::Reader;
use crate::problem::{Code, Result};
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
    /// What it came to; nothing if it failed.
    counts: JobCounts,
    /// The code of the problem if it failed.
    #[schema(example = "database_unavailable")]
    problem: Option<&'static str>,
    /// The same as a sentence in the reader's language.
    #[schema(example = "数据库暂时不可用，打卡请保留在手机上，会自动重发。")]
    problem_text: Option<&'static str>,
    /// How often it failed since it last ended well.
    failures: i32,
}

/// What a job came to, as far as that is counted of it. It is kept as JSON.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub(in crate::http) struct JobCounts {
    /// Messages that were written to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::http) messages: Option<usize>,
    /// Messages that were sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::http) sent: Option<usize>,
    /// Days whose figures were stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::http) days: Option<usize>,
    /// Positions that were made coarse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::http) coarsened: Option<usize>,
    /// Positions that were deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::http) deleted: Option<usize>,
}

impl JobBody {
    fn of(row: JobRow, now: Moment, lang: Lang) -> Self {
        let outcome = row.outcome.unwrap_or_default();
        let problem = Code::ALL.iter().find(|code| row.failures > 0 && code.as_str() == outcome);
        Self {
            job: row.name,
            every_seconds: row.name.every_seconds(),
            one_server: row.name.is_leased(),
            next_at: row.next_at,
            running: row.leased_until.is_some_and(|until| now < until),
            started_at: row.started_at,
            finished_at: row.finished_at,
            succeeded_at: row.succeeded_at,
            // Before it was kept as JSON, it was a sentence.
            counts: serde_json::from_str(&outcome).unwrap_or_default(),
            problem: problem.map(|code| code.as_str()),
            problem_text: problem.map(|code| lang.pick(code.zh(), code.en())),
            failures: row.failures,
        }
    }
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
pub(super) async fn list(app: Data<App>, actor: Actor, reader: Reader) -> Result<Json<JobsBody>> {
    let (rows, now) = run(&app, move |app| jobs::list(app, &actor)).await?;
    let items = rows.into_iter().map(|row| JobBody::of(row, now, reader.0)).collect();
    Ok(Json(JobsBody { now, items }))
}
