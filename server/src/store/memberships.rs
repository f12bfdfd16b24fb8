//! What people hold in organizations.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::error::{Error, Result};
use super::generation;
use super::pool::{Read, Tx};
use super::schema::{memberships, organizations, persons, station_schools};
use super::search::{containing, lower};
use crate::domain::id::{InviteId, MembershipId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::{Grant, Holding};
use crate::domain::scope::Path;
use crate::domain::text_enum::text_enum;
use crate::domain::words::{Office, OrganizationKind, Role};

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

/// A person, an organization with its path, and what is held there.
type Held = (PersonId, OrganizationId, Path, Option<Role>, Option<Office>, bool);

macro_rules! held {
    ($whose:expr, $state:expr) => {
        memberships::table
            .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
            .filter($whose)
            .filter(memberships::state.eq($state))
            .filter(organizations::archived_at.is_null())
            .select((
                memberships::person_id,
                organizations::id,
                organizations::path,
                memberships::role,
                memberships::office,
                memberships::in_charge,
            ))
    };
}
/// What a person holds now, each with the subtrees it reaches.
///
/// # Errors
/// Those of the database.
pub fn grants(read: &mut impl Read, person: PersonId) -> Result<Vec<Grant>> {
    let rows: Vec<Held> = held!(memberships::person_id.eq(person), MembershipState::Active).load(read.db())?;
    Ok(with_reach(read, rows)?.into_iter().map(|(_, grant)| grant).collect())
}

/// What some persons hold now, in no particular order; or with another state, what they would hold if it were in force.
///
/// # Errors
/// Those of the database.
pub fn grants_of(
    read: &mut impl Read,
    persons: Vec<PersonId>,
    state: MembershipState,
) -> Result<Vec<(PersonId, Grant)>> {
    let rows: Vec<Held> = held!(memberships::person_id.eq_any(persons), state).load(read.db())?;
    with_reach(read, rows)
}

fn with_reach(read: &mut impl Read, rows: Vec<Held>) -> Result<Vec<(PersonId, Grant)>> {
    let mut stations: HashMap<OrganizationId, Vec<Path>> = HashMap::new();
    let mut grants = Vec::with_capacity(rows.len());
    for (person, id, path, role, office, in_charge) in rows {
        let Some(holding) = office.map(Holding::Office).or(role.map(|role| Holding::Role { role, in_charge })) else {
            continue;
        };
        let mut reach = match stations.entry(id) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(new) => new.insert(schools_of_station(read, id)?).clone(),
        };
        reach.push(path);
        grants.push((person, Grant { holding, reach }));
    }
    Ok(grants)
}

/// The person, and everybody who belongs to a school of theirs, at most `most`: any of them. An order would lead PostgreSQL
/// to walk through all memberships.
///
/// # Errors
/// Those of the database.
pub fn colleagues(read: &mut impl Read, person: PersonId, most: i64) -> Result<BTreeSet<PersonId>> {
    let schools: Vec<OrganizationId> = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
        .filter(memberships::person_id.eq(person))
        .filter(memberships::state.eq(MembershipState::Active))
        .filter(organizations::kind.eq(OrganizationKind::School))
        .select(organizations::id)
        .load(read.db())?;
    let others: Vec<PersonId> = memberships::table
        .filter(memberships::organization_id.eq_any(schools))
        .filter(memberships::state.eq(MembershipState::Active))
        .select(memberships::person_id)
        .limit(most)
        .load(read.db())?;
    Ok(others.into_iter().chain([person]).collect())
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

impl Membership {
    /// What it gives while it is in force; nothing else.
    #[must_use]
    pub fn holding(&self) -> Option<Holding> {
        let in_charge = self.in_charge;
        let holding = self.office.map(Holding::Office).or(self.role.map(|role| Holding::Role { role, in_charge }));
        holding.filter(|_| self.state == MembershipState::Active)
    }
}

/// A membership with its person and place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The membership.
    pub membership: Membership,
    /// The person's name.
    pub person_name: String,
    /// The person's phone number, in full: mask it before it leaves.
    pub person_phone: Option<String>,
    /// The organization's name.
    pub organization_name: String,
    /// Bureau, station or school.
    pub organization_kind: OrganizationKind,
    /// Its place in the tree.
    pub path: Path,
}

/// Which memberships.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this person.
    pub person: Option<PersonId>,
    /// In this organization itself.
    pub organization: Option<OrganizationId>,
    /// With this in the person's name.
    pub search: Option<String>,
    /// With this role.
    pub role: Option<Role>,
    /// With this office.
    pub office: Option<Office>,
    /// In this state.
    pub state: Option<MembershipState>,
}

type MemberRow = (Membership, String, Option<String>, String, OrganizationKind, Path);

/// The columns of a [`MemberRow`].
macro_rules! member_columns {
    () => {
        (
            Membership::as_select(),
            persons::name,
            persons::phone,
            organizations::name,
            organizations::kind,
            organizations::path,
        )
    };
}

fn member((membership, person_name, person_phone, organization_name, organization_kind, path): MemberRow) -> Member {
    Member { membership, person_name, person_phone, organization_name, organization_kind, path }
}

/// One membership in the scope.
///
/// # Errors
/// [`Error::NotFound`] if there is none in the scope.
pub fn find(read: &mut impl Read, id: MembershipId) -> Result<Member> {
    let row: MemberRow = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
        .inner_join(persons::table.on(persons::id.eq(memberships::person_id)))
        .filter(memberships::id.eq(id))
        .select(member_columns!())
        .first(read.db())?;
    if read.scope().covers(&row.5) { Ok(member(row)) } else { Err(Error::NotFound) }
}

/// A page of memberships in the scope, oldest first, after an id.
///
/// # Errors
/// Those of the database.
pub fn list(read: &mut impl Read, filter: &Filter, after: Option<MembershipId>, limit: i64) -> Result<Vec<Member>> {
    let mut query = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
        .inner_join(persons::table.on(persons::id.eq(memberships::person_id)))
        .select(member_columns!())
        .order(memberships::id)
        .limit(limit)
        .into_boxed();
    if let Some(person) = filter.person {
        query = query.filter(memberships::person_id.eq(person));
    }
    if let Some(organization) = filter.organization {
        query = query.filter(memberships::organization_id.eq(organization));
    }
    if let Some(search) = &filter.search {
        query = query.filter(lower(persons::name).like(lower(containing(search))).escape('\\'));
    }
    if let Some(role) = filter.role {
        query = query.filter(memberships::role.eq(role));
    }
    if let Some(office) = filter.office {
        query = query.filter(memberships::office.eq(office));
    }
    if let Some(state) = filter.state {
        query = query.filter(memberships::state.eq(state));
    }
    if let Some(after) = after {
        query = query.filter(memberships::id.gt(after));
    }
    let scope = read.scope().clone();
    let rows: Vec<MemberRow> = query.load(read.db())?;
    Ok(rows.into_iter().filter(|row| scope.covers(&row.5)).map(member).collect())
}

/// Whether the person holds, or asked for, the same role or office there already.
///
/// # Errors
/// Those of the database.
pub fn holds_alike(read: &mut impl Read, new: &Membership) -> Result<bool> {
    let filter = Filter {
        person: Some(new.person_id),
        organization: Some(new.organization_id),
        role: new.role,
        office: new.office,
        ..Filter::default()
    };
    let open = |member: &Member| matches!(member.membership.state, MembershipState::Pending | MembershipState::Active);
    Ok(list(read, &filter, None, 500)?.iter().any(open))
}

/// Approves or declines one that is pending; false if it is not.
///
/// # Errors
/// Those of the database.
pub fn decide(tx: &mut Tx, id: MembershipId, state: MembershipState, by: PersonId, now: Moment) -> Result<bool> {
    let pending = memberships::table.find(id).filter(memberships::state.eq(MembershipState::Pending));
    let decided = (memberships::state.eq(state), memberships::decided_by.eq(by), memberships::decided_at.eq(now));
    let count = diesel::update(pending).set(decided).execute(tx.db())?;
    generation::raise(tx)?;
    Ok(count == 1)
}

/// Says whether a member leads the others of that role.
///
/// # Errors
/// Those of the database.
pub fn set_in_charge(tx: &mut Tx, id: MembershipId, in_charge: bool) -> Result<()> {
    diesel::update(memberships::table.find(id)).set(memberships::in_charge.eq(in_charge)).execute(tx.db())?;
    generation::raise(tx)
}

/// Ends one that is pending or active; others stay as they are.
///
/// # Errors
/// Those of the database.
pub fn end(tx: &mut Tx, id: MembershipId, now: Moment) -> Result<()> {
    let open = memberships::state.eq_any([MembershipState::Pending, MembershipState::Active]);
    let ended = (memberships::state.eq(MembershipState::Ended), memberships::ended_at.eq(now));
    diesel::update(memberships::table.find(id)).filter(open).set(ended).execute(tx.db())?;
    generation::raise(tx)
}

/// The active memberships with the office of administrator in one organization.
///
/// # Errors
/// Those of the database.
pub fn active_admins(read: &mut impl Read, organization: OrganizationId) -> Result<Vec<MembershipId>> {
    Ok(memberships::table
        .filter(memberships::organization_id.eq(organization))
        .filter(memberships::office.eq(Office::Admin))
        .filter(memberships::state.eq(MembershipState::Active))
        .select(memberships::id)
        .load(read.db())?)
}

/// Whether anybody administers a root organization.
///
/// # Errors
/// Those of the database.
pub fn any_admin(read: &mut impl Read) -> Result<bool> {
    let found: Option<MembershipId> = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::organization_id)))
        .filter(organizations::parent_id.is_null())
        .filter(memberships::office.eq(Office::Admin))
        .filter(memberships::state.eq(MembershipState::Active))
        .select(memberships::id)
        .first(read.db())
        .optional()?;
    Ok(found.is_some())
}
