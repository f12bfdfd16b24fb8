//! A point on the earth, and a box around some.

use serde::{Deserialize, Serialize};

use super::PlaceError;
use super::plane::Scale;

/// A WGS-84 position in degrees. Always finite and within range; 0.0 is a place, not a missing value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "LonLat")]
pub struct Position {
    lon: f64,
    lat: f64,
}

#[derive(Deserialize)]
struct LonLat {
    lon: f64,
    lat: f64,
}

impl TryFrom<LonLat> for Position {
    type Error = PlaceError;

    fn try_from(raw: LonLat) -> Result<Self, PlaceError> {
        Self::new(raw.lon, raw.lat)
    }
}

impl Position {
    /// A position from WGS-84 degrees; for any other datum see [`super::to_wgs84`].
    ///
    /// # Errors
    /// [`PlaceError::PositionOutOfRange`] unless lon is in [-180, 180] and lat in [-90, 90].
    pub fn new(lon: f64, lat: f64) -> Result<Self, PlaceError> {
        // NaN and the infinities are in no range.
        if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
            Ok(Self { lon, lat })
        } else {
            Err(PlaceError::PositionOutOfRange)
        }
    }

    /// The position so many metres east and north of this one. Meant for neighbours: the error is under 0.1 % at 1 km.
    ///
    /// # Errors
    /// [`PlaceError::PositionOutOfRange`] if that would be over a pole or the antimeridian.
    pub fn moved_m(self, east: f64, north: f64) -> Result<Self, PlaceError> {
        let scale = Scale::at(self.lat);
        Self::new(self.lon + east / scale.lon, self.lat + north / scale.lat)
    }

    /// A position on a shape that was built from valid ones.
    pub(super) fn of_coord(coord: geo::Coord) -> Self {
        Self { lon: coord.x, lat: coord.y }
    }

    pub(super) fn coord(self) -> geo::Coord {
        geo::coord! { x: self.lon, y: self.lat }
    }

    /// Degrees east.
    #[must_use]
    pub const fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north.
    #[must_use]
    pub const fn lat(self) -> f64 {
        self.lat
    }
}

/// A box of WGS-84 degrees. Boxes do not reach over the antimeridian: what lies there is cut off at 180°.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BoundingBox {
    /// Least longitude.
    pub west: f64,
    /// Least latitude.
    pub south: f64,
    /// Greatest longitude.
    pub east: f64,
    /// Greatest latitude.
    pub north: f64,
}

/// Growing a box is meant to lose nothing, so it errs outward by more than the scale changes over an area's extent.
const OUTWARD: f64 = 1.001;

impl BoundingBox {
    /// The box of one position, without extent.
    #[must_use]
    pub const fn of(position: Position) -> Self {
        Self { west: position.lon, south: position.lat, east: position.lon, north: position.lat }
    }

    /// A box that holds everything within `metres` of this one, and hardly more.
    #[must_use]
    pub fn grown_m(self, metres: f64) -> Self {
        let metres = metres * OUTWARD;
        let up = metres / Scale::at(self.south).lat;
        let (south, north) = ((self.south - up).max(-90.0), (self.north + up).min(90.0));
        let widest = Scale::at(south.abs().max(north.abs())).lon;
        // At a pole every longitude is near; the scale there is zero or a rounding error of it.
        let across = if widest > 1.0 { metres / widest } else { 360.0 };
        Self { west: (self.west - across).max(-180.0), south, east: (self.east + across).min(180.0), north }
    }

    /// Whether the position lies in the box or on its edge.
    #[must_use]
    pub fn contains(&self, position: Position) -> bool {
        (self.west..=self.east).contains(&position.lon) && (self.south..=self.north).contains(&position.lat)
    }

    /// The longer of width and height in metres, measured through the middle.
    #[must_use]
    pub fn extent_m(&self) -> f64 {
        let scale = Scale::at((self.south + self.north) / 2.0);
        ((self.east - self.west) * scale.lon).max((self.north - self.south) * scale.lat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_a_place_and_the_edges_are_inside() {
        for (lon, lat) in [(0.0, 0.0), (-180.0, -90.0), (180.0, 90.0)] {
            assert!(Position::new(lon, lat).is_ok(), "{lon} {lat}");
        }
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for (lon, lat) in [(180.1, 0.0), (0.0, -90.1), (f64::NAN, 0.0), (0.0, f64::NAN), (f64::INFINITY, 0.0)] {
            assert_eq!(Position::new(lon, lat), Err(PlaceError::PositionOutOfRange), "{lon} {lat}");
        }
    }

    #[test]
    fn a_neighbour_lies_as_far_as_asked() {
        let gate = Position::new(116.4, 39.9).unwrap();
        let there = gate.moved_m(-300.0, 400.0).unwrap();
        assert!((super::super::distance_m(gate, there) - 500.0).abs() < 0.1);
        assert!(there.lon() < gate.lon() && there.lat() > gate.lat());
    }

    #[test]
    fn reading_json_checks_the_range() {
        assert!(serde_json::from_str::<Position>(r#"{"lon":116.4,"lat":39.9}"#).is_ok());
        assert!(serde_json::from_str::<Position>(r#"{"lon":39.9,"lat":116.4}"#).is_err());
    }

    #[test]
    fn a_box_at_a_pole_takes_every_longitude() {
        let grown = BoundingBox::of(Position::new(10.0, 90.0).unwrap()).grown_m(50.0);
        assert_eq!((grown.west, grown.east, grown.north), (-180.0, 180.0, 90.0));
    }
}
