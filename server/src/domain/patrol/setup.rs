//! What a station sets up of a route: its points, and the plan.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::norm::{NORMS, Per};
use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, PersonId};
use crate::domain::words::{Grade, Role};

/// The most points of a route.
const MOST_POINTS: usize = 60;
/// The most rounds a day or month.
const MOST_ROUNDS: u32 = 50;
/// The most windows of a plan.
const MOST_WINDOWS: usize = 12;
/// The most persons that a plan names.
const MOST_PERSONS: usize = 200;
/// The longest time that a round may be given, minutes.
const MOST_MINUTES: u32 = 720;
/// The longest dwell and tolerance, seconds.
const MOST_SECONDS: u32 = 7200;
/// The greatest speed that can be asked for, metres a second.
const MOST_SPEED: f64 = 60.0;
/// The roles that walk rounds.
pub const WALKERS: [Role; 3] = [Role::Police, Role::Auxiliary, Role::TrafficPolice];

/// A local time of day, to the minute: `07:20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, utoipa::ToSchema)]
#[schema(value_type = String, example = "07:20", pattern = r"^([01]\d|2[0-3]):[0-5]\d$")]
pub struct TimeOfDay(pub NaiveTime);

impl FromStr for TimeOfDay {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let short = text.len() == 5;
        NaiveTime::parse_from_str(text, "%H:%M").ok().filter(|_| short).map(Self).ok_or("a time such as 07:20")
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format("%H:%M").fmt(f)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// A point of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoutePoint {
    /// Where. A checkpoint stands in a route once.
    pub checkpoint_id: CheckpointId,
    /// Local time before which a scan proves nothing.
    pub not_before: Option<TimeOfDay>,
    /// How long to stay, seconds; zero if passing is enough.
    #[serde(default)]
    #[schema(maximum = 7200, example = 300)]
    pub dwell_seconds: u32,
    /// By how much a scan may be too early, or a stay too short, seconds.
    #[serde(default)]
    #[schema(maximum = 7200, example = 60)]
    pub tolerance_seconds: u32,
}

/// When rounds are to be walked: [starts, ends), local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanSpan {
    /// Local start.
    pub starts: TimeOfDay,
    /// Local end, not included.
    pub ends: TimeOfDay,
}

/// A route with what is asked of it.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteSettings {
    /// Its name.
    pub name: String,
    /// Whether the points are to be walked in their order.
    pub ordered: bool,
    /// How long a round may take, minutes.
    pub max_minutes: u32,
    /// The grade that a scan must reach.
    pub min_grade: Grade,
    /// The speed beyond which nobody gets from one point to the next, in a straight line, metres a second.
    pub max_speed: f64,
    /// The points.
    pub points: Vec<RoutePoint>,
    /// How many rounds.
    pub rounds: u32,
    /// In which time.
    pub per: Per,
    /// When; the whole day if empty.
    pub windows: Vec<PlanSpan>,
    /// Whether days without school ask for nothing.
    pub school_days_only: bool,
    /// The roles that walk it.
    pub roles: RoleSet,
    /// Who walks it; everybody of the roles if empty.
    pub persons: Vec<PersonId>,
    /// The norm that it follows, by its code.
    pub norm: Option<String>,
}

impl RouteSettings {
    /// Whether somebody who holds a role in the station walks the route.
    #[must_use]
    pub fn walked_by(&self, person: PersonId, role: Role) -> bool {
        self.roles.contains(role) && (self.persons.is_empty() || self.persons.contains(&person))
    }

    /// Checks the bounds.
    ///
    /// # Errors
    /// The field that is wrong, and what it has to be in English and Chinese.
    pub fn check(&self) -> Result<(), (&'static str, String)> {
        let wrong = |field, text: String| Err((field, text));
        let distinct: HashSet<CheckpointId> = self.points.iter().map(|point| point.checkpoint_id).collect();
        let too_long = |point: &RoutePoint| point.dwell_seconds.max(point.tolerance_seconds) > MOST_SECONDS;
        if self.points.is_empty() || self.points.len() > MOST_POINTS {
            return wrong("points", format!("1 to {MOST_POINTS} points / 巡逻点为 1 至 {MOST_POINTS} 个"));
        }
        if distinct.len() < self.points.len() {
            return wrong("points", "a checkpoint stands in a route once / 同一个打卡点在线路中只能出现一次".into());
        }
        if self.points.iter().any(too_long) {
            return wrong("points", format!("at most {MOST_SECONDS} seconds / 最多 {MOST_SECONDS} 秒"));
        }
        if !(1..=MOST_MINUTES).contains(&self.max_minutes) {
            return wrong("max_minutes", format!("1 to {MOST_MINUTES} minutes / 1 至 {MOST_MINUTES} 分钟"));
        }
        if !(0.5..=MOST_SPEED).contains(&self.max_speed) {
            return wrong("max_speed", format!("0.5 to {MOST_SPEED} metres a second / 每秒 0.5 至 {MOST_SPEED} 米"));
        }
        if !self.min_grade.opens_a_stay() {
            return wrong("min_grade", "confirmed, likely or claimed / 只能是已确认、可信或自报".into());
        }
        if self.rounds > MOST_ROUNDS {
            return wrong("rounds", format!("at most {MOST_ROUNDS} / 最多 {MOST_ROUNDS} 次"));
        }
        let mut spans = self.windows.clone();
        spans.sort_by_key(|span| span.starts);
        let overlap = spans.iter().zip(spans.iter().skip(1)).any(|(a, b)| b.starts < a.ends);
        if spans.len() > MOST_WINDOWS || spans.iter().any(|span| span.starts >= span.ends) || overlap {
            return wrong(
                "windows",
                format!(
                    "at most {MOST_WINDOWS}, each ending after its start, none overlapping / 最多 {MOST_WINDOWS} 段，结束晚于开始，且互不重叠"
                ),
            );
        }
        if self.roles.is_empty() || self.roles.iter().any(|role| !WALKERS.contains(&role)) {
            return wrong("roles", "police, auxiliary or traffic_police / 只能是民警、辅警或交警".into());
        }
        if self.persons.len() > MOST_PERSONS {
            return wrong("persons", format!("at most {MOST_PERSONS} / 最多 {MOST_PERSONS} 人"));
        }
        let Some(code) = &self.norm else { return Ok(()) };
        let Some(norm) = NORMS.iter().find(|norm| norm.code == code) else {
            return wrong("norm", "a code of /patrol-templates / 请使用 /patrol-templates 中的编号".into());
        };
        if norm.per != self.per {
            return wrong("norm", format!("it asks per {} / 该标准按{}计", norm.per, norm.per.zh()));
        }
        Ok(())
    }
}
