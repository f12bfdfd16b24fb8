//! Later words on a check-in: co-signing, voiding, reviewing a flag. The check-in itself never changes.

use serde_json::json;

use super::stand::{shows, that_stand};
use super::view::{Shown, dress, with_right, zone_of};
use crate::domain::check_in::effective::{AmendmentKind, ReviewOutcome, effective_grade};
use crate::domain::check_in::flags::Flag;
use crate::domain::id::{AmendmentId, CheckInId};
use crate::domain::moment::Moment;
use crate::domain::rights::{Grant, Holding, Right};
use crate::domain::words::{CheckInKind, FenceClass, Grade, Role};
use crate::problem::{Code, Problem, Result};
use crate::service::audit::{self, Event};
use crate::service::{Actor, App};
use crate::store::check_ins::{self, Amendment, CheckIn};
use crate::store::organizations::Organization;
use crate::store::{Tx, stale_days};

/// Vouches for somebody's check-in at the post where one is on duty oneself.
///
/// "On duty there" is an own arrival or "still here" at that checkpoint, graded at least likely by itself and not voided, at most one
/// hold before or after the check-in and without a leave in between, in a role that may co-sign. Asking for `likely` by itself keeps
/// two people whose word is all there is from raising each other.
///
/// # Errors
/// `not_found`, `forbidden`, `own_check_in`, `co_sign_without_effect`, `not_on_duty_there`, `duplicate`.
pub fn co_sign(app: &App, actor: &Actor, id: CheckInId, reason: &str) -> Result<Shown> {
    let (row, school) = with_right(app, actor, Right::CoSign, id)?;
    if row.person_id == actor.person {
        return Err(Code::OwnCheckIn.into());
    }
    let role = role_on_duty(app, actor, &row, &school)?.ok_or(Code::NotOnDutyThere)?;
    amend(app, actor, &row, &school, "check_in.co_sign", |tx, draft| {
        let said = check_ins::amendments_of(tx, &[row.id])?;
        let now = effective_grade(row.grade, row.fence, said.iter().map(|amendment| amendment.kind));
        if now == Grade::Rejected || row.fence == FenceClass::Outside {
            return Err(Code::CoSignWithoutEffect.into());
        }
        let again = |one: &Amendment| one.kind == AmendmentKind::CoSign && one.author_id == actor.person;
        if said.iter().any(again) {
            return Err(Code::Duplicate.into());
        }
        let reason = reason.to_owned();
        Ok(vec![Amendment { kind: AmendmentKind::CoSign, author_role: Some(role), reason, ..draft }])
    })
}

/// The role in which the actor stood there, if it is one that may co-sign.
fn role_on_duty(app: &App, actor: &Actor, row: &CheckIn, school: &Organization) -> Result<Option<Role>> {
    let Some(checkpoint) = row.checkpoint_id else { return Ok(None) };
    let date = row.at.date_in(zone_of(&school.timezone));
    let (_, hold) = app.directory.answer(app, |known| known.day(school.id, date).map(|day| day.hold_micros))?;
    let span = (Moment(row.at.0.saturating_sub(hold)), Moment(row.at.0.saturating_add(hold)));
    let may = |role: &Role| may_vouch(actor, school, *role);
    app.store.read::<_, Problem>(&actor.scope(Right::CoSign), |read| {
        let own = check_ins::stays_at(read, actor.person, checkpoint, span)?;
        let (left, proofs): (Vec<_>, Vec<_>) =
            that_stand(read, own)?.into_iter().partition(|one| one.kind == CheckInKind::Leave);
        let left: Vec<Moment> = left.into_iter().map(|one| one.at).collect();
        let there = proofs.into_iter().filter(|proof| shows(proof.at, &left, hold, row.at));
        Ok(there.filter_map(|proof| proof.role).find(may))
    })
}

/// Whether the actor may vouch for others at a school in that role.
pub(super) fn may_vouch(actor: &Actor, school: &Organization, role: Role) -> bool {
    let leads_guards = |grant: &Grant| {
        grant.holding == Holding::Role { role: Role::Guard, in_charge: true }
            && grant.gives(Right::CoSign, &school.path)
    };
    match role {
        Role::SchoolLeader | Role::Police | Role::TrafficPolice => true,
        Role::Guard => actor.grants.iter().any(leads_guards),
        _ => false,
    }
}

/// Declares that a check-in is not to stand. The original stays.
///
/// # Errors
/// `not_found`, `forbidden`, `duplicate` if it is void already.
pub fn void(app: &App, actor: &Actor, id: CheckInId, reason: &str) -> Result<Shown> {
    let (row, school) = with_right(app, actor, Right::AmendEvidence, id)?;
    amend(app, actor, &row, &school, "check_in.void", |tx, draft| {
        let said = check_ins::amendments_of(tx, &[row.id])?;
        if said.iter().any(|amendment| amendment.kind == AmendmentKind::Void) {
            return Err(Code::Duplicate.into());
        }
        Ok(vec![Amendment { kind: AmendmentKind::Void, reason: reason.to_owned(), ..draft }])
    })
}

/// Writes down what the review of a flag came to; of every flag of the check-in if none is named.
///
/// # Errors
/// `not_found`, `forbidden`, `own_check_in`, `not_flagged`.
pub fn review(
    app: &App,
    actor: &Actor,
    id: CheckInId,
    flag: Option<Flag>,
    outcome: ReviewOutcome,
    reason: &str,
) -> Result<Shown> {
    let (row, school) = with_right(app, actor, Right::AmendEvidence, id)?;
    if row.person_id == actor.person {
        return Err(Code::OwnCheckIn.into());
    }
    let flags: Vec<Flag> = row.flags.read()?;
    let reviewed: Vec<Flag> = flags.into_iter().filter(|one| flag.is_none_or(|flag| flag == *one)).collect();
    if reviewed.is_empty() {
        return Err(Code::NotFlagged.into());
    }
    amend(app, actor, &row, &school, "check_in.review", |_, draft| {
        let word = |flag: &Flag| Amendment {
            id: AmendmentId::fresh(),
            flag: Some(*flag),
            outcome: Some(outcome),
            reason: reason.to_owned(),
            ..draft.clone()
        };
        Ok(reviewed.iter().map(word).collect())
    })
}

/// Records the words, marks the day, and tells the news.
fn amend(
    app: &App,
    actor: &Actor,
    row: &CheckIn,
    school: &Organization,
    action: &'static str,
    words: impl FnOnce(&mut Tx, Amendment) -> Result<Vec<Amendment>>,
) -> Result<Shown> {
    let now = app.clock.now();
    let draft = Amendment {
        id: AmendmentId::fresh(),
        check_in_id: row.id,
        school_id: row.school_id,
        kind: AmendmentKind::Review,
        flag: None,
        outcome: None,
        author_id: actor.person,
        author_role: None,
        reason: String::new(),
        at: now,
    };
    let shown = app.store.write::<_, Problem>(&actor.scope(Right::ReadSetUp), |tx| {
        let words = words(tx, draft)?;
        for word in &words {
            check_ins::insert_amendment(tx, word)?;
        }
        stale_days::mark(tx, school.id, row.at.date_in(zone_of(&school.timezone)))?;
        let details = json!({ "reason": words.first().map(|word| &word.reason) });
        let subject = Some(("check_in", row.id.to_string()));
        audit::done(tx, actor, now, Event { action, organization: Some(&school.path), subject, details })?;
        dress(app, tx, vec![row.clone()])?.pop().ok_or_else(|| Code::NotFound.into())
    })?;
    app.bus.school_changed(school.id);
    Ok(shown)
}
