//! The checklists of an organization: added and retired, never edited.

use serde_json::json;

use super::sheet::{self, Sheet};
use crate::domain::id::{ChecklistId, OrganizationId};
use crate::domain::inspection::{Checklist, built_in};
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::service::hazards::rules;
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::checklists::{self, ChecklistRow};
use crate::store::organizations::{Organization, Seen};

/// The most checklists of an organization that hold at the same time.
const MOST_CHECKLISTS: usize = 20;

/// Which checklists are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that hold.
    Held,
    /// Retired ones of the organization itself too.
    All,
}

/// The right to say what is looked at: a station decides about its rounds, schools and bureaus about their rules.
const fn right_to_manage(kind: OrganizationKind) -> Right {
    match kind {
        OrganizationKind::Station => Right::ManagePatrols,
        OrganizationKind::Bureau | OrganizationKind::School => Right::ManageRules,
    }
}

fn managed(app: &App, actor: &Actor, id: OrganizationId) -> Result<Organization> {
    let organization = actor.require(app, Right::ReadSetUp, id)?;
    actor.require_over(right_to_manage(organization.kind), &organization.path)?;
    Ok(organization)
}

/// The checklists that hold at an organization: those of huxue, then those from above, then its own.
///
/// # Errors
/// `not_found`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId, which: Which) -> Result<Vec<Sheet>> {
    let organization = actor.require(app, Right::ReadSetUp, id)?;
    let mut sheets =
        app.store.read::<_, Problem>(&Scope::Everything, |read| sheet::at(read, &organization, actor.lang))?;
    let own = |sheet: &Sheet| sheet.of.as_ref().is_some_and(|(of, _)| *of == id);
    sheets.retain(|sheet| sheet.retired_at.is_none() || which == Which::All && own(sheet));
    sheets.sort_by_key(|sheet| (own(sheet), sheet.of.is_some(), sheet.retired_at.is_some()));
    Ok(sheets)
}

/// Adds a checklist for an organization and all below it.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`, `too_many_checklists`.
pub fn add(app: &App, actor: &Actor, id: OrganizationId, list: Checklist) -> Result<Sheet> {
    let organization = managed(app, actor, id)?;
    let list = list.checked().map_err(|(field, text)| Problem::invalid(&field, text))?;
    let known = app.store.read::<_, Problem>(&Scope::Everything, |read| rules::at(read, &organization))?;
    if let Some(place) = list.items.iter().position(|item| !known.offers(&item.category)) {
        let text = "a category that is offered here / 请选择在用的类别";
        return Err(Problem::invalid(&format!("items[{place}].category"), text));
    }
    let row = ChecklistRow::of(&list, organization.id, actor.person, app.clock.now())?;
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let known = checklists::of(tx, &Seen::rows(std::slice::from_ref(&organization)))?;
        if known.iter().filter(|one| one.retired_at.is_none()).count() >= MOST_CHECKLISTS {
            return Err(Code::TooManyChecklists.into());
        }
        checklists::insert(tx, &row)?;
        let details = json!({
            "name": list.name, "inspector": list.inspector, "per": list.per, "times": list.times, "items": list.items.len(),
        });
        note(app, tx, actor, &organization, "checklist.add", ("checklist", row.id.to_string()), details)
    })?;
    Sheet::added(&row, &organization.name)
}

/// Retires a checklist: nobody goes through it any more, and it can be read where somebody did. Done twice, it stays as it is.
///
/// # Errors
/// `not_found`, `forbidden`, `checklist_built_in`.
pub fn retire(app: &App, actor: &Actor, id: ChecklistId) -> Result<Sheet> {
    if built_in(id).is_some() {
        return Err(Code::ChecklistBuiltIn.into());
    }
    let rows = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(checklists::find_all(read, vec![id])?))?;
    let row = rows.into_iter().next().ok_or(Code::NotFound)?;
    let organization = managed(app, actor, row.organization_id)?;
    let now = app.clock.now();
    let retired = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        if checklists::retire(tx, id, actor.person, now)? {
            let details = json!({ "name": row.name });
            note(app, tx, actor, &organization, "checklist.retire", ("checklist", id.to_string()), details)?;
        }
        Ok(checklists::find_all(tx, vec![id])?.pop().ok_or(Code::NotFound)?)
    })?;
    Sheet::added(&retired, &organization.name)
}
