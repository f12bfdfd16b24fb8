//! Terms of bureaus and schools: outside them there is no school.
//!
//! A term decides every date around it, those that have passed too; stored days are computed again and get a new revision.

use chrono::NaiveDate;
use serde_json::json;

use super::calendar::{decides, tell};
use super::rules::{keepable, note, refused};
use super::{Actor, App};
use crate::domain::calendar::day::{EntryError, Term};
use crate::domain::id::{OrganizationId, TermId};
use crate::domain::rights::Right;
use crate::problem::{Problem, Result};
use crate::store::calendar;
pub use crate::store::calendar::TermRow;
use crate::store::organizations::Organization;
use crate::store::{Tx, stale_days};

/// Before and after every stored day.
fn all_dates() -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default();
    (first, NaiveDate::from_ymd_opt(9998, 12, 31).unwrap_or(first))
}

/// The terms that an organization entered itself, by start.
///
/// # Errors
/// `not_found`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<TermRow>> {
    actor.require(app, Right::ReadSetUp, id)?;
    Ok(app.store.read(&actor.scope(Right::ReadSetUp), |read| calendar::terms(read, &[id]))?)
}

/// Adds a term.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`.
pub fn add(app: &App, actor: &Actor, id: OrganizationId, term: Term) -> Result<TermRow> {
    let organization = decides(app, actor, id, None)?;
    let row = row_of(app, actor, &organization, TermId::fresh(), term)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        calendar::insert_term(tx, &row)?;
        changed(app, tx, actor, &organization, "term.add", &row)
    })?;
    tell(app, organization.path)?;
    Ok(row)
}

/// Puts a term in place of one that was entered.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`.
pub fn replace(app: &App, actor: &Actor, id: TermId, term: Term) -> Result<TermRow> {
    let organization = organization_of(app, actor, id)?;
    let row = row_of(app, actor, &organization, id, term)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        calendar::delete_term(tx, id)?;
        calendar::insert_term(tx, &row)?;
        changed(app, tx, actor, &organization, "term.edit", &row)
    })?;
    tell(app, organization.path)?;
    Ok(row)
}

/// Takes a term away.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn delete(app: &App, actor: &Actor, id: TermId) -> Result<()> {
    let organization = organization_of(app, actor, id)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        let row = calendar::find_term(tx, id)?;
        calendar::delete_term(tx, id)?;
        changed(app, tx, actor, &organization, "term.delete", &row)
    })?;
    tell(app, organization.path)
}

fn organization_of(app: &App, actor: &Actor, id: TermId) -> Result<Organization> {
    let scope = actor.scope(Right::ReadSetUp);
    let row = app.store.read::<_, Problem>(&scope, |read| Ok(calendar::find_term(read, id)?))?;
    decides(app, actor, row.organization_id, None)
}

fn row_of(app: &App, actor: &Actor, organization: &Organization, id: TermId, term: Term) -> Result<TermRow> {
    term.validate().map_err(|error| {
        let field = if error == EntryError::TermName { "name" } else { "ends_on" };
        refused(field, error.code(), &error.sentence())
    })?;
    keepable("starts_on", term.from)?;
    keepable("ends_on", term.to)?;
    Ok(TermRow {
        id,
        organization_id: organization.id,
        name: term.name,
        starts_on: term.from,
        ends_on: term.to,
        author_id: actor.person,
        created_at: app.clock.now(),
    })
}

fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    organization: &Organization,
    action: &'static str,
    row: &TermRow,
) -> Result<()> {
    let (first, last) = all_dates();
    stale_days::mark_below(tx, &organization.path, first, last)?;
    let details = json!({ "name": row.name, "starts_on": row.starts_on, "ends_on": row.ends_on });
    note(app, tx, actor, organization, action, ("term", row.id.to_string()), details)
}
