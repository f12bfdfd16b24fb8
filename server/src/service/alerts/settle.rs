//! What a look comes to: new alerts are raised, those that nobody acknowledged go a step further, those that hold no more are closed, all
//! in one transaction with what is told of them.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::compose::Letters;
use super::looked::{Holds, Looked};
use super::people::Around;
use super::told_of;
use crate::domain::alert::{ChannelKind, Occasion, StepTo};
use crate::domain::id::AlertId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::store::alerts::{self, AlertRow};
use crate::store::channels::ChannelRow;
use crate::store::{JsonText, Tx, messages};

/// How long until it is looked again whether there is somebody to tell.
const NOBODY_YET: TimeDelta = TimeDelta::seconds(60);

/// Brings the alerts of an organization up to date in one transaction. Says how many messages that made.
pub(super) fn settle(app: &App, looked: &mut dyn Looked, open: &[AlertRow], now: Moment) -> Result<usize> {
    let holds = looked.at(now);
    let looked: &dyn Looked = looked;
    let is =
        |alert: &AlertRow, one: &Holds| (alert.date, alert.kind, &alert.subject) == (one.date, one.kind, &one.subject);
    let new: Vec<&Holds> = holds.iter().filter(|one| open.iter().all(|alert| !is(alert, one))).collect();
    let (still, over): (Vec<&AlertRow>, Vec<&AlertRow>) =
        open.iter().partition(|alert| holds.iter().any(|one| is(alert, one)));
    let late = |alert: &&&AlertRow| alert.acknowledged_at.is_none() && alert.next_step_at.is_some_and(|at| at <= now);
    let late: Vec<&AlertRow> = still.iter().filter(late).copied().collect();
    if new.is_empty() && over.is_empty() && late.is_empty() {
        return Ok(0);
    }
    let rows = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let around = Around::load(tx, looked.organization())?;
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
        let rows = letters.rows(looked.organization(), now)?;
        messages::insert(tx, &rows)?;
        Ok(rows)
    })?;
    rows.iter().filter_map(|row| row.person_id).for_each(|person| app.bus.person_told(person));
    Ok(rows.len())
}

fn raise(
    tx: &mut Tx,
    looked: &dyn Looked,
    around: &Around,
    one: &Holds,
    now: Moment,
    letters: &mut Letters,
) -> Result<()> {
    let Some(steps) = around.steps(one.kind)? else { return Ok(()) };
    let due = around.due(&steps, looked, &one.subject);
    let (told, next) = so_far(&due, now, now);
    let alert = AlertRow {
        id: AlertId::fresh(),
        organization_id: looked.organization().id,
        kind: one.kind,
        date: one.date,
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
    looked: &dyn Looked,
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

/// How many of the steps are due by now, and when the next one is. Where nobody can be told yet, that is looked at again.
fn so_far(due: &[(StepTo, i64)], raised_at: Moment, now: Moment) -> (usize, Option<Moment>) {
    if due.is_empty() {
        return (0, Some(now.plus(NOBODY_YET)));
    }
    let at = |after: i64| raised_at.plus(TimeDelta::try_seconds(after).unwrap_or_default());
    let told = due.iter().take_while(|(_, after)| at(*after) <= now).count();
    (told, due.get(told).map(|(_, after)| at(*after)))
}

/// Tells the people of some steps, and the channels that no earlier step told.
fn tell(
    occasion: Occasion,
    looked: &dyn Looked,
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
    looked: &dyn Looked,
    around: &Around,
    alert: &AlertRow,
    now: Moment,
    letters: &mut Letters,
) -> Result<()> {
    let resolved = now < alert.until;
    if !alerts::close(tx, alert.id, now, resolved)? || !resolved || !alert.kind.tells_its_end() {
        return Ok(());
    }
    for message in told_of(tx, looked.organization(), alert)? {
        if message.channel_id.is_none_or(|channel| around.uses(channel)) {
            letters.add(Occasion::Resolved, alert, (message.person_id, message.channel_id));
        }
    }
    Ok(())
}
