//! The area (fence) of a checkpoint, valid by construction.

use geo::algorithm::orient::Direction;
use geo::algorithm::validation::InvalidPolygon;
use geo::{LineString, Orient, Polygon, RemoveRepeatedPoints, Validation};
use serde::{Deserialize, Serialize};

use super::{PlaceError, Position};

/// The most vertices of an area, holes included.
pub const MAX_VERTICES: usize = 500;
/// An area is smaller than this in each direction, metres.
pub const MAX_EXTENT_M: f64 = 20_000.0;
/// An area that covers less ground than a circle of this radius deserves a warning: phones err by more (LESSONS).
pub const TINY_RADIUS_M: f64 = 30.0;

const RADIUS_M: std::ops::RangeInclusive<f64> = 10.0..=2000.0;
const LEAST_GROUND_M2: f64 = 1.0;
const HALF_WIDTH_M: std::ops::RangeInclusive<f64> = 3.0..=200.0;

/// The area of a checkpoint (DESIGN section 4). Its JSON is a GeoJSON Feature in WGS-84; see [`Area::from_geojson`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "serde_json::Value", into = "serde_json::Value")]
pub enum Area {
    /// Everything within a radius of a centre.
    Circle(Circle),
    /// The inside of a ring, without its holes.
    Polygon(PolygonArea),
    /// Everything within a half-width of a line: a stretch of road.
    Corridor(Corridor),
}

/// See [`Area::Circle`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Circle {
    pub(super) centre: Position,
    pub(super) radius_m: f64,
}

/// See [`Area::Polygon`]. Boxed, because an index holds millions of areas and most are circles.
#[derive(Debug, Clone, PartialEq)]
pub struct PolygonArea(pub(super) Box<Polygon>);

/// See [`Area::Corridor`].
#[derive(Debug, Clone, PartialEq)]
pub struct Corridor {
    pub(super) line: Box<LineString>,
    pub(super) half_width_m: f64,
}

impl Area {
    /// A circle.
    ///
    /// # Errors
    /// [`PlaceError::RadiusOutOfRange`] unless the radius is 10 to 2000 m.
    pub fn circle(centre: Position, radius_m: f64) -> Result<Self, PlaceError> {
        if !RADIUS_M.contains(&radius_m) {
            return Err(PlaceError::RadiusOutOfRange);
        }
        Ok(Self::Circle(Circle { centre, radius_m }))
    }

    /// A polygon with holes. Rings may be open or closed, in any direction; repeated points are dropped.
    ///
    /// # Errors
    /// A [`PlaceError`] that names what is wrong with the rings.
    pub fn polygon(exterior: &[Position], holes: &[Vec<Position>]) -> Result<Self, PlaceError> {
        let vertices = exterior.len() + holes.iter().map(Vec::len).sum::<usize>();
        if vertices > MAX_VERTICES {
            return Err(PlaceError::TooManyVertices);
        }
        // geo closes rings as it takes them.
        let polygon = Polygon::new(line_string(exterior), holes.iter().map(|hole| line_string(hole)).collect());
        // geo takes a ring without points for valid, and drops nothing but neighbours that are equal.
        if polygon.exterior().0.is_empty() || polygon.interiors().iter().any(|hole| hole.0.is_empty()) {
            return Err(PlaceError::TooFewPoints);
        }
        let polygon = polygon.remove_repeated_points();
        polygon.check_validation().map_err(|problem| polygon_error(&problem))?;
        let area = Self::Polygon(PolygonArea(Box::new(polygon.orient(Direction::Default)))).checked_extent()?;
        // A ring with all its points on one line is valid to geo, up to rounding.
        if area.ground_m2() < LEAST_GROUND_M2 { Err(PlaceError::TooFewPoints) } else { Ok(area) }
    }

    /// A corridor. The line may cross itself; repeated points are dropped.
    ///
    /// # Errors
    /// A [`PlaceError`] that names what is wrong with the line, or [`PlaceError::HalfWidthOutOfRange`] unless the
    /// half-width is 3 to 200 m.
    pub fn corridor(line: &[Position], half_width_m: f64) -> Result<Self, PlaceError> {
        if !HALF_WIDTH_M.contains(&half_width_m) {
            return Err(PlaceError::HalfWidthOutOfRange);
        }
        if line.len() > MAX_VERTICES {
            return Err(PlaceError::TooManyVertices);
        }
        let line = line_string(line).remove_repeated_points();
        if line.0.len() < 2 {
            return Err(PlaceError::TooFewPoints);
        }
        Self::Corridor(Corridor { line: Box::new(line), half_width_m }).checked_extent()
    }

    fn checked_extent(self) -> Result<Self, PlaceError> {
        if self.bounding_box().extent_m() < MAX_EXTENT_M { Ok(self) } else { Err(PlaceError::TooLarge) }
    }
}

fn line_string(positions: &[Position]) -> LineString {
    positions.iter().map(|position| position.coord()).collect()
}

fn polygon_error(problem: &InvalidPolygon) -> PlaceError {
    match problem {
        InvalidPolygon::TooFewPointsInRing(_) => PlaceError::TooFewPoints,
        InvalidPolygon::SelfIntersection(_) => PlaceError::SelfIntersecting,
        InvalidPolygon::NonFiniteCoord(..) => PlaceError::PositionOutOfRange,
        InvalidPolygon::InteriorRingNotContainedInExteriorRing(_)
        | InvalidPolygon::IntersectingRingsOnALine(..)
        | InvalidPolygon::IntersectingRingsOnAnArea(..) => PlaceError::HoleMisplaced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<Position> {
        points.iter().map(|&(x, y)| Position::new(116.0 + x / 1000.0, 39.0 + y / 1000.0).unwrap()).collect()
    }

    const SQUARE: [(f64, f64); 4] = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)];

    #[test]
    fn rings_are_accepted_or_refused() {
        use PlaceError::*;
        let none: &[&[(f64, f64)]] = &[];
        let hole: &[(f64, f64)] = &[(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)];
        type Case<'a> = (&'a str, &'a [(f64, f64)], &'a [&'a [(f64, f64)]], Option<PlaceError>);
        let cases: &[Case] = &[
            ("open", &SQUARE, none, None),
            ("closed", &[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)], none, None),
            ("repeated points", &[(0.0, 0.0), (0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (4.0, 4.0)], none, None),
            ("clockwise", &[(0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 0.0)], none, None),
            ("with a hole", &SQUARE, &[hole], None),
            ("nothing", &[], none, Some(TooFewPoints)),
            ("two points", &[(0.0, 0.0), (4.0, 0.0)], none, Some(TooFewPoints)),
            ("two points, repeated", &[(0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (0.0, 0.0)], none, Some(TooFewPoints)),
            ("empty hole", &SQUARE, &[&[]], Some(TooFewPoints)),
            ("bow tie", &[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)], none, Some(SelfIntersecting)),
            ("on a line", &[(0.0, 0.0), (4.0, 0.0), (2.0, 0.0)], none, Some(TooFewPoints)),
            ("nearly on a line", &[(0.0, 0.0), (4.0, 4.0), (2.0, 2.0)], none, Some(TooFewPoints)),
            ("spike", &[(0.0, 0.0), (4.0, 0.0), (8.0, 0.0), (4.0, 0.0), (4.0, 4.0)], none, Some(SelfIntersecting)),
            ("hole outside", &SQUARE, &[&[(5.0, 5.0), (6.0, 5.0), (6.0, 6.0)]], Some(HoleMisplaced)),
            ("hole is all", &SQUARE, &[&SQUARE], Some(HoleMisplaced)),
            ("holes overlap", &SQUARE, &[hole, hole], Some(HoleMisplaced)),
            ("20 km", &[(0.0, 0.0), (0.0, 181.0), (4.0, 0.0)], none, Some(TooLarge)),
        ];
        for (name, exterior, holes, expected) in cases {
            let holes: Vec<_> = holes.iter().map(|hole| ring(hole)).collect();
            assert_eq!(Area::polygon(&ring(exterior), &holes).err(), *expected, "{name}");
        }
    }

    #[test]
    fn a_ring_of_500_vertices_is_the_largest() {
        let of = |count: u32| -> Vec<_> {
            let angle = |step: u32| f64::from(step) * std::f64::consts::TAU / f64::from(count);
            (0..count).map(|step| (angle(step).cos(), angle(step).sin())).collect()
        };
        assert!(Area::polygon(&ring(&of(500)), &[]).is_ok());
        assert_eq!(Area::polygon(&ring(&of(501)), &[]).err(), Some(PlaceError::TooManyVertices));
        assert_eq!(Area::corridor(&ring(&of(501)), 10.0).err(), Some(PlaceError::TooManyVertices));
    }

    #[test]
    fn radius_and_half_width_have_limits() {
        let centre = Position::new(0.0, 0.0).unwrap();
        let line = ring(&[(0.0, 0.0), (1.0, 0.0)]);
        for (metres, circle, corridor) in [
            (2.9, false, false),
            (3.0, false, true),
            (10.0, true, true),
            (200.0, true, true),
            (2000.0, true, false),
            (2000.1, false, false),
            (-10.0, false, false),
            (f64::NAN, false, false),
        ] {
            assert_eq!(Area::circle(centre, metres).is_ok(), circle, "{metres}");
            assert_eq!(Area::corridor(&line, metres).is_ok(), corridor, "{metres}");
        }
    }

    #[test]
    fn a_corridor_needs_two_different_points_within_20_km() {
        assert!(Area::corridor(&ring(&[(0.0, 0.0), (4.0, 4.0), (4.0, 0.0), (0.0, 4.0)]), 10.0).is_ok());
        let error = |points: &[(f64, f64)]| Area::corridor(&ring(points), 10.0).err();
        assert_eq!(error(&[(1.0, 1.0), (1.0, 1.0)]), Some(PlaceError::TooFewPoints));
        assert_eq!(error(&[(0.0, 0.0), (240.0, 0.0)]), Some(PlaceError::TooLarge));
    }
}
