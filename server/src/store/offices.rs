//! Who holds what in an organization: now, and on a day that is over.

use diesel::prelude::*;

use super::error::Result;
use super::memberships::MembershipState;
use super::pool::Read;
use super::schema::memberships;
use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{Office, Role};

/// Who held a role in an organization at some time between two moments, [from, to): also somebody whose membership is over.
///
/// # Errors
/// Those of the database.
pub fn held_between(
    read: &mut impl Read,
    organization: OrganizationId,
    (from, to): (Moment, Moment),
) -> Result<Vec<HeldRole>> {
    let states = [MembershipState::Active, MembershipState::Ended];
    let rows: Vec<(PersonId, Option<Role>, Moment, Option<Moment>)> = memberships::table
        .filter(memberships::organization_id.eq(organization))
        .filter(memberships::state.eq_any(states))
        .filter(memberships::created_at.lt(to))
        .filter(memberships::ended_at.is_null().or(memberships::ended_at.gt(from)))
        .select((memberships::person_id, memberships::role, memberships::created_at, memberships::ended_at))
        .load(read.db())?;
    Ok(rows
        .into_iter()
        .filter_map(|(person, role, from, to)| Some(HeldRole { person, role: role?, from, to }))
        .collect())
}

/// Something that somebody holds in an organization now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct OfficeHeld {
    /// Where.
    pub organization: OrganizationId,
    /// Who.
    pub person: PersonId,
    /// For rights.
    pub office: Option<Office>,
    /// For duty.
    pub role: Option<Role>,
}

/// What is held in these organizations now.
///
/// # Errors
/// Those of the database.
pub fn held_at(read: &mut impl Read, organizations: Vec<OrganizationId>) -> Result<Vec<OfficeHeld>> {
    Ok(memberships::table
        .filter(memberships::organization_id.eq_any(organizations))
        .filter(memberships::state.eq(MembershipState::Active))
        .filter(memberships::office.is_not_null().or(memberships::role.eq(Role::SchoolLeader)))
        .order((memberships::organization_id, memberships::person_id))
        .select((memberships::organization_id, memberships::person_id, memberships::office, memberships::role))
        .load(read.db())?)
}

/// A role that somebody held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldRole {
    /// Who.
    pub person: PersonId,
    /// Which.
    pub role: Role,
    /// Since when it was asked for: on the first day one is on duty before anybody has approved it.
    pub from: Moment,
    /// When it ended.
    pub to: Option<Moment>,
}
