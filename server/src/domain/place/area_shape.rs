//! What an area measures: distance to it, its middle, its box, its size.

use geo::{Area as _, Centroid, Intersects, Length, LineString, Point};

use super::area::{Area, TINY_RADIUS_M};
use super::plane::{Scale, distance_m, distance_to_lines_m};
use super::{BoundingBox, Position};

impl Area {
    /// Metres from the position to the area, 0 inside and on the edge. The error is under 0.5 % at 5 km (DESIGN section
    /// 4), and in fact under 0.01 %.
    #[must_use]
    pub fn distance_m(&self, position: &Position) -> f64 {
        match self {
            Self::Circle(circle) => (distance_m(circle.centre, *position) - circle.radius_m).max(0.0),
            Self::Polygon(polygon) if polygon.0.intersects(&Point(position.coord())) => 0.0,
            Self::Polygon(polygon) => {
                let rings = std::iter::once(polygon.0.exterior()).chain(polygon.0.interiors());
                distance_to_lines_m(*position, rings.flat_map(LineString::lines))
            }
            Self::Corridor(corridor) => {
                (distance_to_lines_m(*position, corridor.line.lines()) - corridor.half_width_m).max(0.0)
            }
        }
    }

    /// A point of the area or of its outline, without any computing.
    pub(super) fn some_point(&self) -> Position {
        let line = match self {
            Self::Circle(circle) => return circle.centre,
            Self::Polygon(polygon) => polygon.0.exterior(),
            Self::Corridor(corridor) => &corridor.line,
        };
        // Every ring and line has points.
        Position::of_coord(line.0.first().copied().unwrap_or_default())
    }

    /// The middle: of a polygon or corridor its centre of mass, which may lie outside.
    #[must_use]
    pub fn centroid(&self) -> Position {
        let centroid = match self {
            Self::Circle(circle) => return circle.centre,
            Self::Polygon(polygon) => polygon.0.centroid(),
            Self::Corridor(corridor) => corridor.line.centroid(),
        };
        centroid.map_or_else(|| self.some_point(), |point| Position::of_coord(point.0))
    }

    /// The least box that holds the area, up to rounding outward by 0.1 % of a radius or half-width.
    #[must_use]
    pub fn bounding_box(&self) -> BoundingBox {
        match self {
            Self::Circle(circle) => BoundingBox::of(circle.centre).grown_m(circle.radius_m),
            Self::Polygon(polygon) => box_of(polygon.0.exterior()),
            Self::Corridor(corridor) => box_of(&corridor.line).grown_m(corridor.half_width_m),
        }
    }

    /// Whether the area covers less ground than a circle of [`TINY_RADIUS_M`]. A phone errs by about as much, so that
    /// honest people are found outside: worth a warning to whoever draws it.
    #[must_use]
    pub fn is_tiny(&self) -> bool {
        self.ground_m2() < std::f64::consts::PI * TINY_RADIUS_M * TINY_RADIUS_M
    }

    /// Square metres; a corridor counts as if its line were straight.
    pub(super) fn ground_m2(&self) -> f64 {
        let disc = |radius: f64| std::f64::consts::PI * radius * radius;
        match self {
            Self::Circle(circle) => disc(circle.radius_m),
            Self::Polygon(polygon) => {
                let scale = Scale::at(self.centroid().lat());
                polygon.0.unsigned_area() * scale.lon * scale.lat
            }
            Self::Corridor(corridor) => {
                let length = geo::Geodesic.length(corridor.line.as_ref());
                length * 2.0 * corridor.half_width_m + disc(corridor.half_width_m)
            }
        }
    }
}

fn box_of(line: &LineString) -> BoundingBox {
    let mut coords = line.coords().copied();
    let first = BoundingBox::of(Position::of_coord(coords.next().unwrap_or_default()));
    coords.fold(first, |found, coord| BoundingBox {
        west: found.west.min(coord.x),
        south: found.south.min(coord.y),
        east: found.east.max(coord.x),
        north: found.north.max(coord.y),
    })
}

#[cfg(test)]
mod tests {
    use geo::{Destination, Geodesic};
    use proptest::prelude::*;

    use super::*;

    fn at(lon: f64, lat: f64) -> Position {
        Position::new(lon, lat).unwrap()
    }

    /// The position so many metres from another, on the ellipsoid.
    fn away(from: Position, bearing: f64, metres: f64) -> Position {
        let there = Geodesic.destination(Point::new(from.lon(), from.lat()), bearing, metres);
        at(there.x(), there.y())
    }

    /// A square with a square hole, 400 m and 100 m wide, about a centre.
    fn frame(centre: Position) -> Area {
        let ring = |half: f64| -> Vec<_> {
            [45.0, 135.0, 225.0, 315.0].map(|bearing| away(centre, bearing, half * 2.0_f64.sqrt())).to_vec()
        };
        Area::polygon(&ring(200.0), &[ring(50.0)]).unwrap()
    }

    #[test]
    fn inside_is_zero_and_holes_are_outside() {
        let centre = at(121.47, 31.23);
        let road = Area::corridor(&[away(centre, 270.0, 500.0), away(centre, 90.0, 500.0)], 20.0).unwrap();
        let circle = Area::circle(centre, 100.0).unwrap();
        for (name, area, metres, expected) in [
            ("circle, centre", &circle, 0.0, 0.0),
            ("circle, just inside", &circle, 99.9, 0.0),
            ("circle, outside", &circle, 150.0, 50.0),
            ("frame, middle of the hole", &frame(centre), 0.0, 50.0),
            ("frame, on the band", &frame(centre), 120.0, 0.0),
            ("frame, outside", &frame(centre), 260.0, 60.0),
            ("road, beside the line", &road, 19.9, 0.0),
            ("road, off the road", &road, 45.0, 25.0),
        ] {
            let measured = area.distance_m(&away(centre, 0.0, metres));
            assert!((measured - expected).abs() < 0.05, "{name}: {measured}");
        }
    }

    #[test]
    fn a_corner_of_a_polygon_is_inside() {
        let corner = at(116.0, 39.0);
        let area = Area::polygon(&[corner, at(116.001, 39.0), at(116.001, 39.001)], &[]).unwrap();
        assert_eq!(area.distance_m(&corner).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn middles() {
        let centre = at(87.6, 43.8);
        let road = Area::corridor(&[away(centre, 270.0, 500.0), away(centre, 90.0, 500.0)], 20.0).unwrap();
        for area in [Area::circle(centre, 100.0).unwrap(), frame(centre), road] {
            assert!(distance_m(area.centroid(), centre) < 0.1, "{area:?}");
        }
    }

    #[test]
    fn small_fences_are_called_tiny() {
        let centre = at(113.9, 22.5);
        let road = |half_length: f64, half_width: f64| {
            let line = [away(centre, 0.0, half_length), away(centre, 180.0, half_length)];
            Area::corridor(&line, half_width).unwrap()
        };
        assert!(Area::circle(centre, 29.9).unwrap().is_tiny());
        assert!(!Area::circle(centre, 30.0).unwrap().is_tiny());
        assert!(!frame(centre).is_tiny());
        assert!(road(20.0, 10.0).is_tiny());
        assert!(!road(200.0, 10.0).is_tiny());
    }

    proptest! {
        #[test]
        fn distances_agree_with_the_geodesic_up_to_5_km(
            lon in 73.0..136.0, lat in 3.0..54.0, bearing in 0.0..360.0, metres in 0.0..5000.0,
        ) {
            let centre = at(lon, lat);
            let position = away(centre, bearing, metres);
            let circle = Area::circle(centre, 50.0).unwrap().distance_m(&position);
            prop_assert!((circle - (metres - 50.0).max(0.0)).abs() <= metres * 0.0001 + 0.001, "{circle} {metres}");

            // Seen from the side, a road along a meridian is as far as its middle.
            let road = Area::corridor(&[away(centre, 180.0, 9000.0), away(centre, 0.0, 9000.0)], 10.0).unwrap();
            let beside = road.distance_m(&away(centre, 90.0, metres));
            prop_assert!((beside - (metres - 10.0).max(0.0)).abs() <= metres * 0.0001 + 0.001, "{beside} {metres}");
        }

        #[test]
        fn whatever_is_within_reach_is_in_the_grown_box(
            lon in -179.0..179.0, lat in -80.0..80.0, bearing in 0.0..360.0, radius in 10.0..2000.0, reach in 0.0..200.0,
        ) {
            let centre = at(lon, lat);
            let edge = away(centre, bearing, radius + reach);
            let grown = Area::circle(centre, radius).unwrap().bounding_box().grown_m(reach);
            prop_assert!(grown.contains(edge), "{grown:?} {edge:?}");
        }
    }
}
