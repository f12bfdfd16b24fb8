//! The server's own round: looks at the schools about which there is news or at which time has changed something, raises what is
//! wrong, takes the next step where nobody has acknowledged, and closes what is right again. Several servers may do it at the same
//! time: what one has raised, told or closed, the others find done.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{NaiveDate, TimeDelta};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

use super::compose::Letters;
use super::look::{Holds, Looked, load};
use super::people::Around;
use crate::domain::alert::{ChannelKind, Occasion, StepTo};
use crate::domain::id::{AlertId, OrganizationId};
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::service::school_day::zone_of;
use crate::store::alerts::{self, AlertRow};
use crate::store::channels::ChannelRow;
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{JsonText, Tx, messages};

/// How often the list of schools is read again, seconds.
const SCHOOLS_EVERY: i64 = 60;

/// How many schools are read at once: their evidence is in memory for as long.
const AT_ONCE: usize = 20;

/// What a server knows between its rounds.
pub struct Round {
    news: Receiver<OrganizationId>,
    schools: Vec<Organization>,
    read_at: Option<i64>,
    looked: HashMap<OrganizationId, Looked>,
}

impl Round {
    /// Knows nothing yet.
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self { news: app.bus.listen(), schools: Vec::new(), read_at: None, looked: HashMap::new() }
    }

    /// One round. Says how many messages it wrote.
    ///
    /// # Errors
    /// Those of the database; the next round then makes up for it.
    pub fn turn(&mut self, app: &App) -> Result<usize> {
        self.hear();
        let now = app.clock.now();
        let (open, changed) = app.store.read::<_, Problem>(&Scope::Everything, |read| {
            if self.read_at.is_none_or(|at| now.seconds() >= at + SCHOOLS_EVERY || now.seconds() < at) {
                self.schools = organizations::schools(read)?;
                self.schools.retain(|school| school.archived_at.is_none());
                self.read_at = Some(now.seconds());
            }
            let open = alerts::open(read)?;
            let changed = self.due(now, &open)?;
            for (date, schools) in &changed {
                for some in schools.chunks(AT_ONCE) {
                    for looked in load(app, read, some, *date)? {
                        self.looked.insert(looked.school.id, looked);
                    }
                }
            }
            Ok((open, changed))
        })?;
        let mut by_school: BTreeMap<OrganizationId, Vec<AlertRow>> = BTreeMap::new();
        for alert in open {
            by_school.entry(alert.school_id).or_default().push(alert);
        }
        let looked_at: BTreeSet<OrganizationId> = changed.into_values().flatten().map(|school| school.id).collect();
        let (mut written, mut failed) = (0, None);
        for (id, looked) in &mut self.looked {
            let open = by_school.remove(id).unwrap_or_default();
            let timed = looked.next.is_some_and(|next| next <= now.seconds());
            let step = open.iter().any(|alert| alert.next_step_at.is_some_and(|at| at <= now));
            if looked_at.contains(id) || timed || step {
                match settle(app, looked, &open, now) {
                    Ok(messages) => written += messages,
                    Err(problem) => failed = Some(problem),
                }
            }
        }
        // What could not be written is looked at afresh, as if the server had just begun.
        failed.map_or(Ok(written), |problem| {
            self.looked.clear();
            Err(problem)
        })
    }

    fn hear(&mut self) {
        loop {
            match self.news.try_recv() {
                Ok(school) => {
                    if let Some(looked) = self.looked.get_mut(&school) {
                        looked.stale = true;
                    }
                }
                Err(TryRecvError::Lagged(_)) => self.looked.values_mut().for_each(|looked| looked.stale = true),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return,
            }
        }
    }

    /// The schools that are to be read, by their dates.
    fn due(&mut self, now: Moment, open: &[AlertRow]) -> Result<BTreeMap<NaiveDate, Vec<Organization>>> {
        let mut due: BTreeMap<NaiveDate, Vec<Organization>> = BTreeMap::new();
        let known: BTreeSet<OrganizationId> = self.schools.iter().map(|school| school.id).collect();
        self.looked.retain(|id, _| known.contains(id));
        let stepping = open.iter().filter(|alert| alert.next_step_at.is_some_and(|at| at <= now));
        let stepping: BTreeSet<OrganizationId> = stepping.map(|alert| alert.school_id).collect();
        for school in &self.schools {
            let date = now.date_in(zone_of(&school.timezone)?);
            let step = stepping.contains(&school.id);
            if self.looked.get(&school.id).is_none_or(|looked| looked.date != date || looked.is_due(now, step)) {
                due.entry(date).or_default().push(school.clone());
            }
        }
        Ok(due)
    }
}

/// Brings the alerts of a school up to date in one transaction. Says how many messages that made.
fn settle(app: &App, looked: &mut Looked, open: &[AlertRow], now: Moment) -> Result<usize> {
    let holds = looked.at(now);
    let is = |alert: &AlertRow, one: &Holds| {
        (alert.date, alert.kind, &alert.subject) == (looked.date, one.kind, &one.subject)
    };
    let new: Vec<&Holds> = holds.iter().filter(|one| open.iter().all(|alert| !is(alert, one))).collect();
    let (still, over): (Vec<&AlertRow>, Vec<&AlertRow>) =
        open.iter().partition(|alert| holds.iter().any(|one| is(alert, one)));
    let late = |alert: &&&AlertRow| alert.acknowledged_at.is_none() && alert.next_step_at.is_some_and(|at| at <= now);
    let late: Vec<&AlertRow> = still.iter().filter(late).copied().collect();
    if new.is_empty() && over.is_empty() && late.is_empty() {
        return Ok(0);
    }
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let around = Around::load(tx, &looked.school)?;
        let mut letters = Letters::default();
        for alert in &over {
            close(tx, looked, &around, alert, now, &mut letters)?;
        }
        for one in new {
            raise(tx, looked, &around, one, now, &mut letters)?;
        }
        for alert in late {
            advance(tx, looked, &around, alert, now, &mut letters)?;
        }
        let rows = letters.rows(&looked.school, now)?;
        messages::insert(tx, &rows)?;
        Ok(rows.len())
    })
}

fn raise(tx: &mut Tx, looked: &Looked, around: &Around, one: &Holds, now: Moment, letters: &mut Letters) -> Result<()> {
    let Some(steps) = around.steps(one.kind)? else { return Ok(()) };
    let due = around.due(&steps, looked, &one.subject);
    let (told, next) = so_far(&due, now, now);
    let alert = AlertRow {
        id: AlertId::fresh(),
        school_id: looked.school.id,
        kind: one.kind,
        date: looked.date,
        subject: one.subject.clone(),
        told: JsonText::of(&one.told)?,
        since: Moment::from_seconds(one.since),
        until: Moment::from_seconds(one.until),
        raised_at: now,
        step: i32::try_from(told).unwrap_or(i32::MAX),
        next_step_at: next,
        acknowledged_at: None,
        acknowledged_by: None,
        closed_at: None,
        resolved: false,
    };
    if alerts::raise(tx, &alert)? {
        tell(Occasion::Raised, looked, around, &alert, due.get(..told).unwrap_or_default(), &[], letters);
    }
    Ok(())
}

fn advance(
    tx: &mut Tx,
    looked: &Looked,
    around: &Around,
    alert: &AlertRow,
    now: Moment,
    letters: &mut Letters,
) -> Result<()> {
    let steps = around.steps(alert.kind)?.unwrap_or_default();
    let due = around.due(&steps, looked, &alert.subject);
    let before = usize::try_from(alert.step).unwrap_or_default().min(due.len());
    let (told, next) = so_far(&due, alert.raised_at, now);
    let told = told.max(before);
    if alerts::advance(tx, alert.id, alert.step, i32::try_from(told).unwrap_or(i32::MAX), next)? {
        let (earlier, now_due) = due.get(..told).unwrap_or_default().split_at(before);
        tell(Occasion::Escalated, looked, around, alert, now_due, earlier, letters);
    }
    Ok(())
}

/// How many of the steps are due by now, and when the next one is.
fn so_far(due: &[(StepTo, i64)], raised_at: Moment, now: Moment) -> (usize, Option<Moment>) {
    let at = |after: i64| raised_at.plus(TimeDelta::try_seconds(after).unwrap_or_default());
    let told = due.iter().take_while(|(_, after)| at(*after) <= now).count();
    (told, due.get(told).map(|(_, after)| at(*after)))
}

/// Tells the people of some steps, and the channels that no earlier step told.
fn tell(
    occasion: Occasion,
    looked: &Looked,
    around: &Around,
    alert: &AlertRow,
    steps: &[(StepTo, i64)],
    earlier: &[(StepTo, i64)],
    letters: &mut Letters,
) {
    let reached = |to: StepTo| around.reached(to, looked, &alert.subject);
    let told: BTreeSet<_> = earlier.iter().flat_map(|(to, _)| reached(*to).channels).map(|one| one.id).collect();
    for (to, _) in steps {
        let step = reached(*to);
        let by_text = |one: &ChannelRow| one.kind == ChannelKind::Sms;
        let channels = step.channels.iter().filter(|one| by_text(one) || !told.contains(&one.id));
        letters.tell(occasion, alert, &step.people, channels.map(|one| (one.id, one.kind)));
    }
}

/// Closes an alert, and tells whoever was told of it, if it is right again before its time is over.
fn close(
    tx: &mut Tx,
    looked: &Looked,
    around: &Around,
    alert: &AlertRow,
    now: Moment,
    letters: &mut Letters,
) -> Result<()> {
    let resolved = now < alert.until;
    if !alerts::close(tx, alert.id, now, resolved)? || !resolved || !alert.kind.tells_its_end() {
        return Ok(());
    }
    let school = Seen::rows(std::slice::from_ref(&looked.school));
    for message in messages::since(tx, &school, alert.raised_at)? {
        let about: Vec<AlertId> = message.alerts.read()?;
        let reachable = message.channel_id.is_none_or(|channel| around.uses(channel));
        if about.contains(&alert.id) && reachable {
            letters.add(Occasion::Resolved, alert, (message.person_id, message.channel_id));
        }
    }
    Ok(())
}
