//! A made-up county for the load: schools, a gate with a sign at each, and people with a phone that is signed in.

use std::sync::Arc;

use chrono_tz::Tz;
use diesel::{ExpressionMethods as _, RunQueryDsl as _};
use huxue::config::Config;
use huxue::domain::code::key_set::KeySet;
use huxue::domain::code::short_code::ShortCode;
use huxue::domain::id::{CheckpointId, ConsentId, MembershipId, OrganizationId, PersonId, SessionId, SignId};
use huxue::domain::moment::Moment;
use huxue::domain::place::{Area, Position};
use huxue::domain::scope::{Path, Scope};
use huxue::domain::words::{CheckpointKind, Office, OrganizationKind, Role};
use huxue::problem::Problem;
use huxue::service::{App, Clock};
use huxue::store::checkpoints::{self, Checkpoint};
use huxue::store::memberships::{self, Membership, MembershipState};
use huxue::store::organizations::{self, Organization};
use huxue::store::persons::{self, Person};
use huxue::store::schema::consents;
use huxue::store::sessions::{self, Session};
use huxue::store::signs::{self, Sign};
use huxue::store::{Error, JsonText, Read as _, Tx};
use serde_json::Value;
use uuid::Uuid;

use super::rules;

/// A phone of somebody who is signed in and stands at the gate of their school.
pub struct Phone {
    /// Whose.
    pub person: PersonId,
    /// In what capacity.
    pub role: Role,
    /// Where they belong.
    pub school: OrganizationId,
    /// The gate.
    pub checkpoint: CheckpointId,
    /// A token that outlasts any run.
    pub token: String,
    /// What the phone calls itself.
    pub device: String,
    /// The code on the sign at the gate.
    pub code: String,
    /// Where the gate is, WGS-84 degrees.
    pub lon: f64,
    /// Where the gate is, WGS-84 degrees.
    pub lat: f64,
}

/// All there is, made in a fresh database.
pub struct World {
    /// The bureau above the schools.
    pub bureau: OrganizationId,
    /// The token of an officer of the bureau.
    pub officer_token: String,
    /// The phones.
    pub phones: Vec<Phone>,
}

/// An id that can be worked out from a number, so that pgbench can make the same ones: these bytes, then the number.
pub(super) const ID_PREFIX: &str = "0190000000007000a";

/// What the number of a person's id is: the school's in the upper bits, their place in it below.
pub(super) const PEOPLE_BITS: u32 = 16;

fn fixed_id(number: u32) -> Uuid {
    let text = format!("{ID_PREFIX}{number:015x}");
    Uuid::parse_str(&text).expect("32 digits")
}

/// Roles of the people of a school, in turn.
const ROLES: [Role; 5] = [Role::Guard, Role::Teacher, Role::Parent, Role::Police, Role::Volunteer];

/// How big the county is, and what its schools ask for.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Schools.
    pub schools: u32,
    /// People of each.
    pub people: u32,
    /// Windows of every day: start and end in minutes after midnight.
    pub windows: &'static [(i32, i32)],
    /// The schools' clock.
    pub zone: Tz,
}

/// A clock by which it is ten in the morning now: in the evening a day's figures are final, and each check-in that is late makes new ones.
///
/// # Panics
/// Never: each of these zones is known.
#[must_use]
pub(super) fn zone_of_a_morning(now: Moment) -> Tz {
    let hour = now.seconds().div_euclid(3600).rem_euclid(24);
    // Ahead of UTC by -12 to 11 hours; these names count the other way.
    let ahead = (10 - hour + 12).rem_euclid(24) - 12;
    format!("Etc/GMT{:+}", -ahead).parse().expect("a zone")
}

/// Windows that leave no gap, so that there is a duty to serve whenever a test runs.
pub const ALL_DAY: &[(i32, i32)] = &[(0, 720), (720, 1439)];

impl World {
    /// Migrates the database and fills it.
    ///
    /// # Panics
    /// If the database does not take it.
    #[must_use]
    pub fn make(database_url: &str, shape: Shape) -> Self {
        let config =
            Config { database_url: database_url.to_owned(), access_token_seconds: 86_400, ..Config::default() };
        Self::fill(&App::start(config, Clock::system()).expect("the database opens"), shape)
    }

    /// Fills the database of an application that runs already.
    ///
    /// # Panics
    /// If the database does not take it.
    #[must_use]
    pub fn fill(app: &App, shape: Shape) -> Self {
        let maker = Maker { keys: app.code_keys(), now: app.clock.now(), app, shape };
        app.store.write::<_, Problem>(&Scope::Everything, |tx| maker.make(tx)).expect("it is filled")
    }
}

/// What the making of every record needs.
struct Maker<'a> {
    app: &'a App,
    shape: Shape,
    keys: Arc<KeySet>,
    now: Moment,
}

/// A school with the sign at its gate.
struct Gate {
    school: OrganizationId,
    checkpoint: CheckpointId,
    code: String,
    at: (f64, f64),
}

impl Maker<'_> {
    fn make(&self, tx: &mut Tx) -> Result<World, Problem> {
        let bureau = self.organization(tx, None, OrganizationKind::Bureau, 0)?;
        let mut phones = Vec::new();
        for number in 1..=self.shape.schools {
            let gate = self.gate(tx, &bureau, number)?;
            for place in 0..self.shape.people {
                phones.push(self.phone(tx, &gate, number, place)?);
            }
        }
        let officer_token = self.officer(tx, bureau.id)?;
        Ok(World { bureau: bureau.id, officer_token, phones })
    }

    fn organization(
        &self,
        tx: &mut Tx,
        parent: Option<&Organization>,
        kind: OrganizationKind,
        number: u32,
    ) -> Result<Organization, Error> {
        let id = OrganizationId(fixed_id(number));
        let organization = Organization {
            id,
            parent_id: parent.map(|parent| parent.id),
            kind,
            name: format!("第{number}号"),
            path: parent.map_or_else(|| Path::root(id), |parent| parent.path.child(id)),
            timezone: self.shape.zone.name().to_owned(),
            school_type: None,
            external_code: None,
            lon: None,
            lat: None,
            version: 1,
            created_at: self.now,
            archived_at: None,
        };
        organizations::insert(tx, &organization)?;
        Ok(organization)
    }

    fn gate(&self, tx: &mut Tx, bureau: &Organization, number: u32) -> Result<Gate, Problem> {
        let school = self.organization(tx, Some(bureau), OrganizationKind::School, number)?.id;
        let at = (106.0 + f64::from(number % 100) * 0.01, 26.0 + f64::from(number / 100) * 0.01);
        let area =
            Position::new(at.0, at.1).and_then(|middle| Area::circle(middle, 60.0)).map_err(Problem::internal)?;
        let checkpoint = Checkpoint {
            id: CheckpointId(fixed_id(number)),
            school_id: school,
            public_no: 0,
            position: 1,
            name: "大门".to_owned(),
            kind: CheckpointKind::Gate,
            area: JsonText::of(&Value::from(area))?,
            lon: at.0,
            lat: at.1,
            fence_only: true,
            officer: None,
            version: 1,
            created_at: self.now,
            archived_at: None,
        };
        let checkpoint = checkpoints::insert(tx, &checkpoint)?;
        rules::make(tx, &self.shape, &checkpoint, self.now)?;
        let code = self.sign(tx, &checkpoint)?;
        Ok(Gate { school, checkpoint: checkpoint.id, code, at })
    }

    fn sign(&self, tx: &mut Tx, checkpoint: &Checkpoint) -> Result<String, Problem> {
        let number = checkpoint.number()?;
        let sign = Sign {
            id: SignId::fresh(),
            checkpoint_id: checkpoint.id,
            serial: 1,
            key_id: self.keys.signing_id().0.into(),
            short_code: ShortCode::from_random(number.0.into()).as_str().to_owned(),
            issued_at: self.now,
            issued_by: None,
            revoked_at: None,
            revoked_by: None,
            revoked_reason: None,
            printed_at: None,
        };
        signs::insert(tx, &sign)?;
        sign.code(number)?.encode(&self.keys).map_err(Problem::internal)
    }

    fn phone(&self, tx: &mut Tx, gate: &Gate, number: u32, place: u32) -> Result<Phone, Problem> {
        let role = ROLES.iter().copied().cycle().nth(place.rem_euclid(5).try_into().expect("a small number"));
        let person = self.person(tx, number, place)?;
        memberships::insert(tx, &Membership { role, ..self.membership(person, gate.school) })?;
        self.consent(tx, person)?;
        let device = format!("phone-{number}-{place}");
        let token = self.sign_in(tx, person, &device)?;
        let (role, school, checkpoint) = (role.expect("one of them"), gate.school, gate.checkpoint);
        let (code, (lon, lat)) = (gate.code.clone(), gate.at);
        Ok(Phone { person, role, school, checkpoint, token, device, code, lon, lat })
    }

    /// An officer who may read the figures of every school; their token.
    fn officer(&self, tx: &mut Tx, bureau: OrganizationId) -> Result<String, Problem> {
        let person = self.person(tx, 0, 0)?;
        let office = Some(Office::BureauOfficer);
        memberships::insert(tx, &Membership { office, ..self.membership(person, bureau) })?;
        self.sign_in(tx, person, "desk")
    }

    fn person(&self, tx: &mut Tx, number: u32, place: u32) -> Result<PersonId, Error> {
        let person = Person {
            id: PersonId(fixed_id((number << PEOPLE_BITS) + place)),
            name: format!("{number}校{place}号"),
            phone: Some(format!("1{number:05}{place:05}")),
            password_hash: None,
            version: 1,
            created_at: self.now,
            disabled_at: None,
        };
        persons::insert(tx, &person)?;
        Ok(person.id)
    }

    fn sign_in(&self, tx: &mut Tx, person: PersonId, device: &str) -> Result<String, Problem> {
        let session = self.session(person, device);
        sessions::insert(tx, &session)?;
        self.app.tokens.issue(person, session.id, self.now)
    }

    /// Without it positions would be passed over.
    fn consent(&self, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
        let row = (
            (consents::id.eq(ConsentId::fresh()), consents::person_id.eq(person), consents::kind.eq("location")),
            (consents::document_version.eq("1"), consents::given.eq(true), consents::at.eq(self.now)),
        );
        diesel::insert_into(consents::table).values(row).execute(tx.db())?;
        Ok(())
    }

    fn membership(&self, person_id: PersonId, organization_id: OrganizationId) -> Membership {
        Membership {
            id: MembershipId::fresh(),
            person_id,
            organization_id,
            role: None,
            office: None,
            in_charge: false,
            state: MembershipState::Active,
            invite_id: None,
            created_at: self.now,
            decided_by: None,
            decided_at: Some(self.now),
            ended_at: None,
        }
    }

    fn session(&self, person_id: PersonId, device: &str) -> Session {
        Session {
            id: SessionId::fresh(),
            person_id,
            device_name: device.to_owned(),
            address: "127.0.0.1".to_owned(),
            created_at: self.now,
            last_seen_at: self.now,
            ended_at: None,
            ended_reason: None,
        }
    }
}
