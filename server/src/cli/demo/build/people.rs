//! Everybody, what they hold, what they agreed to, and the phone they are signed in with.

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use crate::cli::demo::world::{Holder, Person, World, ids};
use crate::domain::id::ConsentId;
use crate::domain::moment::Moment;
use crate::domain::words::ConsentKind;
use crate::problem::Result;
use crate::store::consents::{self, Consent};
use crate::store::memberships::{self, Membership, MembershipState};
use crate::store::sessions::{self, Session};
use crate::store::{Tx, persons};

pub(super) fn insert(tx: &mut Tx, world: &World, password_hash: &str, now: Moment) -> Result<()> {
    let mut random = StdRng::seed_from_u64(world.seed ^ 0xC0);
    for person in &world.people {
        persons::insert(tx, &row(person, password_hash, now))?;
        for held in &person.holds {
            memberships::insert(tx, &membership(person, held, now))?;
        }
        for kind in [ConsentKind::Terms, ConsentKind::Location] {
            let id = ConsentId(ids::at(now, &mut random));
            let document_version = kind.version().to_owned();
            consents::insert(tx, &Consent { id, person_id: person.id, kind, document_version, given: true, at: now })?;
        }
        sessions::insert(tx, &session(person, now))?;
    }
    Ok(())
}

fn row(person: &Person, password_hash: &str, now: Moment) -> persons::Person {
    persons::Person {
        id: person.id,
        name: person.name.clone(),
        phone: Some(person.phone.clone()),
        password_hash: Some(password_hash.to_owned()),
        version: 1,
        created_at: now,
        disabled_at: None,
    }
}

fn membership(person: &Person, held: &Holder, now: Moment) -> Membership {
    Membership {
        id: held.id,
        person_id: person.id,
        organization_id: held.organization,
        role: held.role,
        office: held.office,
        in_charge: held.in_charge,
        state: MembershipState::Active,
        invite_id: None,
        created_at: now,
        decided_by: None,
        decided_at: Some(now),
        ended_at: None,
    }
}

fn session(person: &Person, now: Moment) -> Session {
    Session {
        id: person.session,
        person_id: person.id,
        device_name: person.device.clone(),
        address: "127.0.0.1".to_owned(),
        created_at: now,
        last_seen_at: now,
        ended_at: None,
        ended_reason: None,
    }
}
