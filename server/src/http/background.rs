//! What the server does by itself while it runs.

use std::sync::Arc;
use std::time::Duration;

use actix_web::web;

use super::metrics;
use crate::domain::retention::round_of;
use crate::problem::Problem;
use crate::service::App;
use crate::service::alerts::round::Round;
use crate::service::alerts::send::send_due;
use crate::service::coverage::finalizer;
use crate::service::positions;
use crate::service::relay::Relay;

/// How often alerts and the outbox are looked at.
const EVERY_SECOND: Duration = Duration::from_secs(1);
/// How often the minute of the application's clock is looked at.
const EVERY_MINUTE: Duration = Duration::from_secs(1);
/// How often it is looked whether a day has begun.
const EVERY_ROUND: Duration = Duration::from_secs(60);
/// How often durations that were noted are sorted into their classes; until then each takes memory, and scrapes may be rare.
const UPKEEP: Duration = Duration::from_secs(5);
/// How often news goes between servers.
const NEWS: Duration = Duration::from_millis(200);
/// How long after trouble the line between servers is opened again.
const AGAIN: Duration = Duration::from_secs(5);

/// Starts it; it ends when the bus closes.
pub(super) fn start(app: &Arc<App>) {
    actix_web::rt::spawn(rounds(Arc::clone(app)));
    actix_web::rt::spawn(relay(Arc::clone(app)));
    actix_web::rt::spawn(days(Arc::clone(app)));
    actix_web::rt::spawn(upkeep(Arc::clone(app)));
    actix_web::rt::spawn(alerts(Arc::clone(app)));
    actix_web::rt::spawn(outbox(Arc::clone(app)));
}

/// Looks every second what is wrong at the schools.
async fn alerts(app: Arc<App>) {
    let mut held = Some(Round::new(&app));
    while let Some(mut round) = held.take() {
        let within = Arc::clone(&app);
        let turned = web::block(move || {
            let turned = round.turn(&within);
            (round, turned)
        });
        let Ok((round, turned)) = turned.await else { return };
        if let Err(problem) = turned {
            tracing::warn!(code = %problem.code, cause = problem.cause, "alerts could not be looked at; trying again");
        }
        held = Some(round);
        if closed_within(&app, EVERY_SECOND).await {
            return;
        }
    }
}

/// Sends every second what waits in the outbox.
async fn outbox(app: Arc<App>) {
    loop {
        if let Err(problem) = send_due(&app).await {
            tracing::warn!(code = %problem.code, cause = problem.cause, "messages could not be sent; trying again");
        }
        if closed_within(&app, EVERY_SECOND).await {
            return;
        }
    }
}

/// Looks every second whether a minute of the application's clock has begun, and then makes the finalizer's round.
async fn rounds(app: Arc<App>) {
    let mut last = None;
    loop {
        let minute = app.clock.now().seconds().div_euclid(60);
        if last.replace(minute) != Some(minute) {
            let app = Arc::clone(&app);
            if let Ok(Err(problem)) = web::block(move || finalizer::round(&app)).await {
                tracing::warn!(code = %problem.code, cause = problem.cause, "final days could not be stored; trying again");
            }
        }
        if closed_within(&app, EVERY_MINUTE).await {
            return;
        }
    }
}

/// Goes through the positions at the start and whenever a day of UTC has begun.
async fn days(app: Arc<App>) {
    let mut last = None;
    loop {
        let day = round_of(app.clock.now());
        if last != Some(day) {
            let within = Arc::clone(&app);
            match web::block(move || positions::sweep(&within)).await {
                Ok(Ok(swept)) => {
                    tracing::info!(coarsened = swept.coarsened, deleted = swept.deleted, "positions");
                    last = Some(day);
                }
                Ok(Err(problem)) => {
                    tracing::warn!(code = %problem.code, cause = problem.cause, "positions could not be settled; trying again");
                }
                Err(_) => return,
            }
        }
        if closed_within(&app, EVERY_ROUND).await {
            return;
        }
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
