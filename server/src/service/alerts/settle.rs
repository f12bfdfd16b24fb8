//! What a look comes to: new alerts are raised, those that nobody acknowledged go a step further, those that hold no more are closed, all
//! in one transaction with what is told of them.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::TimeDelta;

use super::compose::Letters;
use super::looked::{Holds, Looked};
use super::people::{Around, Due, Surroundings};
use super::told_of_all;
use crate::domain::alert::{ChannelKind, Occasion, Told, Urgency};
use crate::domain::id::AlertId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::store::alerts::{self, AlertRow};
use crate::store::channels::ChannelRow;
use crate::store::messages::MessageRow;
use crate::store::organizations::Organization;
use crate::store::{JsonText, Tx, messages, persons};

/// How long until it is looked again whether there is somebody to tell.
const NOBODY_YET: TimeDelta = TimeDelta::seconds(60);

/// How many organizations are settled in one transaction: many commits take long, and so does one that others wait for.
const AT_ONCE: usize = 50;

/// What settling came to.
#[derive(Default)]
pub(super) struct Settled {
    /// How many messages were written.
    pub(super) messages: usize,
    /// The last thing that could not be.
    pub(super) failed: Option<Problem>,
}

impl Settled {
    fn add(&mut self, one: Result<usize>) {
        match one {
            Ok(messages) => self.messages += messages,
            Err(problem) => self.failed = Some(problem),
        }
    }
}

/// What is to be done about the alerts of an organization.
struct Plan<'a> {
    looked: &'a dyn Looked,
    new: Vec<Holds>,
    late: Vec<AlertRow>,
    over: Vec<AlertRow>,
}

impl<'a> Plan<'a> {
    /// None if nothing is.
    fn of(looked: &'a mut dyn Looked, open: Vec<AlertRow>, now: Moment) -> Option<Self> {
        let mut new = looked.at(now);
        let is = |alert: &AlertRow, one: &Holds| {
            (alert.date, alert.kind, &alert.subject) == (one.date, one.kind, &one.subject)
        };
        let holds = |alert: &AlertRow| alert.kind.is_by_hand() || new.iter().any(|one| is(alert, one));
        let (still, over): (Vec<AlertRow>, Vec<AlertRow>) = open.into_iter().partition(holds);
        new.retain(|one| still.iter().all(|alert| !is(alert, one)));
        let late = |alert: &AlertRow| alert.acknowledged_at.is_none() && alert.next_step_at.is_some_and(|at| at <= now);
        let late: Vec<AlertRow> = still.into_iter().filter(late).collect();
        let idle = new.is_empty() && over.is_empty() && late.is_empty();
        (!idle).then_some(Self { looked, new, late, over })
    }
}

/// Brings the alerts of organizations up to date, some of them in each transaction and always in the order of their ids, so that
/// several servers do not wait for each other. What cannot be written keeps nothing else back.
pub(super) fn settle(app: &App, visits: Vec<(&mut dyn Looked, Vec<AlertRow>)>, now: Moment) -> Settled {
    let mut plans: Vec<Plan> = visits.into_iter().filter_map(|(looked, open)| Plan::of(looked, open, now)).collect();
    plans.sort_by_key(|plan| plan.looked.organization().id);
    let mut settled = Settled::default();
    for some in plans.chunks(AT_ONCE) {
        match write(app, some, now) {
            Err(_) if some.len() > 1 => {
                some.iter().for_each(|plan| settled.add(write(app, std::slice::from_ref(plan), now)));
            }
            written => settled.add(written),
        }
    }
    settled
}

/// Carries out some plans in one transaction. Says how many messages that made.
fn write(app: &App, plans: &[Plan], now: Moment) -> Result<usize> {
    let rows = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let places: Vec<&Organization> = plans.iter().map(|plan| plan.looked.organization()).collect();
        let surroundings = Surroundings::load(tx, &places)?;
        let all = plans.iter().map(|plan| (plan, surroundings.around(plan.looked.organization()), Letters::default()));
        let mut all: Vec<(&Plan, Around, Letters)> = all.collect();
        close(tx, &mut all, now)?;
        let mut rows = Vec::new();
        for (plan, around, mut letters) in all {
            raise(tx, plan.looked, &around, &plan.new, now, &mut letters)?;
            for alert in &plan.late {
                advance(tx, plan.looked, &around, alert, now, &mut letters)?;
            }
            rows.extend(letters.rows(plan.looked.organization(), now)?);
        }
        messages::insert(tx, &rows)?;
        Ok(rows)
    })?;
    rows.iter().filter_map(|row| row.person_id).for_each(|person| app.bus.person_told(person));
    Ok(rows.len())
}

/// Raises what is not raised yet; answers that.
fn raise(
    tx: &mut Tx,
    looked: &dyn Looked,
    around: &Around,
    new: &[Holds],
    now: Moment,
    letters: &mut Letters,
) -> Result<Vec<AlertRow>> {
    let mut raised = Vec::with_capacity(new.len());
    for one in new {
        let Some(steps) = around.steps(one.kind)? else { continue };
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
            step: i32::try_from(passed).unwrap_or(i32::MAX),
            next_step_at: next,
            acknowledged_at: None,
            acknowledged_by: None,
            closed_at: None,
            resolved: false,
        };
        raised.push((alert, due));
    }
    let rows: Vec<AlertRow> = raised.iter().map(|(alert, _)| alert.clone()).collect();
    let added = alerts::raise(tx, &rows)?;
    for (alert, due) in raised.iter().filter(|(alert, _)| added.contains(&alert.id)) {
        let passed = usize::try_from(alert.step).unwrap_or_default();
        tell(Occasion::Raised, looked, around, (alert, 0), due, passed, letters);
    }
    Ok(rows.into_iter().filter(|alert| added.contains(&alert.id)).collect())
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
        let from = usize::try_from(alert.step).unwrap_or_default();
        tell(Occasion::Escalated, looked, around, (alert, from), &due, passed, letters);
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

/// Tells the people of the steps from one to before `passed`, and the channels that no earlier step told.
fn tell(
    occasion: Occasion,
    looked: &dyn Looked,
    around: &Around,
    (alert, from): (&AlertRow, usize),
    due: &[Due],
    passed: usize,
    letters: &mut Letters,
) {
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

/// Closes what is over, and tells whoever was told of it, if it is right again before its time is over.
fn close(tx: &mut Tx, all: &mut [(&Plan, Around, Letters)], now: Moment) -> Result<()> {
    let mut ended = Vec::new();
    for (place, (plan, ..)) in all.iter().enumerate() {
        for alert in &plan.over {
            if end(tx, alert, now)? {
                ended.push((place, plan.looked.organization().clone(), alert));
            }
        }
    }
    let about: Vec<(Organization, &AlertRow)> = ended.iter().map(|(_, at, alert)| (at.clone(), *alert)).collect();
    let told = told_of_all(tx, &about)?;
    for (place, _, alert) in ended {
        let Some((_, around, letters)) = all.get_mut(place) else { continue };
        tell_end(around, alert, told.get(&alert.id).map(Vec::as_slice).unwrap_or_default(), letters);
    }
    Ok(())
}

/// Closes an alert; true if its end is to be told.
fn end(tx: &mut Tx, alert: &AlertRow, now: Moment) -> Result<bool> {
    let resolved = now < alert.until;
    Ok(alerts::close(tx, alert.id, now, resolved)? && resolved && alert.kind.tells_its_end())
}

fn tell_end(around: &Around, alert: &AlertRow, told: &[Rc<MessageRow>], letters: &mut Letters) {
    for message in told {
        if message.channel_id.is_none_or(|channel| around.uses(channel)) {
            let to = (message.person_id, message.channel_id);
            letters.add((Occasion::Resolved, message.urgency), alert, to);
        }
    }
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
    let raised = raise(tx, looked, &around, std::slice::from_ref(one), now, &mut letters)?;
    let alert = raised.into_iter().next().ok_or(Code::Duplicate)?;
    let rows = letters.rows(looked.organization(), now)?;
    messages::insert(tx, &rows)?;
    Ok((alert, rows))
}

/// Ends an alert by hand: everybody who was told of it learns that.
pub(super) fn end_by_hand(tx: &mut Tx, looked: &dyn Looked, alert: &AlertRow, now: Moment) -> Result<Vec<MessageRow>> {
    let around = Around::load(tx, looked.organization())?;
    let mut letters = Letters::default();
    if end(tx, alert, now)? {
        let told = told_of_all(tx, &[(looked.organization().clone(), alert)])?;
        tell_end(&around, alert, told.get(&alert.id).map(Vec::as_slice).unwrap_or_default(), &mut letters);
    }
    let rows = letters.rows(looked.organization(), now)?;
    messages::insert(tx, &rows)?;
    Ok(rows)
}
