//! The tree: bureaus, stations, schools.

use serde_json::{Value, json};

use crate::domain::id::OrganizationId;
use crate::domain::rights::{Right, rights_over};
use crate::domain::scope::{Path, Scope};
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
pub use crate::store::organizations::{Filter, Organization, OrganizationPatch};
use crate::store::{generation, organizations};

use super::audit::{self, Event};
use super::{Actor, App};

/// A new organization, as asked for.
#[derive(Debug)]
pub struct NewOrganization {
    /// The node above.
    pub parent_id: OrganizationId,
    /// What it is.
    pub kind: OrganizationKind,
    /// Its name.
    pub name: String,
    /// Its time zone; the parent's if none.
    pub timezone: Option<String>,
    /// What kind of school.
    pub school_type: Option<String>,
    /// The bureau's number for it.
    pub external_code: Option<String>,
}

/// Adds an organization under a bureau.
///
/// # Errors
/// `not_found`, `forbidden`, [`Code::WrongParent`].
pub fn create(app: &App, actor: &Actor, new: NewOrganization) -> Result<Organization> {
    let parent = actor.require(app, Right::ManageOrganizations, new.parent_id)?;
    if parent.kind != OrganizationKind::Bureau {
        return Err(Code::WrongParent.into());
    }
    let id = OrganizationId::fresh();
    let mut row = Organization {
        id,
        parent_id: Some(parent.id),
        kind: new.kind,
        name: new.name,
        path: parent.path,
        timezone: new.timezone.unwrap_or(parent.timezone),
        school_type: new.school_type,
        external_code: new.external_code,
        lon: None,
        lat: None,
        version: 1,
        created_at: app.clock.now(),
        archived_at: None,
    };
    app.store.write::<_, Problem>(&actor.scope(Right::ManageOrganizations), |tx| {
        // Raised first: it makes those wait who move the parent at the same time.
        generation::raise(tx)?;
        row.path = organizations::find(tx, parent.id)?.path.child(id);
        organizations::insert(tx, &row)?;
        audit::done(tx, actor, row.created_at, event("organization.create", &row, json!({ "name": row.name })))?;
        Ok(row)
    })
}

/// An organization as one person sees it.
#[derive(Debug)]
pub struct Seen {
    /// The organization.
    pub row: Organization,
    /// What the person may do there.
    pub rights: Vec<Right>,
    /// Those above it that the person may see, the root's side first.
    pub ancestors: Vec<Organization>,
}

/// One organization.
///
/// # Errors
/// `not_found`.
pub fn get(app: &App, actor: &Actor, id: OrganizationId) -> Result<Seen> {
    let row = actor.require(app, Right::ReadSetUp, id)?;
    let above: Vec<OrganizationId> = row.path.ids().filter(|above| *above != id).collect();
    let mut ancestors = app.store.read(&actor.scope(Right::ReadSetUp), |read| organizations::find_all(read, &above))?;
    // A path begins with the paths of all above it.
    ancestors.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Seen { rights: rights_over(&actor.grants, &row.path), ancestors, row })
}

/// A page of the organizations that the actor may see, by place in the tree.
///
/// # Errors
/// Those of the database.
pub fn list(app: &App, actor: &Actor, filter: &Filter, after: Option<Path>, limit: i64) -> Result<Vec<Organization>> {
    let page = app
        .store
        .read(&actor.scope(Right::ReadSetUp), |read| organizations::list(read, filter, after.as_ref(), limit))?;
    Ok(page)
}

/// Edits an organization that is still at `version`.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`.
pub fn edit(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    version: i32,
    patch: &OrganizationPatch,
) -> Result<Organization> {
    actor.require(app, Right::EditOrganization, id)?;
    app.store.write(&actor.scope(Right::EditOrganization), |tx| {
        organizations::update(tx, id, version, patch)?;
        let row = organizations::find(tx, id)?;
        audit::done(tx, actor, app.clock.now(), event("organization.edit", &row, json!({ "version": row.version })))?;
        Ok::<_, Problem>(row)
    })
}

/// Moves an organization that is still at `version`, and all below it, under another bureau.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`; [`Code::WrongParent`] for a root, and for a parent that is no bureau in use or lies
/// below the organization itself.
pub fn move_to(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    version: i32,
    parent: OrganizationId,
) -> Result<Organization> {
    let found = actor.require(app, Right::ManageOrganizations, id)?;
    let old = found.parent_id.ok_or(Code::WrongParent)?;
    for parent in [old, parent] {
        actor.require(app, Right::ManageOrganizations, parent)?;
    }
    let scope = actor.scope(Right::ManageOrganizations);
    let row = app.store.write::<_, Problem>(&scope, |tx| {
        // Raised first: it makes those wait who change the tree at the same time.
        generation::raise(tx)?;
        let (moved, parent) = (organizations::find(tx, id)?, organizations::find(tx, parent)?);
        if parent.kind != OrganizationKind::Bureau || parent.archived_at.is_some() || moved.path.covers(&parent.path) {
            return Err(Code::WrongParent.into());
        }
        organizations::put_under(tx, &moved, version, &parent)?;
        let row = organizations::find(tx, id)?;
        let details = json!({ "from": moved.parent_id, "to": row.parent_id });
        audit::done(tx, actor, app.clock.now(), event("organization.move", &row, details))?;
        Ok(row)
    })?;
    for school in app.store.read(&Scope::of(row.path.clone()), |read| organizations::schools(read))? {
        app.bus.school_changed(school.id);
    }
    Ok(row)
}

/// Puts away an organization that is still at `version`.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`; [`Code::NotEmpty`] for a root, and while there are others below it.
pub fn archive(app: &App, actor: &Actor, id: OrganizationId, version: i32) -> Result<()> {
    let found = actor.require(app, Right::ManageOrganizations, id)?;
    if found.parent_id.is_none() {
        return Err(Code::NotEmpty.into());
    }
    let now = app.clock.now();
    app.store.write(&actor.scope(Right::ManageOrganizations), |tx| {
        organizations::update(
            tx,
            id,
            version,
            &OrganizationPatch { archived_at: Some(now), ..OrganizationPatch::default() },
        )?;
        if !organizations::list(tx, &Filter::default(), Some(&found.path), 1)?
            .iter()
            .all(|next| !found.path.covers(&next.path))
        {
            return Err(Code::NotEmpty.into());
        }
        audit::done(tx, actor, now, event("organization.archive", &found, json!({})))
    })
}

fn event<'a>(action: &'static str, row: &'a Organization, details: Value) -> Event<'a> {
    Event { action, organization: Some(&row.path), subject: Some(("organization", row.id.to_string())), details }
}
