//! The audit log: who did what, on which record, from where, with which outcome. Rows are only added, and deleted after six
//! months at the earliest.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::columns::JsonText;
use super::connection::MultiBackend;
use super::error::Result;
use super::pool::{Read, Tx};
use super::schema::{audit_log, persons};
use super::search::beginning;
use crate::domain::id::{AuditId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::scope::{Path, Scope};

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_log)]
pub struct AuditLine {
    /// Its id, in the order of time.
    pub id: AuditId,
    /// When.
    pub at: Moment,
    /// Who; none for the server itself and for people who could not sign in.
    pub actor_id: Option<PersonId>,
    /// On which session.
    pub session_id: Option<SessionId>,
    /// What, such as `checkpoint.edit`.
    pub action: String,
    /// `done`, `denied` or `failed`.
    pub outcome: String,
    /// Where in the tree; decides who may read the line.
    pub organization_path: Option<Path>,
    /// What kind of record.
    pub subject_kind: Option<String>,
    /// Which record.
    pub subject_id: Option<String>,
    /// From which address.
    pub address: Option<String>,
    /// In which request.
    pub request_id: Option<String>,
    /// What changed, as JSON; never a secret, never a phone number.
    pub details: JsonText,
}

/// Adds a line.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, line: &AuditLine) -> Result<()> {
    diesel::insert_into(audit_log::table).values(line).execute(tx.db())?;
    Ok(())
}

/// Deletes the lines from before an instant; the database refuses lines that are younger than six months.
///
/// # Errors
/// Those of the database.
pub fn delete_before(tx: &mut Tx, before: Moment) -> Result<usize> {
    Ok(diesel::delete(audit_log::table.filter(audit_log::at.lt(before))).execute(tx.db())?)
}

/// Which lines.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Not before.
    pub from: Option<Moment>,
    /// Before.
    pub to: Option<Moment>,
    /// By this person.
    pub actor: Option<PersonId>,
    /// What begins with this: an action, or the kind of record that it is about.
    pub action: Option<String>,
    /// With this outcome.
    pub outcome: Option<String>,
    /// In this organization or below it.
    pub organization: Option<Path>,
    /// Those too that belong to no organization, such as guesses at numbers that nobody has.
    pub homeless: bool,
}

/// A page of the lines in the scope, newest first, before an id; with the actor's name.
///
/// # Errors
/// Those of the database.
pub fn list(
    read: &mut impl Read,
    filter: &AuditFilter,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<(AuditLine, Option<String>)>> {
    let mut query = audit_log::table
        .filter(in_scope(read.scope(), filter.homeless))
        .select(AuditLine::as_select())
        .order(audit_log::id.desc())
        .limit(limit)
        .into_boxed();
    if let Some(from) = filter.from {
        query = query.filter(audit_log::at.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(audit_log::at.lt(to));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(audit_log::actor_id.eq(actor));
    }
    if let Some(action) = &filter.action {
        query = query.filter(audit_log::action.like(beginning(action)).escape('\\'));
    }
    if let Some(outcome) = &filter.outcome {
        query = query.filter(audit_log::outcome.eq(outcome.clone()));
    }
    if let Some(path) = &filter.organization {
        query = query.filter(audit_log::organization_path.ge(path.clone()));
        query = query.filter(audit_log::organization_path.lt(Path(path.end())));
    }
    if let Some(before) = before {
        query = query.filter(audit_log::id.lt(before));
    }
    let lines: Vec<AuditLine> = query.load(read.db())?;
    let actors: BTreeSet<PersonId> = lines.iter().filter_map(|line| line.actor_id).collect();
    let named = persons::table.filter(persons::id.eq_any(actors)).select((persons::id, persons::name));
    let names: BTreeMap<PersonId, String> = named.load(read.db())?.into_iter().collect();
    let name = |line: &AuditLine| line.actor_id.and_then(|id| names.get(&id).cloned());
    Ok(lines.into_iter().map(|line| (line.clone(), name(&line))).collect())
}

type Condition = Box<dyn BoxableExpression<audit_log::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// "Lies in the scope", by the path that each line keeps.
fn in_scope(scope: &Scope, homeless: bool) -> Condition {
    let none: Condition = match homeless {
        true => Box::new(audit_log::organization_path.is_null().nullable()),
        false => Box::new(audit_log::at.is_null().nullable()),
    };
    match scope {
        Scope::Everything => Box::new(audit_log::at.is_not_null().nullable()),
        Scope::Subtrees(paths) => paths.iter().fold(none, |all, path| {
            let from = audit_log::organization_path.ge(path.clone());
            Box::new(all.or(from.and(audit_log::organization_path.lt(Path(path.end())))))
        }),
    }
}
