//! A school with a gate, a sign, a window and duties, made directly in the store; and check-ins as phones send them.

use std::sync::Arc;

use chrono::{NaiveDate, SecondsFormat, TimeDelta};
use chrono_tz::Asia::Shanghai;
use diesel::expression_methods::ExpressionMethods as _;
use diesel::{QueryDsl as _, RunQueryDsl as _};
use huxue::domain::code::CheckpointNumber;
use huxue::domain::code::short_code::ShortCode;
use huxue::domain::consent::ConsentKind;
use huxue::domain::coverage::RoleSet;
use huxue::domain::id::{
    CheckpointId, ConsentId, DutyId, MembershipId, OrganizationId, PersonId, ShiftId, SignId, WindowId,
};
use huxue::domain::moment::Moment;
use huxue::domain::place::{Area, Position};
use huxue::domain::scope::Scope;
use huxue::domain::words::{CheckpointKind, Datum, Grade, Role, WindowKind};
use huxue::problem::Problem;
use huxue::service::actor::Origin;
use huxue::service::sign_in;
use huxue::store::checkpoints::{self, Checkpoint};
use huxue::store::duties::{self, DutyRow};
use huxue::store::memberships::{self, Membership, MembershipState};
use huxue::store::persons;
use huxue::store::schema;
use huxue::store::signs::{self, Sign};
use huxue::store::windows::{self, WindowRow};
use huxue::store::{JsonText, Read as _, Tx, generation};
use serde_json::{Value, json};

pub use crate::phone::fix;
use uuid::Uuid;

use crate::actors::Actor;
use crate::app::TestApp;
use crate::people::Organization;

/// Where the gates of test schools stand: each school a kilometre east of the one before.
pub const GATE: (f64, f64) = (116.4039, 39.9151);
/// Degrees of longitude per metre there.
pub const DEGREES_PER_M: f64 = 1.0 / 85_500.0;
/// The radius of a gate's area, metres.
pub const RADIUS_M: f64 = 50.0;

/// A school that is ready for check-ins.
#[derive(Debug, Clone)]
pub struct School {
    /// Its organization.
    pub organization: Organization,
    /// Its gate.
    pub gate: Post,
    /// The window: Monday to Friday, 07:20 to 08:00, drop-off.
    pub window: WindowId,
    /// One guard at the gate.
    pub guard_duty: DutyId,
    /// One leader at the gate.
    pub leader_duty: DutyId,
    /// Two parents at the gate.
    pub parent_duty: DutyId,
}

/// A checkpoint with its sign.
#[derive(Debug, Clone)]
pub struct Post {
    /// The checkpoint.
    pub id: CheckpointId,
    /// Its name.
    pub name: String,
    /// What its sign's QR holds.
    pub code: String,
    /// What stands below the QR.
    pub short_code: String,
    /// The sign.
    pub sign: SignId,
    /// The number that codes carry.
    pub number: CheckpointNumber,
    /// Longitude of the centre, WGS-84.
    pub lon: f64,
    /// Latitude of the centre, WGS-84.
    pub lat: f64,
}

impl School {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> OrganizationId {
        self.organization.id.parse().expect("an id")
    }
}

impl TestApp {
    /// Does something in one transaction of the store.
    ///
    /// # Panics
    /// If that fails.
    pub async fn store<T: Send + 'static>(
        &self,
        change: impl FnOnce(&huxue::service::App, &mut Tx) -> Result<T, Problem> + Send + 'static,
    ) -> T {
        let app = Arc::clone(&self.app);
        let write = move || app.store.write(&Scope::Everything, |tx| change(&app, tx));
        tokio::task::spawn_blocking(write).await.expect("it runs").expect("it is stored")
    }

    /// A school under the root bureau, ready for check-ins.
    pub async fn guarded_school(&self, admin: &Actor, name: &str) -> School {
        let organization = self.school(admin, name).await;
        self.guard(organization).await
    }

    /// Makes a school ready for check-ins: a gate with a sign, a window, duties.
    ///
    /// # Panics
    /// If it cannot be made.
    pub async fn guard(&self, organization: Organization) -> School {
        let id: OrganizationId = organization.id.parse().expect("an id");
        let gate = self.post(&organization, "东门").await;
        let window = WindowId::fresh();
        let [guard_duty, leader_duty, parent_duty] = [(); 3].map(|()| DutyId::fresh());
        let asked =
            [(guard_duty, Role::Guard, 1), (leader_duty, Role::SchoolLeader, 1), (parent_duty, Role::Parent, 2)];
        let checkpoint = gate.id;
        self.store(move |app, tx| {
            let now = app.clock.now();
            windows::insert(tx, &window_row(id, window, now))?;
            for (position, (duty, role, count)) in (0..).zip(asked) {
                duties::insert(tx, &duty_row(id, (window, checkpoint), duty, position, role, count, now)?)?;
            }
            Ok(())
        })
        .await;
        School { organization, gate, window, guard_duty, leader_duty, parent_duty }
    }

    /// A checkpoint of a school, with a sign; it takes a position alone.
    pub async fn post(&self, organization: &Organization, name: &str) -> Post {
        let (school, name) = (organization.id.parse().expect("an id"), name.to_owned());
        self.store(move |app, tx| {
            let now = app.clock.now();
            let new = checkpoint(school, &name, now)?;
            let row = checkpoints::insert(tx, &new)?;
            // Each gate a kilometre from the last, so that positions are at one school only.
            let east = f64::from(i32::try_from(row.public_no).unwrap_or(0)) * 1_000.0 * DEGREES_PER_M;
            let (lon, lat) = (GATE.0 + east, GATE.1);
            diesel::update(schema::checkpoints::table.find(row.id))
                .set((schema::checkpoints::area.eq(circle(lon, lat)?), schema::checkpoints::lon.eq(lon)))
                .execute(tx.db())
                .map_err(huxue::store::Error::from)?;
            let sign = sign(app, row.id, 1, now);
            signs::insert(tx, &sign)?;
            let code = sign.code(row.number()?)?.encode(&app.code_keys()).map_err(Problem::internal)?;
            Ok(Post {
                id: row.id,
                name,
                code,
                short_code: sign.short_code,
                sign: sign.id,
                number: row.number()?,
                lon,
                lat,
            })
        })
        .await
    }

    /// A new member of a school who has agreed to the use of positions, signed in.
    pub async fn on_duty(&self, school: &School, role: Role) -> Actor {
        let person = self.member(&school.organization, role).await;
        self.agree(&person, true).await;
        person
    }

    /// The same person on a new session: access tokens run out as the test's clock goes on.
    ///
    /// # Panics
    /// If no session can be opened.
    pub async fn again(&self, person: &Actor) -> Actor {
        let (app, id) = (Arc::clone(&self.app), person.id());
        let open = move || {
            let person = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(persons::find(read, id)?))?;
            sign_in::open(&app, person, "test", &Origin::default())
        };
        let signed_in = tokio::task::spawn_blocking(open).await.expect("it runs").expect("it is opened");
        Actor::with_session(self, signed_in.access_token, id.to_string())
    }

    /// Ends every session of a person, as a revocation does.
    ///
    /// # Panics
    /// If the person is not signed in.
    pub async fn end_sessions(&self, person: &Actor) {
        use huxue::store::schema::sessions;
        let person: PersonId = person.id();
        self.store(move |app, tx| {
            diesel::update(sessions::table.filter(sessions::person_id.eq(person)))
                .set(sessions::ended_at.eq(app.clock.now()))
                .execute(tx.db())
                .map_err(huxue::store::Error::from)?;
            Ok(())
        })
        .await;
    }

    /// Gives a person one more role in an organization.
    ///
    /// # Panics
    /// If it cannot be given.
    pub async fn also(&self, person: &Actor, organization: &Organization, role: Role) {
        let (person_id, organization_id) = (person.id(), organization.id.parse().expect("an id"));
        self.store(move |app, tx| {
            let membership = Membership {
                id: MembershipId::fresh(),
                person_id,
                organization_id,
                role: Some(role),
                office: None,
                in_charge: false,
                state: MembershipState::Active,
                invite_id: None,
                created_at: app.clock.now(),
                decided_by: None,
                decided_at: None,
                ended_at: None,
            };
            Ok(memberships::insert(tx, &membership)?)
        })
        .await;
    }

    /// Records a person's answer about the use of positions.
    ///
    /// # Panics
    /// If the person is not signed in.
    pub async fn agree(&self, person: &Actor, given: bool) {
        use huxue::store::schema::consents;
        let person: PersonId = person.id();
        self.store(move |app, tx| {
            let row = (
                consents::id.eq(ConsentId::fresh()),
                consents::person_id.eq(person),
                consents::kind.eq("location"),
                consents::document_version.eq(ConsentKind::Location.version()),
                consents::given.eq(given),
                consents::at.eq(app.clock.now()),
            );
            diesel::insert_into(consents::table).values(row).execute(tx.db()).map_err(huxue::store::Error::from)?;
            Ok(generation::raise(tx)?)
        })
        .await;
    }

    /// Plans a person for a duty today.
    pub async fn plan(&self, school: &School, duty: DutyId, person: &Actor, role: Role) -> ShiftId {
        use huxue::store::schema::shifts;
        let (school, person) = (school.id(), person.id());
        self.store(move |app, tx| {
            let (id, now) = (ShiftId::fresh(), app.clock.now());
            let row = (
                shifts::id.eq(id),
                shifts::school_id.eq(school),
                shifts::duty_id.eq(duty),
                shifts::date.eq(now.date_in(Shanghai)),
                shifts::person_id.eq(person),
                shifts::role.eq(role),
                shifts::state.eq("planned"),
                shifts::author_id.eq(person),
                shifts::created_at.eq(now),
            );
            diesel::insert_into(shifts::table).values(row).execute(tx.db()).map_err(huxue::store::Error::from)?;
            generation::raise(tx)?;
            Ok(id)
        })
        .await
    }

    /// A check-in made and sent at this moment: kind `arrive`, a fix of 10 m in the middle of the gate, the gate's sign.
    #[must_use]
    pub fn arrival(&self, school: &School, phone: &str) -> Value {
        self.check_in("arrive", &school.gate, phone)
    }

    /// A check-in of a kind at a post, made and sent at this moment.
    #[must_use]
    pub fn check_in(&self, kind: &str, post: &Post, phone: &str) -> Value {
        let now = self.now();
        json!({
            "id": Uuid::now_v7(), "kind": kind, "code": post.code, "created_at": now, "sent_at": now, "elapsed_ms": 0,
            "position": fix(post, 0.0, 10.0), "device_id": phone,
        })
    }

    /// The server's clock as a phone would write it.
    #[must_use]
    pub fn now(&self) -> String {
        self.before(TimeDelta::zero())
    }

    /// A time before the server's now.
    #[must_use]
    pub fn before(&self, span: TimeDelta) -> String {
        let time = self.clock.now().minus(span).in_zone(Shanghai);
        time.to_rfc3339_opts(SecondsFormat::Micros, false)
    }
}

fn window_row(school_id: OrganizationId, id: WindowId, created_at: Moment) -> WindowRow {
    WindowRow {
        id,
        valid_from: term_start(),
        valid_to: None,
        school_id,
        kind: WindowKind::DropOff,
        name: "早上学".to_owned(),
        weekdays: 0b001_1111,
        on_make_up_days: true,
        starts: 7 * 60 + 20,
        ends: 8 * 60,
        lead_minutes: 10,
        version: 1,
        author_id: None,
        created_at,
    }
}

fn duty_row(
    school_id: OrganizationId,
    (window_id, checkpoint_id): (WindowId, CheckpointId),
    id: DutyId,
    position: i32,
    role: Role,
    count: i32,
    created_at: Moment,
) -> Result<DutyRow, Problem> {
    Ok(DutyRow {
        id,
        valid_from: term_start(),
        valid_to: None,
        school_id,
        window_id,
        checkpoint_id,
        position,
        roles: duties::roles_text([role].into_iter().collect::<RoleSet>())?,
        count,
        min_grade: Grade::Likely,
        version: 1,
        author_id: None,
        created_at,
    })
}

fn term_start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).expect("a date")
}

fn checkpoint(school_id: OrganizationId, name: &str, created_at: Moment) -> Result<Checkpoint, Problem> {
    Ok(Checkpoint {
        id: CheckpointId::fresh(),
        school_id,
        public_no: 0,
        position: 0,
        name: name.to_owned(),
        kind: CheckpointKind::Gate,
        area: circle(GATE.0, GATE.1)?,
        lon: GATE.0,
        lat: GATE.1,
        fence_only: true,
        officer: None,
        version: 1,
        created_at,
        archived_at: None,
    })
}

fn circle(lon: f64, lat: f64) -> Result<JsonText, Problem> {
    let centre = Position::new(lon, lat).map_err(Problem::internal)?;
    let area = Area::circle(centre, RADIUS_M).map_err(Problem::internal)?;
    Ok(JsonText::of(&area.to_geojson(Datum::Wgs84))?)
}

/// A sign of a checkpoint, not stored yet.
#[must_use]
pub fn sign(app: &huxue::service::App, checkpoint_id: CheckpointId, serial: i32, issued_at: Moment) -> Sign {
    let random = u64::try_from(Uuid::new_v4().as_u128() >> 64).unwrap_or_default();
    Sign {
        id: SignId::fresh(),
        checkpoint_id,
        serial,
        key_id: app.code_keys().signing_id().into(),
        short_code: ShortCode::from_random(random).as_str().to_owned(),
        issued_at,
        issued_by: None,
        revoked_at: None,
        revoked_by: None,
        revoked_reason: None,
        printed_at: None,
    }
}
