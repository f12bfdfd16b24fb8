//! Datum conversion (DESIGN section 4). The datum is stated by whoever sends a coordinate, so nothing here guesses
//! whether it lies in China: every such box or mask is wrong somewhere along the border.

use coordtransform::{bd09_to_gcj02, gcj02_to_bd09, gcj02_to_wgs84_in_mainland, wgs84_to_gcj02_in_mainland};

use super::{PlaceError, Position};
use crate::domain::words::Datum;

/// The WGS-84 position of a coordinate in degrees of the stated datum, right to under 1 cm anywhere in China.
///
/// # Errors
/// [`PlaceError::PositionOutOfRange`] if the coordinate or what it converts to is no position.
pub fn to_wgs84(datum: Datum, lon: f64, lat: f64) -> Result<Position, PlaceError> {
    let given = Position::new(lon, lat)?;
    let (lon, lat) = match datum {
        Datum::Wgs84 => return Ok(given),
        Datum::Gcj02 => gcj02_to_wgs84_in_mainland(lon, lat),
        Datum::Bd09 => {
            let (lon, lat) = bd09_to_gcj02(lon, lat);
            gcj02_to_wgs84_in_mainland(lon, lat)
        }
    };
    Position::new(lon, lat)
}

/// Longitude and latitude in degrees of the datum.
#[must_use]
pub fn from_wgs84(datum: Datum, position: Position) -> (f64, f64) {
    let (lon, lat) = (position.lon(), position.lat());
    match datum {
        Datum::Wgs84 => (lon, lat),
        Datum::Gcj02 => wgs84_to_gcj02_in_mainland(lon, lat),
        Datum::Bd09 => {
            let (lon, lat) = wgs84_to_gcj02_in_mainland(lon, lat);
            gcj02_to_bd09(lon, lat)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::place::distance_m;

    const TOLERANCE_DEG: f64 = 1e-6;
    const TOLERANCE_M: f64 = 0.01;

    /// WGS-84, GCJ-02 and BD-09 of the same places: Shanghai, Shenzhen, Beijing, Ürümqi.
    const VECTORS: [[(f64, f64); 3]; 4] = [
        [(121.5272106, 31.1774276), (121.531541859, 31.175303984), (121.538015686, 31.181328607)],
        [(113.912316, 22.543847), (113.917176481, 22.540796132), (113.923684729, 22.546667438)],
        [(116.404, 39.915), (116.410244499, 39.916404282), (116.416627244, 39.922699552)],
        [(87.6177, 43.7928), (87.620549224, 43.794024555), (87.626981325, 43.800146634)],
    ];

    /// Towns at the border and the shore, where region masks go wrong, and the meridian 105°, where the published
    /// formula has a root that is not smooth.
    const EDGES: [(&str, f64, f64); 11] = [
        ("Shenzhen, Luohu", 114.1170, 22.5330),
        ("Dongxing", 107.9718, 21.5410),
        ("Hekou", 103.9610, 22.5060),
        ("Manzhouli", 117.4330, 49.5970),
        ("Kashgar", 75.9890, 39.4670),
        ("Heihe", 127.4990, 50.2496),
        ("Sanya", 109.5119, 18.2528),
        ("Mohe", 122.5380, 52.9720),
        ("Fuyuan", 134.2950, 48.3640),
        ("105° east", 105.0, 35.0),
        ("just beside it", 105.000_000_1, 30.0),
    ];

    fn close(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() < TOLERANCE_DEG && (a.1 - b.1).abs() < TOLERANCE_DEG
    }

    fn round_trip_m(datum: Datum, position: Position) -> f64 {
        let (lon, lat) = from_wgs84(datum, position);
        distance_m(to_wgs84(datum, lon, lat).unwrap(), position)
    }

    #[test]
    fn known_places_convert_both_ways() {
        for [wgs84, gcj02, bd09] in VECTORS {
            let position = Position::new(wgs84.0, wgs84.1).unwrap();
            for (datum, expected) in [(Datum::Wgs84, wgs84), (Datum::Gcj02, gcj02), (Datum::Bd09, bd09)] {
                assert!(close(from_wgs84(datum, position), expected), "{wgs84:?} to {datum}");
                let back = to_wgs84(datum, expected.0, expected.1).unwrap();
                assert!(close((back.lon(), back.lat()), wgs84), "{wgs84:?} from {datum}");
            }
        }
    }

    #[test]
    fn border_towns_are_shifted_and_come_back() {
        for (town, lon, lat) in EDGES {
            let position = Position::new(lon, lat).unwrap();
            let (east, north) = from_wgs84(Datum::Gcj02, position);
            let shift = distance_m(position, Position::new(east, north).unwrap());
            assert!((38.0..673.0).contains(&shift), "{town} moved by {shift} m");
            for &datum in Datum::ALL {
                let error = round_trip_m(datum, position);
                assert!(error < TOLERANCE_M, "{town}, {datum}: {error} m");
            }
        }
    }

    #[test]
    fn what_is_no_coordinate_is_refused_in_any_datum() {
        for &datum in Datum::ALL {
            for (lon, lat) in [(f64::NAN, 30.0), (116.0, f64::INFINITY), (30.0, 116.0), (116.0, 90.0001)] {
                assert_eq!(to_wgs84(datum, lon, lat), Err(PlaceError::PositionOutOfRange), "{datum} {lon} {lat}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn round_trips_are_under_a_centimetre(lon in 73.0..136.0, lat in 3.0..54.0) {
            let position = Position::new(lon, lat).unwrap();
            for &datum in Datum::ALL {
                let error = round_trip_m(datum, position);
                prop_assert!(error < TOLERANCE_M, "{datum}: {error} m");
            }
        }
    }
}
