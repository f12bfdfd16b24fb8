//! Alerts (预警): what is wrong now is raised, told to people step by step, and closed once it is right again (`docs/alerts.md`).

mod asked;
pub(super) mod by_hand;
pub mod channels;
mod compose;
mod digest;
mod look;
mod look_bureau;
mod look_hazard;
mod look_station;
mod looked;
mod people;
pub mod round;
pub mod rules;
pub mod send;
mod settle;
mod signing;
pub mod view;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::{Actor, App};
use crate::domain::id::{AlertId, OrganizationId};
use crate::domain::rights::Right;
use crate::domain::words::OrganizationKind;
use crate::problem::Result;
use crate::store::Read;
use crate::store::alerts::AlertRow;
use crate::store::messages::{self, MessageRow};
use crate::store::organizations::{Organization, Seen};

/// An organization whose alerts the actor manages. What is set up at a school stays the school's own: a station reads the alerts of
/// its schools, and manages where its own go.
fn managed(app: &App, actor: &Actor, id: OrganizationId) -> Result<Organization> {
    let organization = actor.require(app, Right::ManageAlerts, id)?;
    if organization.kind == OrganizationKind::School {
        actor.require_over(Right::ChangeDay, &organization.path)?;
    }
    Ok(organization)
}

/// What was told of an alert of a school, the oldest first.
pub(super) fn told_of(read: &mut impl Read, school: &Organization, alert: &AlertRow) -> Result<Vec<MessageRow>> {
    let told = told_of_all(read, &[(school.clone(), alert)])?.remove(&alert.id).unwrap_or_default();
    Ok(told.into_iter().map(Rc::unwrap_or_clone).collect())
}

/// What was told of some alerts, each with where it was raised; the oldest first.
fn told_of_all(
    read: &mut impl Read,
    about: &[(Organization, &AlertRow)],
) -> Result<HashMap<AlertId, Vec<Rc<MessageRow>>>> {
    let mut told: HashMap<AlertId, Vec<Rc<MessageRow>>> =
        about.iter().map(|(_, alert)| (alert.id, Vec::new())).collect();
    let Some(from) = about.iter().map(|(_, alert)| alert.raised_at).min() else { return Ok(told) };
    let places: BTreeMap<OrganizationId, &Organization> = about.iter().map(|(place, _)| (place.id, place)).collect();
    let places: Vec<Organization> = places.into_values().cloned().collect();
    for message in messages::since(read, &Seen::rows(&places), from)?.into_iter().map(Rc::new) {
        for id in message.alerts.read::<Vec<AlertId>>().unwrap_or_default() {
            if let Some(told) = told.get_mut(&id) {
                told.push(Rc::clone(&message));
            }
        }
    }
    Ok(told)
}
