//! The patrol document, `huxue.patrol/1`: a route on a day with all that its rounds follow from, with no database.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};

use super::count::Plan;
use super::input::{End, Point, Route, Scan};
use crate::domain::coverage::{DocumentSchool, Indices, Second, written_time};
use crate::domain::place::Position;
use crate::domain::words::{CheckInKind, Grade};

/// A route on a day. Reading is `PatrolDocument::parse`; writing is serde.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PatrolDocument {
    /// Always [`PatrolDocument::FORMAT`].
    pub format: &'static str,
    /// Whose route it is, with the timezone of the day.
    pub station: DocumentSchool,
    /// The day, by the station's clock.
    pub date: NaiveDate,
    /// Up to when the evidence was looked at; what comes later is not known.
    #[serde(serialize_with = "written_time")]
    pub as_known_at: DateTime<FixedOffset>,
    /// The end of the day.
    #[serde(serialize_with = "written_time")]
    pub day_ends_at: DateTime<FixedOffset>,
    /// What was to be walked.
    pub route: DocumentRoute,
    /// How often, and when.
    pub plan: DocumentPlan,
    /// The evidence, in the order of time and id.
    pub check_ins: Vec<DocumentScan>,
    /// Words that ended a round.
    pub ends: Vec<DocumentEnd>,
}

/// A route of a patrol document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentRoute {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether its points are to be walked in their order.
    pub ordered: bool,
    /// How long a round may take.
    pub max_minutes: u32,
    /// The grade that a scan must reach.
    pub min_grade: Grade,
    /// The greatest speed from point to point, metres a second.
    pub max_speed: f64,
    /// The points.
    pub points: Vec<DocumentPoint>,
}

/// A point of a route.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DocumentPoint {
    /// Where. A checkpoint stands in a route once.
    pub checkpoint_id: String,
    /// Before which a scan proves nothing.
    #[serde(serialize_with = "written_time_or_null")]
    pub not_before: Option<DateTime<FixedOffset>>,
    /// How long to stay.
    pub dwell_seconds: u32,
    /// By how much a scan may be too early, or a stay too short.
    pub tolerance_seconds: u32,
    /// Where it lies (WGS-84), if that is known.
    pub place: Option<Position>,
}

/// What is asked of the route on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentPlan {
    /// How many rounds.
    pub rounds: u32,
    /// When; the whole day if empty.
    pub windows: Vec<DocumentPlanWindow>,
}

/// When rounds are to be walked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentPlanWindow {
    /// First second.
    #[serde(serialize_with = "written_time")]
    pub starts_at: DateTime<FixedOffset>,
    /// End (exclusive).
    #[serde(serialize_with = "written_time")]
    pub ends_at: DateTime<FixedOffset>,
}

/// A check-in at a point of the route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentScan {
    /// Its id.
    pub id: String,
    /// Who.
    pub person_id: String,
    /// Where.
    pub checkpoint_id: String,
    /// What it says.
    pub kind: CheckInKind,
    /// When.
    #[serde(serialize_with = "written_time")]
    pub at: DateTime<FixedOffset>,
    /// How well it is proven.
    pub grade: Grade,
}

/// Somebody's word that a round ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentEnd {
    /// Its id.
    pub id: String,
    /// Whose round.
    pub person_id: String,
    /// When.
    #[serde(serialize_with = "written_time")]
    pub at: DateTime<FixedOffset>,
    /// Why.
    pub reason: String,
}

/// A document brought down to indices and whole seconds.
pub(super) struct Indexed<'a> {
    pub(super) route: Route,
    pub(super) plan: Plan,
    pub(super) scans: Vec<Scan>,
    pub(super) ends: Vec<End>,
    pub(super) people: Indices<&'a str>,
    pub(super) now: Second,
}

impl PatrolDocument {
    /// The format that this code reads and writes.
    pub const FORMAT: &'static str = "huxue.patrol/1";

    /// What is asked of the route on the day, in whole seconds.
    #[must_use]
    pub fn asked(&self) -> Plan {
        let windows = self.plan.windows.iter().map(|window| (window.starts_at.timestamp(), window.ends_at.timestamp()));
        Plan { rounds: self.plan.rounds, windows: windows.collect(), day_ends: self.day_ends_at.timestamp() }
    }

    /// Brings the document down to what rounds are computed from. Times are floored to the second.
    pub(super) fn indexed(&self) -> Indexed<'_> {
        let mut places: Indices<&str> = Indices::default();
        let mut people: Indices<&str> = Indices::default();
        let points = self.route.points.iter().map(|point| point.input(places.of(&point.checkpoint_id))).collect();
        let scans = self.check_ins.iter().map(|scan| Scan {
            person: people.of(&scan.person_id),
            checkpoint: places.of(&scan.checkpoint_id),
            at: scan.at.timestamp(),
            kind: scan.kind,
            grade: scan.grade,
        });
        let scans = scans.collect();
        let ends = self.ends.iter().map(|end| End { person: people.of(&end.person_id), at: end.at.timestamp() });
        let ends = ends.collect();
        Indexed {
            route: Route {
                ordered: self.route.ordered,
                points,
                max_seconds: i64::from(self.route.max_minutes) * 60,
                min_grade: self.route.min_grade,
                max_speed: self.route.max_speed,
            },
            plan: self.asked(),
            scans,
            ends,
            people,
            now: self.as_known_at.timestamp(),
        }
    }
}

impl DocumentPoint {
    fn input(&self, checkpoint: u32) -> Point {
        Point {
            checkpoint,
            not_before: self.not_before.map(|time| time.timestamp()),
            dwell_seconds: self.dwell_seconds.into(),
            tolerance_seconds: self.tolerance_seconds.into(),
            place: self.place,
        }
    }
}

fn written_time_or_null<S: Serializer>(time: &Option<DateTime<FixedOffset>>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => written_time(time, to),
        None => to.serialize_none(),
    }
}
