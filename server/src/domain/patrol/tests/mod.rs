//! Tables for the rules of `docs/patrols.md`, and the rounds against a twin that goes second by second.
#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod counted;
mod document;
mod properties;
mod twin;
mod walked;

use super::{End, Point, Route, Scan};
use crate::domain::coverage::Second;
use crate::domain::place::Position;
use crate::domain::words::{CheckInKind, Grade};

/// A point that is passed, 100 m east of the one before.
fn point(checkpoint: u32) -> Point {
    let place = Position::new(116.0 + f64::from(checkpoint) * 0.001_16, 39.9).ok();
    Point { checkpoint, not_before: None, dwell_seconds: 0, tolerance_seconds: 0, place }
}

/// An ordered route of so many points that may take 1,000 seconds at 10 m a second.
fn route(points: u32) -> Route {
    Route {
        ordered: true,
        points: (0..points).map(point).collect(),
        max_seconds: 1_000,
        min_grade: Grade::Likely,
        max_speed: 10.0,
    }
}

fn scan(checkpoint: u32, at: Second) -> Scan {
    Scan { person: 0, checkpoint, at, kind: CheckInKind::Pass, grade: Grade::Confirmed }
}

fn end(at: Second) -> End {
    End { person: 0, at }
}
