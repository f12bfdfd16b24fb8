//! What a look comes to: new alerts are raised, those that nobody acknowledged go a step further, those that hold no more are closed, all
//! in one transaction with what is told of them.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::compose::Letters;
use super::looked::{Holds, Looked};
use super::people::{Around, Due};
use super::told_of;
use crate::domain::alert::{ChannelKind, Occasion, Told, Urgency};
use crate::domain::id::AlertId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::store::alerts::{self, AlertRow};
use crate::store::channels::ChannelRow;
use crate::store::messages::MessageRow;
use crate::store::{JsonText, Tx, messages, persons};

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
        open.iter().partition(|alert| alert.kind.is_by_hand() || holds.iter().any(|one| is(alert, one)));
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
) -> Result<Option<AlertRow>> {
    let Some(steps) = around.steps(one.kind)? else { return Ok(None) };
    let due = around.due(&steps, looked, &one.subject);
    let (passed, next) = so_far(&due, now, now);
    let alert = AlertRow {
        id: AlertId::fresh(),
        organization_id: looked.organization().id,
        kind: one.kind,
        date: one.date,
        subject: one.subject.clone(),
        told: JsonText::of(&named(tx, one)?)?,
        since: Moment::from_seconds(one.since),
        until: Moment::from_seconds(one.until),
        raised_at: now,
        step: 0,
        next_step_at: next,
        acknowledged_at: None,
        acknowledged_by: None,
        closed_at: None,
        resolved: false,
    };
    let step = i32::try_from(passed).unwrap_or(i32::MAX);
    if !alerts::raise(tx, &AlertRow { step, ..alert.clone() })? {
        return Ok(None);
    }
    tell(Occasion::Raised, looked, around, &alert, &due, passed, letters);
    Ok(Some(AlertRow { step, ..alert }))
}

/// What is told, with the name of whom it is about.
fn named(tx: &mut Tx, one: &Holds) -> Result<Told> {
    let name = one.person.map(|person| persons::names(tx, vec![person])).transpose()?;
    let person = name.and_then(|mut names| names.pop()).map(|(_, name)| name);
    Ok(Told { person, ..one.told.clone() })
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
    let (passed, next) = so_far(&due, alert.raised_at, now);
    let passed = passed.max(usize::try_from(alert.step).unwrap_or_default());
    if alerts::advance(tx, alert.id, alert.step, i32::try_from(passed).unwrap_or(i32::MAX), next)? {
        tell(Occasion::Escalated, looked, around, alert, &due, passed, letters);
    }
    Ok(())
}

/// The place of the first step that is not due yet, and when it is. Where nobody can be told yet, that is looked at again.
fn so_far(due: &[Due], raised_at: Moment, now: Moment) -> (usize, Option<Moment>) {
    if due.is_empty() {
        return (0, Some(now.plus(NOBODY_YET)));
    }
    let at = |one: &Due| raised_at.plus(TimeDelta::try_seconds(one.after).unwrap_or_default());
    let passed = due.iter().filter(|one| at(one) <= now).map(|one| one.place + 1).max().unwrap_or_default();
    (passed, due.iter().find(|one| one.place >= passed).map(at))
}

/// Tells the people of the steps from the alert's own to before `passed`, and the channels that no earlier step told.
fn tell(
    occasion: Occasion,
    looked: &dyn Looked,
    around: &Around,
    alert: &AlertRow,
    due: &[Due],
    passed: usize,
    letters: &mut Letters,
) {
    let from = usize::try_from(alert.step).unwrap_or_default();
    let reached = |one: &Due| around.reached(one.to, looked, &alert.subject);
    let earlier = due.iter().filter(|one| one.place < from);
    let told: BTreeSet<_> = earlier.flat_map(|one| reached(one).channels).map(|one| one.id).collect();
    for one in due.iter().filter(|one| from <= one.place && one.place < passed) {
        let step = reached(one);
        let by_text = |one: &ChannelRow| one.kind == ChannelKind::Sms;
        let channels = step.channels.iter().filter(|one| by_text(one) || !told.contains(&one.id));
        let urgency = Urgency::of(alert.kind, one.to);
        letters.tell((occasion, urgency), alert, &step.people, channels.map(|one| (one.id, one.kind)));
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
            letters.add((Occasion::Resolved, message.urgency), alert, (message.person_id, message.channel_id));
        }
    }
    Ok(())
}

/// Raises an alert by hand, and tells the first steps at once. The messages are written with it.
pub(super) fn raise_by_hand(
    tx: &mut Tx,
    looked: &dyn Looked,
    one: &Holds,
    now: Moment,
) -> Result<(AlertRow, Vec<MessageRow>)> {
    let around = Around::load(tx, looked.organization())?;
    let mut letters = Letters::default();
    let alert = raise(tx, looked, &around, one, now, &mut letters)?.ok_or(Code::Duplicate)?;
    let rows = letters.rows(looked.organization(), now)?;
    messages::insert(tx, &rows)?;
    Ok((alert, rows))
}

/// Ends an alert by hand: everybody who was told of it learns that.
pub(super) fn end_by_hand(tx: &mut Tx, looked: &dyn Looked, alert: &AlertRow, now: Moment) -> Result<Vec<MessageRow>> {
    let around = Around::load(tx, looked.organization())?;
    let mut letters = Letters::default();
    close(tx, looked, &around, alert, now, &mut letters)?;
    let rows = letters.rows(looked.organization(), now)?;
    messages::insert(tx, &rows)?;
    Ok(rows)
}
