//! What the servers do by themselves. Whatever changes a row says from which state, so that of several servers one takes a job.

use diesel::prelude::*;

use super::dialect::on_inner;
use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::jobs;
use crate::domain::job::Job;
use crate::domain::moment::Moment;

/// A job.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = jobs)]
pub struct JobRow {
    /// Which.
    pub name: Job,
    /// When it is due.
    pub next_at: Moment,
    /// Which server is at it, or was last.
    pub leased_by: Option<String>,
    /// Until when no other server takes it; none while nobody is at it.
    pub leased_until: Option<Moment>,
    /// When it was last begun.
    pub started_at: Option<Moment>,
    /// When it last ended.
    pub finished_at: Option<Moment>,
    /// When it last ended well.
    pub succeeded_at: Option<Moment>,
    /// What it came to.
    pub outcome: Option<String>,
    /// How often it failed since it last ended well.
    pub failures: i32,
}

/// Every job that was ever begun.
///
/// # Errors
/// Those of the database.
pub fn all(read: &mut impl Read) -> Result<Vec<JobRow>> {
    Ok(jobs::table.order(jobs::name).select(JobRow::as_select()).load(read.db())?)
}

/// Makes sure that a job is known: due at once.
///
/// # Errors
/// Those of the database.
pub fn know(tx: &mut Tx, name: Job, now: Moment) -> Result<()> {
    let row = JobRow {
        name,
        next_at: now,
        leased_by: None,
        leased_until: None,
        started_at: None,
        finished_at: None,
        succeeded_at: None,
        outcome: None,
        failures: 0,
    };
    on_inner!(tx.db(), |inner| diesel::insert_into(jobs::table).values(&row).on_conflict_do_nothing().execute(inner))?;
    Ok(())
}

/// Takes a job that is due and that nobody is at; false if there is nothing to take.
///
/// # Errors
/// Those of the database.
pub fn lease(tx: &mut Tx, name: Job, server: &str, now: Moment, until: Moment) -> Result<bool> {
    let free = jobs::leased_until.is_null().or(jobs::leased_until.le(now));
    let target = jobs::table.find(name).filter(jobs::next_at.le(now)).filter(free);
    let changes = (jobs::leased_by.eq(server), jobs::leased_until.eq(until), jobs::started_at.eq(now));
    Ok(diesel::update(target).set(changes).execute(tx.db())? > 0)
}

/// Writes down how a job ended, and when it is due again. Nothing if another server has taken it up meanwhile.
///
/// # Errors
/// Those of the database.
pub fn done(
    tx: &mut Tx,
    name: Job,
    server: &str,
    now: Moment,
    next_at: Moment,
    outcome: &Result<String, String>,
) -> Result<()> {
    let target = jobs::table.find(name).filter(jobs::leased_by.eq(server));
    let text = outcome.as_ref().unwrap_or_else(|text| text);
    let changes = (
        jobs::leased_until.eq(None::<Moment>),
        jobs::finished_at.eq(now),
        jobs::next_at.eq(next_at),
        jobs::outcome.eq(text),
    );
    diesel::update(target).set(changes).execute(tx.db())?;
    let target = jobs::table.find(name).filter(jobs::leased_by.eq(server));
    match outcome {
        Ok(_) => diesel::update(target).set((jobs::succeeded_at.eq(now), jobs::failures.eq(0))).execute(tx.db())?,
        Err(_) => diesel::update(target).set(jobs::failures.eq(jobs::failures + 1)).execute(tx.db())?,
    };
    Ok(())
}
