//! The very first steps: the root organization and its administrator.

use crate::domain::id::{MembershipId, OrganizationId, PersonId};
use crate::domain::scope::{Path, Scope};
use crate::domain::words::{Office, OrganizationKind};
use crate::problem::{Problem, Result};
use crate::store::memberships::{self, Membership, MembershipState};
use crate::store::organizations::{self, Organization};
use crate::store::persons::{self, Person};

use super::{App, passwords};

/// Makes a root bureau and its administrator.
///
/// # Errors
/// `duplicate` if the phone number is taken.
pub fn first_administrator(app: &App, bureau: &str, name: &str, phone: &str, password: &str) -> Result<PersonId> {
    let now = app.clock.now();
    let person = Person {
        id: PersonId::fresh(),
        name: name.to_owned(),
        phone: Some(phone.to_owned()),
        password_hash: Some(passwords::hash(password)?),
        version: 1,
        created_at: now,
        disabled_at: None,
    };
    let root = new_root(OrganizationId::fresh(), bureau, now);
    let office = Membership {
        id: MembershipId::fresh(),
        person_id: person.id,
        organization_id: root.id,
        role: None,
        office: Some(Office::Admin),
        in_charge: false,
        state: MembershipState::Active,
        invite_id: None,
        created_at: now,
        decided_by: None,
        decided_at: Some(now),
        ended_at: None,
    };
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        organizations::insert(tx, &root)?;
        persons::insert(tx, &person)?;
        memberships::insert(tx, &office)?;
        Ok(person.id)
    })
}

fn new_root(id: OrganizationId, name: &str, now: crate::domain::moment::Moment) -> Organization {
    Organization {
        id,
        parent_id: None,
        kind: OrganizationKind::Bureau,
        name: name.to_owned(),
        path: Path::root(id),
        timezone: "Asia/Shanghai".to_owned(),
        school_type: None,
        external_code: None,
        lon: None,
        lat: None,
        version: 1,
        created_at: now,
        archived_at: None,
    }
}
