//! What a person agreed to. The newest answer counts, so withdrawing works at once.

use serde_json::json;

use crate::domain::consent::ConsentKind;
use crate::domain::id::{ConsentId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::store::consents;
pub use crate::store::consents::Consent;
use crate::store::{Tx, memberships};

use super::audit::{self, Event};
use super::{Actor, App};

/// The actor's newest answer to each kind, if there is one.
///
/// # Errors
/// Those of the database.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<(ConsentKind, Option<Consent>)>> {
    app.store.read(&Scope::Everything, |read| {
        ConsentKind::ALL.iter().map(|kind| Ok((*kind, consents::newest(read, actor.person, *kind)?))).collect()
    })
}

/// Records the actor's answer to the text in force.
///
/// # Errors
/// `invalid_field` for refusing the terms: who does not want them any more leaves.
pub fn answer(app: &App, actor: &Actor, kind: ConsentKind, given: bool) -> Result<()> {
    if kind == ConsentKind::Terms && !given {
        return Err(Problem::invalid(
            "given",
            "the terms cannot be withdrawn while you take part; leave instead / 参与期间不能撤回，请先退出",
        ));
    }
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        record(tx, actor.person, kind, given, now)?;
        let home = memberships::home(tx, actor.person)?;
        let event = Event {
            action: "consent.answer",
            organization: home.as_ref(),
            subject: Some(("person", actor.person.to_string())),
            details: json!({ "kind": kind, "given": given, "version": kind.version() }),
        };
        audit::done(tx, actor, now, event)
    })
}

/// Keeps an answer to the text in force.
pub(super) fn record(tx: &mut Tx, person: PersonId, kind: ConsentKind, given: bool, now: Moment) -> Result<()> {
    let document_version = kind.version().to_owned();
    Ok(consents::insert(
        tx,
        &Consent { id: ConsentId::fresh(), person_id: person, kind, document_version, given, at: now },
    )?)
}
