//! Which schools a station answers for: its people see them as if they lay below it.

use serde_json::json;

use crate::domain::id::OrganizationId;
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::{Organization, Seen};
use crate::store::{patrol_routes, stations};

use super::audit::{self, Event};
use super::rules::today;
use super::{Actor, App};

/// The schools of a station that the actor sees.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn schools(app: &App, actor: &Actor, station: OrganizationId) -> Result<Vec<Organization>> {
    actor.require(app, Right::ReadSetUp, station)?;
    Ok(app.store.read(&actor.scope(Right::ReadSetUp), |read| stations::schools(read, station))?)
}

/// Assigns a school to a station, or takes it away. Done twice, it stays as it is.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::WrongKind`] for something that is no station or no school; `school_on_patrol_route` while a
/// patrol route of the station leads past the school.
pub fn set(app: &App, actor: &Actor, station: OrganizationId, school: OrganizationId, assigned: bool) -> Result<()> {
    let station = actor.require(app, Right::ManageOrganizations, station)?;
    let school = actor.require(app, Right::ManageOrganizations, school)?;
    if (station.kind, school.kind) != (OrganizationKind::Station, OrganizationKind::School) {
        return Err(Code::WrongKind.into());
    }
    let (now, today) = (app.clock.now(), today(app, &station)?);
    app.store.write::<_, Problem>(&actor.scope(Right::ManageOrganizations), |tx| {
        let action = if assigned {
            stations::assign(tx, station.id, school.id, now)?;
            "station.assign_school"
        } else {
            let routes = patrol_routes::through(tx, &Seen::rows(std::slice::from_ref(&station)), school.id, today)?;
            if !routes.is_empty() {
                return Err(Problem::new(Code::SchoolOnPatrolRoute).detail(routes.join("、")));
            }
            stations::unassign(tx, station.id, school.id)?;
            "station.unassign_school"
        };
        let details = json!({ "station": station.id });
        let subject = Some(("organization", school.id.to_string()));
        audit::done(tx, actor, now, Event { action, organization: Some(&school.path), subject, details })
    })
}
