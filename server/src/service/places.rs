//! Where schools are: many at once for a map, and one to be set.

use std::collections::HashMap;

use serde_json::json;

use super::audit::{self, Event};
use super::coverage::roll_up::schools_of;
use super::{Actor, App};
use crate::domain::id::OrganizationId;
use crate::domain::place::Position;
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{self, Organization, OrganizationPatch, Seen};
use crate::store::{board_facts, generation};

/// A school, and the stations that answer for it.
#[derive(Debug)]
pub struct Placed {
    /// The school.
    pub school: Organization,
    /// Those stations that the actor sees.
    pub stations: Vec<OrganizationId>,
}

/// The schools in use below an organization, or those that a station answers for, in the order of the tree.
///
/// # Errors
/// `not_found`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<Placed>> {
    let organization = actor.require(app, Right::ReadSetUp, id)?;
    let scope = actor.scope(Right::ReadSetUp);
    let mut schools = schools_of(app, &scope, &organization)?;
    schools.retain(|school| school.archived_at.is_none());
    let mut stations: HashMap<OrganizationId, Vec<OrganizationId>> = HashMap::new();
    for (station, school) in app.store.read(&scope, |read| board_facts::stations(read, &Seen::rows(&schools)))? {
        stations.entry(school).or_default().push(station);
    }
    let placed = |school: Organization| Placed { stations: stations.remove(&school.id).unwrap_or_default(), school };
    Ok(schools.into_iter().map(placed).collect())
}

/// Says where a school is.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::WrongKind`] for what is no school.
pub fn set(app: &App, actor: &Actor, id: OrganizationId, position: Position) -> Result<()> {
    let found = actor.require(app, Right::EditOrganization, id)?;
    if found.kind != OrganizationKind::School {
        return Err(Code::WrongKind.into());
    }
    let (lon, lat) = (position.lon(), position.lat());
    app.store.write::<_, Problem>(&actor.scope(Right::EditOrganization), |tx| {
        // Raised first: it makes those wait who edit the school at the same time.
        generation::raise(tx)?;
        let version = organizations::find(tx, id)?.version;
        let patch = OrganizationPatch { lon: Some(lon), lat: Some(lat), ..OrganizationPatch::default() };
        organizations::update(tx, id, version, &patch)?;
        let subject = Some(("organization", id.to_string()));
        let details = json!({ "lon": lon, "lat": lat });
        let event = Event { action: "organization.place", organization: Some(&found.path), subject, details };
        audit::done(tx, actor, app.clock.now(), event)
    })
}
