//! Reading the audit log, by those entitled. Looking at it as a file is itself written into it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime, TimeZone as _};
use chrono_tz::Asia::Shanghai;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::domain::id::{AuditId, OrganizationId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::retention::audit_may_go;
use crate::domain::rights::Right;
use crate::domain::scope::{Path, Scope};
use crate::problem::{Code, Problem, Result};
pub use crate::store::audit::{AuditFilter, AuditLine};
use crate::store::{audit, audit_names, memberships};

use super::actor::Origin;
use super::audit::{By, Event, Outcome, record};
use super::{Actor, App};

/// The most lines in one file.
const MOST: i64 = 50_000;

/// A line and the name of whoever did it.
pub type Named = (AuditLine, Option<String>);

/// The names, now, of the records that lines speak of, by id. Ask for lines that the actor may see.
///
/// # Errors
/// Those of the database.
pub fn names(app: &App, lines: &[Named]) -> Result<BTreeMap<Uuid, String>> {
    let mut ids = BTreeSet::new();
    for (line, _) in lines {
        ids.extend(line.subject_id.as_deref().and_then(|id| id.parse::<Uuid>().ok()));
        ids_in(&line.details.read()?, &mut ids);
    }
    Ok(app.store.read(&Scope::Everything, |read| audit_names::names(read, &ids))?)
}

/// Every id in a value.
pub fn ids_in(value: &Value, ids: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) => ids.extend(text.parse::<Uuid>().ok()),
        Value::Array(all) => all.iter().for_each(|one| ids_in(one, ids)),
        Value::Object(all) => all.values().for_each(|one| ids_in(one, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

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

/// Deletes the lines from before a date, at the machine itself; tells how many. It begins at midnight in China. The databases
/// refuse to delete younger lines than six months whoever asks.
///
/// # Errors
/// [`Code::AuditTooYoung`] if lines would go that are not six months old.
pub fn prune(app: &App, before: NaiveDate) -> Result<usize> {
    let midnight = Shanghai.from_local_datetime(&before.and_time(NaiveTime::MIN)).earliest();
    let (before, now) = (midnight.map(Moment::from).ok_or(Code::AuditTooYoung)?, app.clock.now());
    if !audit_may_go(before, now) {
        return Err(Code::AuditTooYoung.into());
    }
    app.store.write(&Scope::Everything, |tx| {
        let lines = audit::delete_before(tx, before)?;
        let details = json!({ "before": before, "lines": lines });
        let event = Event { action: "audit.prune", organization: None, subject: None, details };
        record(tx, None, Outcome::Done, now, event)?;
        Ok(lines)
    })
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
