//! The audit log: each change writes its line in its own transaction, so that neither is there without the other.

use serde_json::Value;

use crate::domain::id::{AuditId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::scope::Path;
use crate::domain::text_enum::text_enum;
use crate::problem::Result;
use crate::store::audit::{self, AuditLine};
use crate::store::{JsonText, Tx};

use super::Actor;
use super::actor::Origin;

text_enum! {
    /// How an action ended.
    pub enum Outcome {
        /// It was done.
        Done = "done",
        /// It was refused for want of a right.
        Denied = "denied",
        /// It did not succeed, such as a wrong password.
        Failed = "failed",
    }
}

/// What happened.
#[derive(Debug)]
pub struct Event<'a> {
    /// What, as `subject.verb`: `checkpoint.edit`, `session.open`.
    pub action: &'static str,
    /// Where in the tree; decides who may read the line.
    pub organization: Option<&'a Path>,
    /// Which record: its kind and its id.
    pub subject: Option<(&'static str, String)>,
    /// What changed; never a secret, never a phone number.
    pub details: Value,
}

/// Writes the line of something that an actor did.
///
/// # Errors
/// Those of the database.
pub fn done(tx: &mut Tx, actor: &Actor, now: Moment, event: Event) -> Result<()> {
    record(tx, Some(actor), Outcome::Done, now, event)
}

/// Writes a line; without an actor for the server itself.
///
/// # Errors
/// Those of the database.
pub fn record(tx: &mut Tx, actor: Option<&Actor>, outcome: Outcome, now: Moment, event: Event) -> Result<()> {
    let by = actor.map(|actor| By { person: Some(actor.person), session: Some(actor.session), origin: &actor.origin });
    write(tx, by, outcome, now, event)
}

/// Somebody who is not, or not yet, signed in.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// Who, if that is known.
    pub person: Option<PersonId>,
    /// On which session, if there is one.
    pub session: Option<SessionId>,
    /// From where.
    pub origin: &'a Origin,
}

/// Writes a line of somebody who is not signed in: signing in, joining, setting up.
///
/// # Errors
/// Those of the database.
pub fn by(tx: &mut Tx, by: By, outcome: Outcome, now: Moment, event: Event) -> Result<()> {
    write(tx, Some(by), outcome, now, event)
}

fn write(tx: &mut Tx, by: Option<By>, outcome: Outcome, now: Moment, event: Event) -> Result<()> {
    let (subject_kind, subject_id) = event.subject.map(|(kind, id)| (kind.to_owned(), id)).unzip();
    let line = AuditLine {
        id: AuditId::fresh(),
        at: now,
        actor_id: by.and_then(|by| by.person),
        session_id: by.and_then(|by| by.session),
        action: event.action.to_owned(),
        outcome: outcome.to_string(),
        organization_path: event.organization.cloned(),
        subject_kind,
        subject_id,
        address: by.map(|by| by.origin.address.clone()),
        request_id: by.map(|by| by.origin.request_id.clone()),
        details: JsonText::of(&event.details)?,
    };
    Ok(audit::insert(tx, &line)?)
}
