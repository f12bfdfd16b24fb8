//! Patrol rounds of stations: what is to be walked, and what was. Rounds are computed at each request from the evidence; nothing
//! of them is stored but the words that ended one.

pub(super) mod asked;
mod document;
pub mod ends;
mod facts;
pub mod mine;
mod month;
pub mod routes;
pub mod summary;
pub mod view;

use super::{Actor, App};
use crate::domain::id::{OrganizationId, PatrolRouteId};
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Result};
use crate::store::organizations::Organization;
use crate::store::patrol_routes::{self, PatrolRouteRow};

/// A station over which the actor has the right.
fn station(app: &App, actor: &Actor, right: Right, id: OrganizationId) -> Result<Organization> {
    let found = actor.require(app, right, id)?;
    if found.kind == OrganizationKind::Station { Ok(found) } else { Err(Code::NotFound.into()) }
}

/// Every row of a route with its station, over which the actor has the right.
fn route(app: &App, actor: &Actor, right: Right, id: PatrolRouteId) -> Result<(Organization, Vec<PatrolRouteRow>)> {
    let rows = app.store.read(&actor.scope(Right::ReadSetUp), |read| patrol_routes::history(read, id))?;
    let first = rows.first().ok_or(Code::NotFound)?.station_id;
    Ok((station(app, actor, right, first)?, rows))
}
