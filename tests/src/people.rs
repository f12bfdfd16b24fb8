//! Builders of organizations and of the people in them. People come signed in; nobody's password is hashed for it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use huxue::domain::id::{MembershipId, OrganizationId, PersonId};
use huxue::domain::scope::Scope;
use huxue::domain::words::{Office, Role};
use huxue::problem::Problem;
use huxue::service::actor::Origin;
use huxue::service::{passwords, sign_in};
use huxue::store::memberships::{self, Membership, MembershipState};
use huxue::store::persons::{self, Person};
use serde_json::{Value, json};

use crate::actors::Actor;
use crate::app::TestApp;

/// An organization that a test made.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// What somebody is to hold in an organization.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// An office, for rights.
    Office(Office),
    /// A role, for duty.
    Role(Role),
    /// A role, leading the others of it.
    InCharge(Role),
    /// A role that was asked for and not yet approved.
    Pending(Role),
}

impl TestApp {
    /// The root bureau that was made with the administrator.
    ///
    /// # Panics
    /// If there is none.
    pub async fn root(&self, admin: &Actor) -> Organization {
        let first = admin.get("/organizations").await.expect(200)["items"][0].clone();
        Organization::of(&first)
    }

    /// A school under the root bureau.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn school(&self, admin: &Actor, name: &str) -> Organization {
        let root = self.root(admin).await;
        self.organization(admin, &root, "school", name).await
    }

    /// An organization (`bureau`, `station`, `school`) under a bureau.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn organization(&self, admin: &Actor, parent: &Organization, kind: &str, name: &str) -> Organization {
        let body = json!({ "parent_id": parent.id, "kind": kind, "name": name });
        Organization::of(&admin.post("/organizations", body).await.expect(201))
    }

    /// A new person with a role in an organization, signed in.
    pub async fn member(&self, organization: &Organization, role: Role) -> Actor {
        self.person(Some((organization, Place::Role(role)))).await
    }

    /// A new person with an office in an organization, signed in.
    pub async fn officer(&self, organization: &Organization, office: Office) -> Actor {
        self.person(Some((organization, Place::Office(office)))).await
    }

    /// A new person with some place in an organization, or with none; signed in.
    ///
    /// # Panics
    /// If the person cannot be made.
    pub async fn person(&self, place: Option<(&Organization, Place)>) -> Actor {
        let number = self.people.fetch_add(1, Ordering::SeqCst);
        let now = self.app.clock.now();
        let person = Person {
            id: PersonId::fresh(),
            name: format!("人员{number}"),
            phone: Some(format!("139{number:08}")),
            password_hash: None,
            version: 1,
            created_at: now,
            disabled_at: None,
        };
        let membership = place.map(|(organization, place)| {
            let (role, office, in_charge, state) = match place {
                Place::Office(office) => (None, Some(office), false, MembershipState::Active),
                Place::Role(role) => (Some(role), None, false, MembershipState::Active),
                Place::InCharge(role) => (Some(role), None, true, MembershipState::Active),
                Place::Pending(role) => (Some(role), None, false, MembershipState::Pending),
            };
            let organization_id = organization.id.parse::<OrganizationId>().expect("an id");
            Membership {
                id: MembershipId::fresh(),
                person_id: person.id,
                organization_id,
                role,
                office,
                in_charge,
                state,
                invite_id: None,
                created_at: now,
                decided_by: None,
                decided_at: None,
                ended_at: None,
            }
        });
        let app = Arc::clone(&self.app);
        let id = person.id.to_string();
        let make = move || {
            app.store.write::<_, Problem>(&Scope::Everything, |tx| {
                persons::insert(tx, &person)?;
                if let Some(membership) = &membership {
                    memberships::insert(tx, membership)?;
                }
                Ok(())
            })?;
            sign_in::open(&app, person, "test", &Origin::default())
        };
        let signed_in = tokio::task::spawn_blocking(make).await.expect("it runs").expect("it is made");
        Actor::with_session(self, signed_in.access_token, id)
    }

    /// Gives somebody a password to sign in with.
    ///
    /// # Panics
    /// If it cannot be kept.
    pub async fn give_password(&self, actor: &Actor, password: &str) {
        let person: PersonId = actor.person_id.as_deref().expect("a person").parse().expect("an id");
        let password = password.to_owned();
        self.store(move |_, tx| Ok(persons::set_password(tx, person, &passwords::hash(&password)?)?)).await;
    }

    /// A further session of somebody, on another device.
    ///
    /// # Panics
    /// If it cannot be opened.
    pub async fn another_session(&self, actor: &Actor) -> Actor {
        let app = Arc::clone(&self.app);
        let id = actor.person_id.clone().expect("a person");
        let person: PersonId = id.parse().expect("an id");
        let open = move || {
            let person = app.store.read(&Scope::Everything, |read| persons::find(read, person))?;
            sign_in::open(&app, person, "another", &Origin::default())
        };
        let signed_in = tokio::task::spawn_blocking(open).await.expect("it runs").expect("it is opened");
        Actor::with_session(self, signed_in.access_token, id)
    }
}

impl Organization {
    fn of(body: &Value) -> Self {
        let text = |field: &str| body[field].as_str().expect("a text").to_owned();
        Self { id: text("id"), name: text("name") }
    }
}
