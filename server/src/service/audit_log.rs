//! Reading the audit log, by those entitled. Looking at it as a file is itself written into it.

use serde_json::json;

use crate::domain::id::{AuditId, OrganizationId, PersonId, SessionId};
use crate::domain::rights::Right;
use crate::domain::scope::{Path, Scope};
use crate::problem::{Code, Problem, Result};
pub use crate::store::audit::{AuditFilter, AuditLine};
use crate::store::{audit, memberships};

use super::actor::Origin;
use super::audit::{By, Event, Outcome};
use super::{Actor, App};

/// The most lines in one file.
const MOST: i64 = 50_000;

/// A line and the name of whoever did it.
pub type Named = (AuditLine, Option<String>);

/// A page of the log, newest first.
///
/// Lines that belong to no organization are for those who manage the keys of the whole installation.
///
/// # Errors
/// [`Code::Forbidden`] for people who may read the log nowhere; `not_found` for an organization that they do not see.
pub fn list(
    app: &App,
    actor: &Actor,
    organization: Option<OrganizationId>,
    filter: AuditFilter,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<Named>> {
    let scope = actor.scope(Right::ReadAudit);
    if scope == Scope::Subtrees(Vec::new()) {
        return Err(Problem::new(Code::Forbidden).detail(Right::ReadAudit));
    }
    let place = organization.map(|id| actor.require(app, Right::ReadAudit, id)).transpose()?;
    let everywhere = match actor.scope(Right::ManageKeys) {
        Scope::Everything => true,
        Scope::Subtrees(paths) => paths.iter().any(Path::is_root),
    };
    let filter = AuditFilter { organization: place.map(|place| place.path), homeless: everywhere, ..filter };
    Ok(app.store.read(&scope, |read| audit::list(read, &filter, before, limit))?)
}

/// The lines of a file: at most 50,000, newest first. It is written into the log that the actor took them.
///
/// # Errors
/// Those of [`list`].
pub fn export(
    app: &App,
    actor: &Actor,
    organization: Option<OrganizationId>,
    filter: AuditFilter,
) -> Result<Vec<Named>> {
    let rows = list(app, actor, organization, filter, None, MOST)?;
    let now = app.clock.now();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let home = memberships::home(tx, actor.person)?;
        let details = json!({ "lines": rows.len() });
        super::audit::done(
            tx,
            actor,
            now,
            Event { action: "audit.export", organization: home.as_ref(), subject: None, details },
        )
    })?;
    Ok(rows)
}

/// Writes down that somebody was refused for want of a right.
///
/// # Errors
/// Those of the database.
pub fn denied(app: &App, by: Denied, request: &str) -> Result<()> {
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        let home = memberships::home(tx, by.actor.0)?;
        let organization = by.problem.denied_at.as_ref().or(home.as_ref());
        let details = json!({ "request": request, "right": by.problem.detail });
        let event = Event { action: "request", organization, subject: None, details };
        let who = By { person: Some(by.actor.0), session: Some(by.actor.1), origin: &by.origin };
        super::audit::by(tx, who, Outcome::Denied, now, event)
    })
}

/// A refusal.
pub struct Denied {
    /// Whose, on which session.
    pub actor: (PersonId, SessionId),
    /// From where.
    pub origin: Origin,
    /// What was lacking, and where.
    pub problem: Problem,
}
