//! Who holds what in an organization: the list, offices, decisions, endings.

use serde_json::{Value, json};

use crate::domain::id::{MembershipId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::phone::Phone;
use crate::domain::rights::{Holding, Right};
use crate::domain::scope::{Path, Scope};
use crate::domain::words::Office;
use crate::problem::{Code, Problem, Result};
use crate::store::memberships::{self, Membership};
pub use crate::store::memberships::{Filter, Member, MembershipState};
use crate::store::persons::{self, Person};
use crate::store::{Tx, generation};

use super::audit::{self, Event};
use super::{Actor, App};

/// A page of the members of an organization, oldest membership first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    filter: Filter,
    after: Option<MembershipId>,
    limit: i64,
) -> Result<Vec<Member>> {
    actor.require(app, Right::ReadMembers, organization)?;
    let filter = Filter { organization: Some(organization), ..filter };
    Ok(app.store.read(&actor.scope(Right::ReadMembers), |read| memberships::list(read, &filter, after, limit))?)
}

/// Gives an office to the person with that phone number, who is added if nobody has it; they sign in by text message.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::Forbidden`] too for an office that can itself give offices and has a right which the actor
/// lacks: nobody raises others above themselves. [`Code::AlreadyMember`].
pub fn give_office(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    office: Office,
    name: String,
    phone: &Phone,
) -> Result<Member> {
    let place = actor.require(app, Right::ManageOffices, organization)?;
    let rights = Holding::Office(office).rights();
    if rights.contains(&Right::ManageOffices) {
        rights.iter().try_for_each(|right| actor.require_over(*right, &place.path))?;
    }
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        let person = match persons::by_phone(tx, phone.as_str())? {
            Some(person) => person,
            None => add_person(tx, name, phone, None, now)?,
        };
        let mut row = new_membership(person.id, organization, now);
        (row.office, row.state) = (Some(office), MembershipState::Active);
        (row.decided_by, row.decided_at) = (Some(actor.person), Some(now));
        add(tx, &row)?;
        let details = json!({ "person": person.id, "office": office });
        audit::done(tx, actor, now, event("membership.give_office", row.id, &place.path, details))?;
        Ok(memberships::find(tx, row.id)?)
    })
}

/// Adds a person.
pub(super) fn add_person(
    tx: &mut Tx,
    name: String,
    phone: &Phone,
    hash: Option<String>,
    now: Moment,
) -> Result<Person> {
    let person = Person {
        id: PersonId::fresh(),
        name,
        phone: Some(phone.as_str().to_owned()),
        password_hash: hash,
        version: 1,
        created_at: now,
        disabled_at: None,
    };
    persons::insert(tx, &person)?;
    Ok(person)
}

/// A membership that holds nothing yet.
pub(super) fn new_membership(person: PersonId, organization: OrganizationId, now: Moment) -> Membership {
    Membership {
        id: MembershipId::fresh(),
        person_id: person,
        organization_id: organization,
        role: None,
        office: None,
        in_charge: false,
        state: MembershipState::Pending,
        invite_id: None,
        created_at: now,
        decided_by: None,
        decided_at: None,
        ended_at: None,
    }
}

/// Adds a membership, unless the person holds or asked for the same there already.
pub(super) fn add(tx: &mut Tx, row: &Membership) -> Result<()> {
    // Raised first: on PostgreSQL it makes those wait who would add the same at the same time.
    generation::raise(tx)?;
    if memberships::holds_alike(tx, row)? {
        return Err(Code::AlreadyMember.into());
    }
    Ok(memberships::insert(tx, row)?)
}

/// Approves or declines somebody who asked to join.
///
/// # Errors
/// `not_found`, `forbidden`, [`Code::NotPending`].
pub fn decide(app: &App, actor: &Actor, id: MembershipId, approve: bool) -> Result<Member> {
    let member = find(app, actor, id)?;
    actor.require_over(Right::ManageMembers, &member.path)?;
    let (state, action) = match approve {
        true => (MembershipState::Active, "membership.approve"),
        false => (MembershipState::Declined, "membership.decline"),
    };
    change(app, actor, &member, action, json!({}), |tx, now| {
        if memberships::decide(tx, id, state, actor.person, now)? { Ok(()) } else { Err(Code::NotPending.into()) }
    })
}

/// Says whether a member leads the others of that role.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn put_in_charge(app: &App, actor: &Actor, id: MembershipId, in_charge: bool) -> Result<Member> {
    let member = find(app, actor, id)?;
    actor.require_over(Right::ManageMembers, &member.path)?;
    if member.membership.role.is_none() {
        return Err(Problem::invalid("in_charge", "an office has nobody in charge / 职务没有负责人之分"));
    }
    let details = json!({ "in_charge": in_charge });
    change(app, actor, &member, "membership.edit", details, |tx, _| Ok(memberships::set_in_charge(tx, id, in_charge)?))
}

/// Ends a membership: one's own, or another's with the right to. One that is over already stays as it is.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::LastAdministrator`] for the last one of a root.
pub fn end(app: &App, actor: &Actor, id: MembershipId) -> Result<Member> {
    let member = find(app, actor, id)?;
    let own = member.membership.person_id == actor.person;
    let office = member.membership.office;
    if !own {
        let right = if office.is_some() { Right::ManageOffices } else { Right::ManageMembers };
        actor.require_over(right, &member.path)?;
    }
    let action = if own { "membership.leave" } else { "membership.end" };
    change(app, actor, &member, action, json!({}), |tx, now| {
        // Raised first: on PostgreSQL it makes two administrators wait who end each other at the same time.
        generation::raise(tx)?;
        let root = member.path.is_root() && office == Some(Office::Admin);
        if root && memberships::active_admins(tx, member.membership.organization_id)? == vec![id] {
            return Err(Code::LastAdministrator.into());
        }
        Ok(memberships::end(tx, id, now)?)
    })
}

/// A member's phone number in full. Each look is written down.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn phone(app: &App, actor: &Actor, id: MembershipId) -> Result<Option<String>> {
    let member = find(app, actor, id)?;
    actor.require_over(Right::ManageMembers, &member.path)?;
    change(app, actor, &member, "phone.view", json!({ "person": member.membership.person_id }), |_, _| Ok(()))?;
    Ok(member.person_phone)
}

/// A membership that the actor may know of: their own, or one where they see members.
fn find(app: &App, actor: &Actor, id: MembershipId) -> Result<Member> {
    let member = app.store.read(&Scope::Everything, |read| memberships::find(read, id))?;
    let own = member.membership.person_id == actor.person;
    let seen = actor.scope(Right::ReadSetUp).covers(&member.path);
    if own || seen { Ok(member) } else { Err(Code::NotFound.into()) }
}

fn change(
    app: &App,
    actor: &Actor,
    member: &Member,
    action: &'static str,
    details: Value,
    make: impl FnOnce(&mut Tx, Moment) -> Result<()>,
) -> Result<Member> {
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        make(tx, now)?;
        audit::done(tx, actor, now, event(action, member.membership.id, &member.path, details))?;
        Ok(memberships::find(tx, member.membership.id)?)
    })
}

fn event<'a>(action: &'static str, id: MembershipId, path: &'a Path, details: Value) -> Event<'a> {
    Event { action, organization: Some(path), subject: Some(("membership", id.to_string())), details }
}
