//! What is done about a hazard.

use chrono::NaiveDate;
use serde_json::json;

use super::view::{HazardView, asker, shown, standing};
use crate::domain::hazard::{HazardStep, Taken};
use crate::domain::id::{HazardId, HazardStepId, PersonId};
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::hazards::{self, HazardStepRow};
use crate::store::memberships::{self, Filter, MembershipState};
use crate::store::organizations;

/// The longest text, characters.
const LONGEST_TEXT: usize = 1000;

/// A step as it is asked for.
#[derive(Debug, Clone)]
pub struct NewStep {
    /// What.
    pub kind: HazardStep,
    /// In words.
    pub text: String,
    /// Who has to put it right; for an assignment.
    pub assignee: Option<PersonId>,
    /// By when; for an assignment, a sending back or a reopening.
    pub deadline: Option<NaiveDate>,
}

/// Takes a step. Whoever may change the school's day takes every step, whoever it is assigned to puts it right; who put it right never
/// accepts it, and what is major is accepted by those above the school.
///
/// # Errors
/// `not_found`, `forbidden`, `step_not_possible`, `invalid_field`.
pub fn take(app: &App, actor: &Actor, id: HazardId, step: &NewStep) -> Result<HazardView> {
    let text = step.text.trim();
    if text.chars().count() > LONGEST_TEXT || (step.kind.needs_words() && text.is_empty()) {
        let told =
            format!("what was done, or why; 1 to {LONGEST_TEXT} characters / 请写明情况或原因，最多 {LONGEST_TEXT} 字");
        return Err(Problem::invalid("text", told));
    }
    let now = app.clock.now();
    let row = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let row = hazards::find(tx, id)?.ok_or(Code::NotFound)?;
        let school = organizations::find(tx, row.school_id)?;
        let steps = hazards::steps_of(tx, vec![id])?.remove(&id).unwrap_or_default();
        let stands = standing(&school, &row, &steps)?;
        if !stands.lets(&asker(actor, &school, &row), row.level, step.kind) {
            actor.require_seen(Right::ChangeDay, &school.path)?;
            return Err(Code::Forbidden.into());
        }
        let taken = Taken { kind: step.kind, by: actor.person, assignee: step.assignee, deadline: step.deadline };
        stands.after(&taken).ok_or(Code::StepNotPossible)?;
        let assigns = step.kind == HazardStep::Assigned;
        if step.assignee.is_some() && !assigns {
            return Err(Problem::invalid("assignee_id", "only with an assignment / 只在交办时填写"));
        }
        if let Some(person) = step.assignee {
            let filter = Filter {
                person: Some(person),
                organization: Some(school.id),
                state: Some(MembershipState::Active),
                ..Filter::default()
            };
            if memberships::list(tx, &filter, None, 1)?.is_empty() {
                return Err(Problem::invalid("assignee_id", "somebody of the school / 应为本校人员"));
            }
        }
        let place = i32::try_from(steps.len()).unwrap_or(i32::MAX);
        let new = HazardStepRow {
            id: HazardStepId::fresh(),
            hazard_id: id,
            place,
            kind: step.kind,
            person_id: actor.person,
            at: now,
            text: text.to_owned(),
            assignee_id: step.assignee,
            deadline: step.deadline,
        };
        hazards::insert_step(tx, &new)?;
        let details = json!({ "step": step.kind, "number": row.number });
        note(app, tx, actor, &school, "hazard.step", ("hazard", id.to_string()), details)?;
        Ok(row)
    })?;
    app.bus.school_changed(row.school_id);
    shown(app, actor, row)
}
