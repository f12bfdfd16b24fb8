//! Runs what the servers do by themselves, one server at a time where that is asked, and keeps how it went.

use chrono::TimeDelta;
use uuid::Uuid;

use super::calendar::is_root_admin;
use super::{Actor, App};
use crate::domain::job::{AGAIN_SECONDS, Job, LEASE_SECONDS};
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::jobs;
pub use crate::store::jobs::JobRow;

/// How often it is written down that a job that each server does each second went well, seconds.
const NOTED_EVERY: i64 = 60;

/// The jobs of one server.
pub struct Jobs {
    /// Tells the servers apart.
    server: String,
    /// When it was last written down that a job went well.
    noted: [Option<i64>; Job::ALL.len()],
}

impl Default for Jobs {
    fn default() -> Self {
        Self { server: Uuid::new_v4().to_string(), noted: [None; Job::ALL.len()] }
    }
}

impl Jobs {
    /// Takes a leased job if it is due. Then do it, and say how it went with [`Jobs::done`].
    ///
    /// # Errors
    /// Those of the database.
    pub fn take(&self, app: &App, job: Job) -> Result<bool> {
        let now = app.clock.now();
        let row = app.store.read::<_, Problem>(&Scope::Everything, |read| {
            Ok(jobs::all(read)?.into_iter().find(|row| row.name == job))
        })?;
        let is_free = |row: &JobRow| row.next_at <= now && row.leased_until.is_none_or(|until| until <= now);
        if row.as_ref().is_some_and(|row| !is_free(row)) {
            return Ok(false);
        }
        app.store.write::<_, Problem>(&Scope::Everything, |tx| {
            jobs::know(tx, job, now)?;
            Ok(jobs::lease(tx, job, &self.server, now, now.plus(TimeDelta::seconds(LEASE_SECONDS)))?)
        })
    }

    /// Writes down how a job went. One that each server does each second is written down once a minute while it goes well.
    ///
    /// # Errors
    /// Those of the database.
    pub fn done(&mut self, app: &App, job: Job, outcome: Result<String, String>) -> Result<()> {
        let now = app.clock.now();
        let minute = now.seconds().div_euclid(NOTED_EVERY);
        let place = Job::ALL.iter().position(|one| *one == job);
        let noted = place.and_then(|place| self.noted.get_mut(place));
        if let Some(noted) = noted {
            let known = outcome.is_ok() && *noted == Some(minute);
            *noted = outcome.is_ok().then_some(minute);
            if !job.is_leased() && known {
                return Ok(());
            }
        }
        let next = match outcome {
            Ok(_) => job.due_after(now),
            Err(_) if job.is_leased() => now.plus(TimeDelta::seconds(AGAIN_SECONDS)),
            Err(_) => job.due_after(now),
        };
        app.store.write::<_, Problem>(&Scope::Everything, |tx| {
            if !job.is_leased() {
                jobs::know(tx, job, now)?;
                jobs::lease(tx, job, &self.server, now, now)?;
            }
            Ok(jobs::done(tx, job, &self.server, now, next, &outcome)?)
        })
    }
}

/// Every job, for an administrator of the organization at the top.
///
/// # Errors
/// `forbidden`.
pub fn list(app: &App, actor: &Actor) -> Result<(Vec<JobRow>, Moment)> {
    if !is_root_admin(actor) {
        return Err(Code::Forbidden.into());
    }
    let rows = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(jobs::all(read)?))?;
    Ok((rows, app.clock.now()))
}
