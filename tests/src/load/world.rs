//! A made-up county for the load: schools, a gate with a sign at each, and people with a phone that is signed in.

use std::sync::Arc;

use diesel::{ExpressionMethods as _, RunQueryDsl as _};
use huxue::config::Config;
use huxue::domain::code::key_set::KeySet;
use huxue::domain::code::short_code::ShortCode;
use huxue::domain::code::sign_code::SignCode;
use huxue::domain::code::{CheckpointNumber, SignSerial};
use huxue::domain::id::{CheckpointId, MembershipId, OrganizationId, PersonId, SessionId, SignId};
use huxue::domain::moment::Moment;
use huxue::domain::place::{Area, Position};
use huxue::domain::scope::{Path, Scope};
use huxue::domain::words::{CheckpointKind, OrganizationKind, Role};
use huxue::problem::Problem;
use huxue::service::{App, Clock};
use huxue::store::memberships::{self, Membership, MembershipState};
use huxue::store::organizations::{self, Organization};
use huxue::store::persons::{self, Person};
use huxue::store::schema::{checkpoints, signs};
use huxue::store::sessions::{self, Session};
use huxue::store::{Error, JsonText, Read as _, Tx};
use serde_json::Value;
use uuid::Uuid;

/// A phone of somebody who is signed in and stands at the gate of their school.
pub struct Phone {
    /// Whose.
    pub person: PersonId,
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

impl World {
    /// Migrates the database and fills it.
    ///
    /// # Panics
    /// If the database does not take it.
    #[must_use]
    pub fn make(database_url: &str, schools: u32, people: u32) -> Self {
        let config =
            Config { database_url: database_url.to_owned(), access_token_seconds: 86_400, ..Config::default() };
        Self::fill(&App::start(config, Clock::system()).expect("the database opens"), schools, people)
    }

    /// Fills the database of an application that runs already.
    ///
    /// # Panics
    /// If the database does not take it.
    #[must_use]
    pub fn fill(app: &App, schools: u32, people: u32) -> Self {
        let maker = Maker { keys: app.code_keys(), now: app.clock.now(), app };
        app.store.write::<_, Problem>(&Scope::Everything, |tx| maker.make(tx, schools, people)).expect("it is filled")
    }
}

/// What the making of every record needs.
struct Maker<'a> {
    app: &'a App,
    keys: Arc<KeySet>,
    now: Moment,
}

/// A school with the sign at its gate.
struct Gate {
    school: OrganizationId,
    code: String,
    at: (f64, f64),
}

impl Maker<'_> {
    fn make(&self, tx: &mut Tx, schools: u32, people: u32) -> Result<World, Problem> {
        let bureau = self.organization(tx, None, OrganizationKind::Bureau, 0)?;
        let mut phones = Vec::new();
        for number in 1..=schools {
            let gate = self.gate(tx, &bureau, number)?;
            for place in 0..people {
                phones.push(self.phone(tx, &gate, number, place)?);
            }
        }
        Ok(World { phones })
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
            timezone: "Asia/Shanghai".to_owned(),
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
        let checkpoint = CheckpointId(fixed_id(number));
        let at = (106.0 + f64::from(number % 100) * 0.01, 26.0 + f64::from(number / 100) * 0.01);
        let area =
            Area::circle(Position::new(at.0, at.1).map_err(Problem::internal)?, 60.0).map_err(Problem::internal)?;
        let row = (
            (
                checkpoints::id.eq(checkpoint),
                checkpoints::school_id.eq(school),
                checkpoints::public_no.eq(i64::from(number)),
            ),
            (checkpoints::position.eq(1), checkpoints::name.eq("大门"), checkpoints::kind.eq(CheckpointKind::Gate)),
            (
                checkpoints::area.eq(JsonText::of(&Value::from(area))?),
                checkpoints::lon.eq(at.0),
                checkpoints::lat.eq(at.1),
            ),
            (checkpoints::fence_only.eq(true), checkpoints::created_at.eq(self.now)),
        );
        diesel::insert_into(checkpoints::table).values(row).execute(tx.db()).map_err(Error::from)?;
        let code = self.sign(tx, checkpoint, number)?;
        Ok(Gate { school, code, at })
    }

    fn sign(&self, tx: &mut Tx, checkpoint: CheckpointId, number: u32) -> Result<String, Problem> {
        let key = self.keys.signing_id();
        let row = (
            (signs::id.eq(SignId::fresh()), signs::checkpoint_id.eq(checkpoint), signs::serial.eq(1)),
            (signs::key_id.eq(i32::from(key.0)), signs::issued_at.eq(self.now)),
            signs::short_code.eq(ShortCode::from_random(u64::from(number)).as_str().to_owned()),
        );
        diesel::insert_into(signs::table).values(row).execute(tx.db()).map_err(Error::from)?;
        let code = SignCode { checkpoint: CheckpointNumber(number), serial: SignSerial(1), key };
        code.encode(&self.keys).map_err(Problem::internal)
    }

    fn phone(&self, tx: &mut Tx, gate: &Gate, number: u32, place: u32) -> Result<Phone, Problem> {
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
        memberships::insert(tx, &self.membership(person.id, gate.school, place))?;
        let device = format!("phone-{number}-{place}");
        let session = self.session(person.id, &device);
        sessions::insert(tx, &session)?;
        let token = self.app.tokens.issue(person.id, session.id, self.now)?;
        Ok(Phone { person: person.id, token, device, code: gate.code.clone(), lon: gate.at.0, lat: gate.at.1 })
    }

    fn membership(&self, person_id: PersonId, school: OrganizationId, place: u32) -> Membership {
        Membership {
            id: MembershipId::fresh(),
            person_id,
            organization_id: school,
            role: ROLES.iter().copied().cycle().nth(place.rem_euclid(5).try_into().expect("a small number")),
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
