//! What the server does by itself while it runs.

use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::web;
use tokio::sync::{Mutex, Semaphore};

use super::jobs::JobCounts;
use super::metrics;
use crate::domain::job::Job;
use crate::problem::Problem;
use crate::service::App;
use crate::service::alerts::round::Round;
use crate::service::alerts::send::{Lane, send_due};
use crate::service::coverage::finalizer;
use crate::service::jobs::Jobs;
use crate::service::positions;
use crate::service::relay::Relay;

/// How often it is looked what is due.
const EVERY_SECOND: Duration = Duration::from_secs(1);
/// How often durations that were noted are sorted into their classes; until then each takes memory, and scrapes may be rare.
const UPKEEP: Duration = Duration::from_secs(5);
/// How many rounds of sending a lane are under way at most: more than last as long as a channel is waited for, and no crowd of them.
const SENDERS: usize = 12;
/// How often news goes between servers.
const NEWS: Duration = Duration::from_millis(200);
/// How long after trouble the line between servers is opened again.
const AGAIN: Duration = Duration::from_secs(5);

type Board = Arc<Mutex<Jobs>>;

/// Starts it; it ends when the bus closes.
pub(super) fn start(app: &Arc<App>) {
    let board: Board = Arc::new(Mutex::new(Jobs::default()));
    actix_web::rt::spawn(leased(Arc::clone(app), Arc::clone(&board)));
    actix_web::rt::spawn(alerts(Arc::clone(app), Arc::clone(&board)));
    actix_web::rt::spawn(outbox(Arc::clone(app), Arc::clone(&board), Lane::Alarms));
    actix_web::rt::spawn(outbox(Arc::clone(app), board, Lane::Others));
    actix_web::rt::spawn(relay(Arc::clone(app)));
    actix_web::rt::spawn(upkeep(Arc::clone(app)));
}

/// Looks every second what is wrong at the schools.
async fn alerts(app: Arc<App>, board: Board) {
    let mut held = Some(Round::new(&app));
    while let Some(mut round) = held.take() {
        let (within, begun) = (Arc::clone(&app), Instant::now());
        let turned = web::block(move || {
            let turned = round.turn(&within);
            (round, turned)
        });
        let Ok((round, turned)) = turned.await else { return };
        let counts = turned.map(|told| JobCounts { messages: Some(told), ..JobCounts::default() });
        note(&app, &board, Job::Alerts, begun, counts).await;
        held = Some(round);
        if closed_within(&app, EVERY_SECOND).await {
            return;
        }
    }
}

/// Sends every second what waits in the outbox. Nobody waits for a channel that does not answer: what is sent is claimed, and the
/// next second sends the rest.
async fn outbox(app: Arc<App>, board: Board, lane: Lane) {
    let senders = Arc::new(Semaphore::new(SENDERS));
    loop {
        let (within, board) = (Arc::clone(&app), Arc::clone(&board));
        let Ok(sender) = Arc::clone(&senders).acquire_owned().await else { return };
        actix_web::rt::spawn(async move {
            let _sender = sender;
            let begun = Instant::now();
            let counts =
                send_due(&within, lane).await.map(|sent| JobCounts { sent: Some(sent), ..JobCounts::default() });
            note(&within, &board, Job::Outbox, begun, counts).await;
        });
        if closed_within(&app, EVERY_SECOND).await {
            return;
        }
    }
}

/// Looks every second which of the jobs that one server at a time does are due.
async fn leased(app: Arc<App>, board: Board) {
    loop {
        for job in Job::ALL.iter().copied().filter(|job| job.is_leased()) {
            let (within, jobs) = (Arc::clone(&app), Arc::clone(&board).lock_owned().await);
            let taken = web::block(move || jobs.take(&within, job)).await;
            let Ok(taken) = taken else { return };
            if let Err(problem) = &taken {
                tracing::warn!(%job, code = %problem.code, cause = problem.cause, "it could not be looked what is due; trying again");
            }
            if taken.is_ok_and(|taken| taken) {
                let (within, begun) = (Arc::clone(&app), Instant::now());
                let Ok(outcome) = web::block(move || run(&within, job)).await else { return };
                note(&app, &board, job, begun, outcome).await;
            }
        }
        if closed_within(&app, EVERY_SECOND).await {
            return;
        }
    }
}

/// Does a job that one server at a time does.
fn run(app: &App, job: Job) -> Result<JobCounts, Problem> {
    let none = JobCounts::default();
    match job {
        Job::Finalize => finalizer::round(app).map(|days| JobCounts { days: Some(days), ..none }),
        Job::Retention => positions::sweep(app).map(|swept| JobCounts {
            coarsened: Some(swept.coarsened),
            deleted: Some(swept.deleted),
            ..none
        }),
        Job::Alerts | Job::Outbox => Ok(none),
    }
}

/// Counts a run, and writes down how it went.
async fn note(app: &Arc<App>, board: &Board, job: Job, begun: Instant, outcome: Result<JobCounts, Problem>) {
    let result = if outcome.is_ok() { "ok" } else { "failed" };
    ::metrics::counter!("huxue_job_runs_total", "job" => job.as_str(), "outcome" => result).increment(1);
    ::metrics::histogram!("huxue_job_seconds", "job" => job.as_str()).record(begun.elapsed());
    if let Err(problem) = &outcome {
        tracing::warn!(%job, code = %problem.code, cause = problem.cause, "a job failed; trying again");
    }
    let outcome = match outcome {
        Ok(counts) => Ok(serde_json::to_string(&counts).unwrap_or_default()),
        Err(problem) => Err(problem.code.to_string()),
    };
    let (within, mut jobs) = (Arc::clone(app), Arc::clone(board).lock_owned().await);
    let noted = web::block(move || jobs.done(&within, job, outcome)).await;
    if let Ok(Err(problem)) = noted {
        tracing::warn!(%job, code = %problem.code, cause = problem.cause, "how a job went could not be written down");
    }
}

/// Keeps the memory of the counters small.
async fn upkeep(app: Arc<App>) {
    while !closed_within(&app, UPKEEP).await {
        if let Some(handle) = metrics::handle() {
            handle.run_upkeep();
        }
    }
}

/// Keeps a line to the other servers; none is needed on SQLite.
async fn relay(app: Arc<App>) {
    let mut line: Option<Relay> = None;
    loop {
        let (held, within) = (line.take(), Arc::clone(&app));
        let turned = web::block(move || turn(&within, held)).await;
        let pause = match turned {
            Ok(Ok(None)) => return,
            Ok(Ok(Some(held))) => {
                line = Some(held);
                NEWS
            }
            Ok(Err(problem)) => {
                tracing::warn!(code = %problem.code, cause = problem.cause, "no line to other servers; trying again");
                AGAIN
            }
            Err(_) => return,
        };
        if closed_within(&app, pause).await {
            return;
        }
    }
}

fn turn(app: &App, line: Option<Relay>) -> Result<Option<Relay>, Problem> {
    let line = match line {
        Some(line) => Some(line),
        None => Relay::open(app)?,
    };
    let Some(mut line) = line else { return Ok(None) };
    line.turn(app)?;
    Ok(Some(line))
}

/// Waits, and tells whether the server is closing.
async fn closed_within(app: &App, time: Duration) -> bool {
    let mut closing = app.bus.closing();
    tokio::select! {
        _ = closing.wait_for(|closing| *closing) => true,
        () = tokio::time::sleep(time) => false,
    }
}
