//! Corrections (补卡): what could not be checked in is asked for with a reason, and an office holder decides.

use chrono::TimeDelta;
use serde_json::json;

use super::audit::{self, Event};
use super::check_ins::correction_row;
use super::{Actor, App};
use crate::domain::correction::{Barred, barred};
use crate::domain::id::{CheckpointId, CorrectionId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::{Right, roles_over};
use crate::domain::scope::Scope;
pub use crate::domain::words::CorrectionState;
use crate::domain::words::{CheckInKind, Role};
use crate::problem::{Code, Problem, Result};
pub use crate::store::corrections::Correction;
use crate::store::corrections::{self, Decision};
use crate::store::organizations::Organization;
use crate::store::{check_ins, checkpoints, memberships, offices, stale_days};

/// How long afterwards a correction may be asked for.
const AT_MOST_BACK: TimeDelta = TimeDelta::days(31);

/// A correction, as asked for.
#[derive(Debug)]
pub struct NewCorrection {
    /// Where.
    pub checkpoint_id: CheckpointId,
    /// Who was there; oneself if none.
    pub person_id: Option<PersonId>,
    /// In what capacity.
    pub role: Role,
    /// What is to be recorded.
    pub kind: CheckInKind,
    /// When it was.
    pub at: Moment,
    /// Why it could not be recorded then.
    pub reason: String,
}

/// Asks for a correction: for oneself with the right to check in there, for somebody else with the right to co-sign.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`, `role_not_held`.
pub fn ask(app: &App, actor: &Actor, school: OrganizationId, new: NewCorrection) -> Result<Correction> {
    let person = new.person_id.unwrap_or(actor.person);
    let right = if person == actor.person { Right::CheckIn } else { Right::CoSign };
    let school = actor.require(app, right, school)?;
    let now = app.clock.now();
    if new.at > now || new.at < now.minus(AT_MOST_BACK) {
        return Err(Problem::invalid("at", "it lies in the last 31 days / 应在最近 31 天内"));
    }
    let row = Correction {
        id: CorrectionId::fresh(),
        school_id: school.id,
        checkpoint_id: new.checkpoint_id,
        person_id: person,
        role: new.role,
        kind: new.kind,
        at: new.at,
        reason: new.reason,
        requested_by: actor.person,
        requested_at: now,
        state: CorrectionState::Requested,
        decided_by: None,
        decided_at: None,
        decision_reason: None,
        check_in_id: None,
    };
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        if checkpoints::find(tx, row.checkpoint_id)?.school_id != school.id {
            return Err(Code::NotFound.into());
        }
        let grants = memberships::grants(tx, person)?;
        if !roles_over(&grants, &school.path).any(|role| role == row.role) {
            return Err(Code::RoleNotHeld.into());
        }
        corrections::insert(tx, &row)?;
        audit::done(tx, actor, now, event("correction.ask", &row, &school))
    })?;
    Ok(row)
}

/// A part of a school's corrections, newest first: all of them for whoever may read evidence, else one's own.
///
/// # Errors
/// `not_found`.
pub fn list(
    app: &App,
    actor: &Actor,
    school: OrganizationId,
    state: Option<CorrectionState>,
    after: Option<(Moment, CorrectionId)>,
    limit: i64,
) -> Result<Vec<Correction>> {
    let organization = actor.require(app, Right::ReadSetUp, school)?;
    let all = actor.require_over(Right::ReadEvidence, &organization.path).is_ok();
    let person = (!all).then_some(actor.person);
    Ok(app
        .store
        .read(&actor.scope(Right::ReadSetUp), |read| corrections::list(read, school, person, state, after, limit))?)
}

/// Decides. Nobody decides about their own presence, nor on what they asked for while another office holder of the school could.
/// Approved, it becomes a check-in that is graded `claimed`.
///
/// # Errors
/// `not_found`, `forbidden`, `own_check_in`, `own_request`, `correction_decided`.
pub fn decide(app: &App, actor: &Actor, id: CorrectionId, approve: bool, reason: &str) -> Result<Correction> {
    let row = app.store.read(&actor.scope(Right::ReadSetUp), |read| corrections::find(read, id))?;
    let school = actor.require(app, Right::AmendEvidence, row.school_id)?;
    let offices = app.store.read(&Scope::Everything, |read| offices::held_at(read, vec![school.id]))?;
    let held = offices.into_iter().filter_map(|held| Some((held.person, held.office?)));
    match barred(actor.person, (row.person_id, row.requested_by), held) {
        Some(Barred::OwnPresence) => return Err(Code::OwnCheckIn.into()),
        Some(Barred::OwnRequest) => return Err(Code::OwnRequest.into()),
        None => {}
    }
    let now = app.clock.now();
    let check_in = if approve { Some(correction_row(app, &row, &school, now)?) } else { None };
    let decision = Decision {
        state: if approve { CorrectionState::Approved } else { CorrectionState::Refused },
        decided_by: actor.person,
        decided_at: now,
        decision_reason: reason.to_owned(),
        check_in_id: check_in.as_ref().map(|check_in| check_in.id),
    };
    let decided = app.store.write::<_, Problem>(&actor.scope(Right::ReadSetUp), |tx| {
        if let Some(check_in) = check_in {
            check_ins::insert_many(tx, &[check_in], &[])?;
            stale_days::mark(tx, school.id, row.at.date_in(super::school_day::zone_of(&school.timezone)?))?;
        }
        corrections::decide(tx, id, &decision).map_err(|error| match error {
            crate::store::Error::Stale => Code::CorrectionDecided.into(),
            other => Problem::from(other),
        })?;
        audit::done(tx, actor, now, event("correction.decide", &row, &school))?;
        Ok(corrections::find(tx, id)?)
    })?;
    app.bus.school_changed(school.id);
    Ok(decided)
}

fn event<'a>(action: &'static str, row: &Correction, school: &'a Organization) -> Event<'a> {
    let subject = Some(("correction", row.id.to_string()));
    let details = json!({ "person_id": row.person_id, "checkpoint_id": row.checkpoint_id, "reason": row.reason });
    Event { action, organization: Some(&school.path), subject, details }
}
