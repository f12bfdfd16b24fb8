//! What is done about an alarm.

use serde_json::json;

use super::view::{AlarmView, can_handle, shown};
use crate::domain::alarm::{AlarmState, AlarmStep};
use crate::domain::alert::Told;
use crate::domain::id::{AlarmId, AlarmStepId};
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::alerts::by_hand::Help;
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::alarms::{self, AlarmStepRow};
use crate::store::alerts::{self, AlertRow};
use crate::store::organizations;
use crate::store::{JsonText, Tx};

/// The longest text, characters.
const LONGEST_TEXT: usize = 500;

/// Takes a step. Whoever raised it withdraws it; whoever was told, and whoever may change the day, takes the others.
///
/// # Errors
/// `not_found`, `forbidden`, `step_not_possible`, `invalid_field`.
pub fn take(app: &App, actor: &Actor, id: AlarmId, step: AlarmStep, text: &str) -> Result<AlarmView> {
    let text = text.trim();
    if text.chars().count() > LONGEST_TEXT || (step.needs_words() && text.is_empty()) {
        let told = format!(
            "what was done, or why; 1 to {LONGEST_TEXT} characters / 请写明处理情况或原因，最多 {LONGEST_TEXT} 字"
        );
        return Err(Problem::invalid("text", told));
    }
    let now = app.clock.now();
    let (row, told) = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let row = alarms::find(tx, id)?.ok_or(Code::NotFound)?;
        let school = organizations::find(tx, row.school_id)?;
        let own = row.person_id == actor.person;
        let handles = can_handle(tx, actor, &school, &row)?;
        if !own && !handles {
            actor.require_seen(Right::ChangeDay, &school.path)?;
        }
        if (step == AlarmStep::Withdrawn && !own) || (step != AlarmStep::Withdrawn && !handles) {
            return Err(Code::Forbidden.into());
        }
        let state = AlarmState::after(alarms::steps_of(tx, vec![id])?.into_iter().map(|one| one.kind));
        let then = state.then(step).ok_or(Code::StepNotPossible)?;
        let taken = AlarmStepRow {
            id: AlarmStepId::fresh(),
            alarm_id: id,
            kind: step,
            person_id: actor.person,
            at: now,
            text: text.to_owned(),
        };
        alarms::insert_step(tx, &taken)?;
        let alert = alerts::find(tx, row.alert_id)?;
        alerts::acknowledge(tx, alert.id, actor.person, now)?;
        let told = if then.is_over() {
            let alert = if step == AlarmStep::Withdrawn { withdrawn(alert, text)? } else { alert };
            Help::load(app, tx, &school, row.person_id)?.end(tx, &alert, now)?
        } else {
            Vec::new()
        };
        let details = json!({ "step": step, "drill": row.drill });
        note(app, tx, actor, &school, "alarm.step", ("alarm", id.to_string()), details)?;
        Ok((row, told))
    })?;
    told.iter().filter_map(|row| row.person_id).for_each(|person| app.bus.person_told(person));
    shown(app, actor, row)
}

/// The alert, as its end is told.
fn withdrawn(alert: AlertRow, why: &str) -> Result<AlertRow> {
    let told: Told = alert.told.read()?;
    Ok(AlertRow { told: JsonText::of(&Told { withdrawn: Some(why.to_owned()), ..told })?, ..alert })
}

/// Somebody acknowledged the alert of an alarm: they see to the alarm. Nobody sees to their own.
pub(in crate::service) fn acknowledged(app: &App, tx: &mut Tx, actor: &Actor, alert: &AlertRow) -> Result<()> {
    let Ok(id) = alert.subject.parse::<AlarmId>() else { return Ok(()) };
    if alarms::find(tx, id)?.is_some_and(|row| row.person_id == actor.person) {
        return Err(Code::Forbidden.into());
    }
    let state = AlarmState::after(alarms::steps_of(tx, vec![id])?.into_iter().map(|one| one.kind));
    if state.then(AlarmStep::Acknowledged).is_none() {
        return Ok(());
    }
    let (at, text) = (app.clock.now(), String::new());
    let (alarm_id, person_id) = (id, actor.person);
    Ok(alarms::insert_step(
        tx,
        &AlarmStepRow { id: AlarmStepId::fresh(), alarm_id, kind: AlarmStep::Acknowledged, person_id, at, text },
    )?)
}
