//! What rounds are computed from: a route and a person's scans, every id already an index, every time already a whole second.

use crate::domain::coverage::Second;
use crate::domain::place::Position;
use crate::domain::words::{CheckInKind, Grade};

/// A route, as it was asked for on that day.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Whether the points are to be walked in their order.
    pub ordered: bool,
    /// The points; a checkpoint stands in a route once.
    pub points: Vec<Point>,
    /// How long a round may take, seconds: what is not proven by then is missing.
    pub max_seconds: i64,
    /// The grade that a scan must reach to prove anything.
    pub min_grade: Grade,
    /// The speed beyond which nobody gets from one point to the next, metres a second.
    pub max_speed: f64,
}

/// A point of a route.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Where.
    pub checkpoint: u32,
    /// The second before which a scan proves nothing.
    pub not_before: Option<Second>,
    /// How long to stay, seconds; zero if passing is enough.
    pub dwell_seconds: i64,
    /// By how much a scan may be too early, or a stay too short, seconds.
    pub tolerance_seconds: i64,
    /// Where it lies, if that is known.
    pub place: Option<Position>,
}

/// A check-in of somebody who may walk the route, at one of its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scan {
    /// Who.
    pub person: u32,
    /// Where.
    pub checkpoint: u32,
    /// When.
    pub at: Second,
    /// What it says: a `pass` begins a round and proves a point, any other kind only that the person is still at the point.
    pub kind: CheckInKind,
    /// How well it is proven.
    pub grade: Grade,
}

/// Somebody's word that a round ends here, with what is done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Whose round.
    pub person: u32,
    /// When. Scans of that same second still belong to the round.
    pub at: Second,
}
