//! Routes as JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::domain::id::{CheckpointId, OrganizationId, PatrolRouteId, PersonId};
use crate::domain::name::Name;
use crate::domain::patrol::{DocumentPoint, Per, PlanSpan, RoutePoint, RouteSettings, WALKERS};
use crate::domain::words::{Grade, Role};
use crate::problem::{Problem, Result};
use crate::service::patrols::routes::{PatrolRouteRow, RoutePatch};
use crate::service::patrols::view::PointView;

/// A patrol route with what is asked of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatrolRouteBody {
    id: PatrolRouteId,
    station_id: OrganizationId,
    #[schema(example = "城关一线")]
    name: String,
    /// Whether the points are to be walked in their order.
    ordered: bool,
    /// How long a round may take, minutes.
    #[schema(example = 90)]
    max_minutes: u32,
    /// The grade that a scan must reach.
    min_grade: Grade,
    /// The speed beyond which nobody gets from one point to the next, in a straight line, metres a second.
    #[schema(example = 20.0)]
    max_speed: f64,
    points: Vec<RoutePoint>,
    /// How many rounds.
    #[schema(example = 2)]
    rounds: u32,
    /// In which time: `day` or `month`.
    per: Per,
    /// When; the whole day if empty.
    windows: Vec<PlanSpan>,
    /// Whether days without school ask for nothing.
    school_days_only: bool,
    /// The roles that walk it.
    roles: Vec<Role>,
    /// Who walks it; everybody of the roles if empty.
    persons: Vec<PersonId>,
    /// The norm that it follows, of `/patrol-templates`.
    norm: Option<String>,
    /// The first date it is like this.
    valid_from: NaiveDate,
    /// The first date it is not like this any more; null while it is open-ended.
    valid_to: Option<NaiveDate>,
    /// Rises with each edit; the same as the ETag.
    version: i32,
}

impl PatrolRouteBody {
    pub(super) fn of(row: &PatrolRouteRow) -> Result<Self> {
        let settings = row.settings()?;
        Ok(Self {
            id: row.id,
            station_id: row.station_id,
            name: settings.name,
            ordered: settings.ordered,
            max_minutes: settings.max_minutes,
            min_grade: settings.min_grade,
            max_speed: settings.max_speed,
            points: settings.points,
            rounds: settings.rounds,
            per: settings.per,
            windows: settings.windows,
            school_days_only: settings.school_days_only,
            roles: settings.roles.iter().collect(),
            persons: settings.persons,
            norm: settings.norm,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            version: row.version,
        })
    }
}

/// A route to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPatrolRouteBody {
    #[schema(example = "城关一线", min_length = 1, max_length = 100)]
    name: String,
    #[serde(default)]
    ordered: bool,
    #[serde(default = "minutes")]
    #[schema(minimum = 1, maximum = 720, example = 90)]
    max_minutes: u32,
    /// `confirmed`, `likely` or `claimed`.
    #[serde(default = "likely")]
    min_grade: Grade,
    #[serde(default = "speed")]
    #[schema(minimum = 0.5, maximum = 60, example = 20.0)]
    max_speed: f64,
    #[schema(min_items = 1, max_items = 60)]
    points: Vec<RoutePoint>,
    #[serde(default = "rounds")]
    #[schema(maximum = 50, example = 2)]
    rounds: u32,
    /// In which time the rounds are asked for; a day unless given.
    #[serde(default = "day")]
    per: Per,
    #[serde(default)]
    #[schema(max_items = 12)]
    windows: Vec<PlanSpan>,
    #[serde(default = "yes")]
    school_days_only: bool,
    #[serde(default = "walkers")]
    #[schema(example = json!(["police", "auxiliary", "traffic_police"]), min_items = 1)]
    roles: Vec<Role>,
    #[serde(default)]
    #[schema(max_items = 200)]
    persons: Vec<PersonId>,
    norm: Option<String>,
    /// Today unless given; never a date that has passed.
    valid_from: Option<NaiveDate>,
}

/// What is there, null too, as [`Some`].
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Option<Option<String>>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

const fn minutes() -> u32 {
    90
}

const fn likely() -> Grade {
    Grade::Likely
}

/// 72 km/h: faster than anybody gets through a town, even in a car.
const fn speed() -> f64 {
    20.0
}

/// The norm for a town school.
const fn rounds() -> u32 {
    2
}

const fn day() -> Per {
    Per::Day
}

const fn yes() -> bool {
    true
}

fn walkers() -> Vec<Role> {
    WALKERS.to_vec()
}

fn name_of(text: &str) -> Result<String> {
    Ok(text.parse::<Name>().map_err(|error| Problem::invalid("name", error))?.into())
}

impl NewPatrolRouteBody {
    pub(super) fn read(self) -> Result<(RouteSettings, Option<NaiveDate>)> {
        let settings = RouteSettings {
            name: name_of(&self.name)?,
            ordered: self.ordered,
            max_minutes: self.max_minutes,
            min_grade: self.min_grade,
            max_speed: self.max_speed,
            points: self.points,
            rounds: self.rounds,
            per: self.per,
            windows: self.windows,
            school_days_only: self.school_days_only,
            roles: self.roles.into_iter().collect(),
            persons: self.persons,
            norm: self.norm,
        };
        Ok((settings, self.valid_from))
    }
}

/// What to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EditPatrolRouteBody {
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    ordered: Option<bool>,
    #[schema(minimum = 1, maximum = 720)]
    max_minutes: Option<u32>,
    min_grade: Option<Grade>,
    #[schema(minimum = 0.5, maximum = 60)]
    max_speed: Option<f64>,
    #[schema(min_items = 1, max_items = 60)]
    points: Option<Vec<RoutePoint>>,
    #[schema(maximum = 50)]
    rounds: Option<u32>,
    per: Option<Per>,
    #[schema(max_items = 12)]
    windows: Option<Vec<PlanSpan>>,
    school_days_only: Option<bool>,
    #[schema(min_items = 1)]
    roles: Option<Vec<Role>>,
    #[schema(max_items = 200)]
    persons: Option<Vec<PersonId>>,
    /// Another norm of `/patrol-templates`; null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    norm: Option<Option<String>>,
    /// From which date on; today unless given. Rounds of the days before stand.
    effective_from: Option<NaiveDate>,
}

impl EditPatrolRouteBody {
    pub(super) fn read(self) -> Result<RoutePatch> {
        Ok(RoutePatch {
            name: self.name.as_deref().map(name_of).transpose()?,
            ordered: self.ordered,
            max_minutes: self.max_minutes,
            min_grade: self.min_grade,
            max_speed: self.max_speed,
            points: self.points,
            rounds: self.rounds,
            per: self.per,
            windows: self.windows,
            school_days_only: self.school_days_only,
            roles: self.roles,
            persons: self.persons,
            norm: self.norm,
            effective_from: self.effective_from,
        })
    }
}

/// A point of a route on a day.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PatrolPointBody {
    checkpoint_id: CheckpointId,
    #[schema(example = "东门")]
    name: String,
    school_id: OrganizationId,
    #[schema(example = "实验小学")]
    school_name: String,
    /// WGS-84 degrees.
    lon: f64,
    /// WGS-84 degrees.
    lat: f64,
    /// Before which a scan proves nothing.
    #[schema(value_type = Option<String>, format = DateTime)]
    not_before: Option<String>,
    /// How long to stay; zero if passing is enough.
    dwell_seconds: u32,
    /// By how much a scan may be too early, or a stay too short.
    tolerance_seconds: u32,
}

/// The points of a route with what the day asks of them.
pub(super) fn points_of(points: Vec<PointView>, asked: &[DocumentPoint]) -> Vec<PatrolPointBody> {
    let body = |(point, asked): (PointView, &DocumentPoint)| PatrolPointBody {
        checkpoint_id: point.id,
        name: point.name,
        school_id: point.school_id,
        school_name: point.school_name,
        lon: point.lon,
        lat: point.lat,
        not_before: asked.not_before.map(|time| time.to_rfc3339()),
        dwell_seconds: asked.dwell_seconds,
        tolerance_seconds: asked.tolerance_seconds,
    };
    points.into_iter().zip(asked).map(body).collect()
}
