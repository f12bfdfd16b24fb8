//! Alerts (预警): what is wrong now is raised, told to people step by step, and closed once it is right again (`docs/alerts.md`).

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
    let mut told = messages::since(read, &Seen::rows(std::slice::from_ref(school)), alert.raised_at)?;
    told.retain(|message| message.alerts.read::<Vec<AlertId>>().is_ok_and(|about| about.contains(&alert.id)));
    Ok(told)
}
