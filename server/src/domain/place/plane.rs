//! Metres near a place. Within some kilometres the ellipsoid is flat enough for two scales, metres per degree of
//! longitude and of latitude; taken at the middle latitude they are right to about a millionth at 5 km.

use geo::{Coord, Line};

use super::Position;

/// WGS-84: equatorial radius in metres, and first eccentricity squared.
const EQUATORIAL_RADIUS_M: f64 = 6_378_137.0;
const ECCENTRICITY_SQUARED: f64 = 0.006_694_379_990_141_316;

/// Metres per degree at some latitude of the WGS-84 ellipsoid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) lon: f64,
    pub(super) lat: f64,
}

impl Scale {
    /// From the two radii of curvature, along the parallel and along the meridian.
    pub(super) fn at(lat: f64) -> Self {
        let (sin, cos) = lat.to_radians().sin_cos();
        let w_squared = 1.0 - ECCENTRICITY_SQUARED * sin * sin;
        let prime_vertical = EQUATORIAL_RADIUS_M / w_squared.sqrt();
        let meridional = prime_vertical * (1.0 - ECCENTRICITY_SQUARED) / w_squared;
        Self { lon: (prime_vertical * cos).to_radians(), lat: meridional.to_radians() }
    }
}

/// Metres between two positions. Meant for neighbours: the error is under 0.001 % at 5 km and grows with the square of the
/// distance.
#[must_use]
pub fn distance_m(a: Position, b: Position) -> f64 {
    length_m(a.lat(), Coord { x: shorter_way(b.lon() - a.lon()), y: b.lat() - a.lat() })
}

/// Metres from the position to the nearest point of the lines, which are straight in degrees as GeoJSON has them
/// (RFC 7946 section 3.1.1). Infinite if there are none.
pub(super) fn distance_to_lines_m(position: Position, lines: impl Iterator<Item = Line>) -> f64 {
    let scale = Scale::at(position.lat());
    let local = |coord: Coord| Coord {
        x: shorter_way(coord.x - position.lon()) * scale.lon,
        y: (coord.y - position.lat()) * scale.lat,
    };
    let nearest = lines
        .map(|line| nearest_to_origin(local(line.start), local(line.end)))
        .map(|point| (point.x * point.x + point.y * point.y, point))
        .min_by(|(a, _), (b, _)| a.total_cmp(b));
    nearest.map_or(f64::INFINITY, |(_, point)| {
        length_m(position.lat(), Coord { x: point.x / scale.lon, y: point.y / scale.lat })
    })
}

/// The length of a step of so many degrees that starts at `lat`.
fn length_m(lat: f64, step: Coord) -> f64 {
    let scale = Scale::at(lat + step.y / 2.0);
    (step.x * scale.lon).hypot(step.y * scale.lat)
}

/// The point of the segment from `a` to `b` that is nearest to (0, 0).
fn nearest_to_origin(a: Coord, b: Coord) -> Coord {
    let along = b - a;
    let length_squared = along.x * along.x + along.y * along.y;
    if length_squared == 0.0 {
        return a;
    }
    let share = (-(a.x * along.x + a.y * along.y) / length_squared).clamp(0.0, 1.0);
    a + along * share
}

/// A difference of longitudes, the short way round.
fn shorter_way(degrees: f64) -> f64 {
    if degrees > 180.0 {
        degrees - 360.0
    } else if degrees < -180.0 {
        degrees + 360.0
    } else {
        degrees
    }
}

#[cfg(test)]
mod tests {
    use geo::{Destination, Distance, Geodesic, Point};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn agrees_with_the_geodesic(lon in 73.0..136.0, lat in 3.0..54.0, bearing in 0.0..360.0, metres in 0.1..5000.0) {
            let here = Point::new(lon, lat);
            let there = Geodesic.destination(here, bearing, metres);
            let measured = distance_m(Position::new(lon, lat).unwrap(), Position::new(there.x(), there.y()).unwrap());
            prop_assert!((measured - metres).abs() <= metres * 1e-5, "{measured} for {metres}");
        }

        #[test]
        fn the_distance_to_a_line_is_that_to_its_nearest_point(
            lat in 3.0..54.0, x in -0.05..0.05, y in -0.05..0.05, dx in -0.05..0.05, dy in -0.05..0.05,
        ) {
            let line = Line::new(Coord { x: 110.0 + x, y: lat + y }, Coord { x: 110.0 + x + dx, y: lat + y + dy });
            let measured = distance_to_lines_m(Position::new(110.0, lat).unwrap(), std::iter::once(line));
            let twin = by_halving(line, Point::new(110.0, lat));
            prop_assert!((measured - twin).abs() <= twin * 1e-5 + 0.001, "{measured} for {twin}");
        }
    }

    /// The geodesic to the nearest point of a line, closed in on by comparing neighbours.
    fn by_halving(line: Line, from: Point) -> f64 {
        let metres = |share: f64| Geodesic.distance(from, Point::from(line.start + line.delta() * share));
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..50 {
            let middle = (low + high) / 2.0;
            if metres(middle - 1e-7) < metres(middle + 1e-7) { high = middle } else { low = middle }
        }
        metres(low).min(metres(0.0)).min(metres(1.0))
    }

    #[test]
    fn the_short_way_round_the_antimeridian() {
        let east = Position::new(179.999, 0.0).unwrap();
        let west = Position::new(-179.999, 0.0).unwrap();
        assert!((distance_m(east, west) - 222.6).abs() < 0.1);
    }
}
