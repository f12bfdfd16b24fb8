//! What people hold in organizations.

use diesel::prelude::*;

use super::error::Result;
use super::generation;
use super::pool::{Read, Tx};
use super::schema::{memberships, organizations, station_schools};
use crate::domain::id::{InviteId, MembershipId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::{Grant, Holding};
use crate::domain::scope::Path;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{Office, Role};

text_enum! {
    /// Where a membership stands.
    pub enum MembershipState {
        /// Asked for, not decided.
        Pending = "pending",
        /// In force.
        Active = "active",
        /// Asked for and refused.
        Declined = "declined",
        /// Over.
        Ended = "ended",
    }
}

/// A person's role or office in an organization.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = memberships)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// Whose.
    pub person_id: PersonId,
    /// Where.
    pub organization_id: OrganizationId,
    /// For duty; a row has a role or an office.
    pub role: Option<Role>,
    /// For rights.
    pub office: Option<Office>,
    /// Leads the others of that role.
    pub in_charge: bool,
    /// Where it stands.
    pub state: MembershipState,
    /// The invite it came by.
    pub invite_id: Option<InviteId>,
    /// When it was asked for.
    pub created_at: Moment,
    /// Who approved or refused it.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
}

/// Adds a membership.
///
/// # Errors
/// [`super::Error::Dangling`] if person or organization is missing.
pub fn insert(tx: &mut Tx, membership: &Membership) -> Result<()> {
    diesel::insert_into(memberships::table).values(membership).execute(tx.db())?;
    generation::raise(tx)
}

/// What a person holds now, each with the subtrees it reaches.
///
/// # Errors
/// Those of the database.
pub fn grants(read: &mut impl Read, person: PersonId) -> Result<Vec<Grant>> {
    type Row = (OrganizationId, Path, Option<Role>, Option<Office>, bool);
    let rows: Vec<Row> = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
        .filter(memberships::person_id.eq(person))
        .filter(memberships::state.eq(MembershipState::Active))
        .filter(organizations::archived_at.is_null())
        .select((
            organizations::id,
            organizations::path,
            memberships::role,
            memberships::office,
            memberships::in_charge,
        ))
        .load(read.db())?;
    rows.into_iter()
        .filter_map(|(id, path, role, office, in_charge)| {
            let holding = office.map(Holding::Office).or(role.map(|role| Holding::Role { role, in_charge }))?;
            Some((id, path, holding))
        })
        .map(|(id, path, holding)| {
            let mut reach = schools_of_station(read, id)?;
            reach.push(path);
            Ok(Grant { holding, reach })
        })
        .collect()
}

/// Where a person belongs first of all: the organization of their oldest active membership.
///
/// # Errors
/// Those of the database.
pub fn home(read: &mut impl Read, person: PersonId) -> Result<Option<Path>> {
    Ok(memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
        .filter(memberships::person_id.eq(person))
        .filter(memberships::state.eq(MembershipState::Active))
        .order(memberships::id)
        .select(organizations::path)
        .first(read.db())
        .optional()?)
}

/// The paths of the schools assigned to a station; none for any other organization.
fn schools_of_station(read: &mut impl Read, station: OrganizationId) -> Result<Vec<Path>> {
    Ok(station_schools::table
        .inner_join(organizations::table.on(organizations::id.eq(station_schools::school_id)))
        .filter(station_schools::station_id.eq(station))
        .select(organizations::path)
        .load(read.db())?)
}
