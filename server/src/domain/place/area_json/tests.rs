use serde_json::{Value, json};

use super::*;
use crate::domain::place::distance_m;

fn feature(geometry: Value, properties: Value) -> Value {
    json!({"type": "Feature", "geometry": geometry, "properties": properties})
}

fn point() -> Value {
    json!({"type": "Point", "coordinates": [116.404, 39.915]})
}

fn road() -> Value {
    json!({"type": "LineString", "coordinates": [[116.404, 39.915], [116.406, 39.915], [116.406, 39.917]]})
}

fn yard() -> Value {
    json!({"type": "Polygon", "coordinates": [
        [[116.0, 39.0], [116.004, 39.0], [116.004, 39.004], [116.0, 39.004], [116.0, 39.0]],
        [[116.001, 39.001], [116.001, 39.002], [116.002, 39.002], [116.001, 39.001]],
    ]})
}

#[test]
fn what_is_read_is_written_back() {
    for given in [
        feature(point(), json!({"radius_m": 80.0, "datum": "wgs84"})),
        feature(road(), json!({"half_width_m": 12.5, "datum": "wgs84"})),
        feature(yard(), json!({"datum": "wgs84"})),
    ] {
        let area = Area::from_geojson(&given, Datum::Wgs84).unwrap();
        assert_eq!(area.to_geojson(Datum::Wgs84), given);
        assert_eq!(serde_json::to_value(&area).unwrap(), given);
        assert_eq!(serde_json::from_value::<Area>(given).unwrap(), area);
    }
}

#[test]
fn other_forms_are_understood() {
    let circle = Area::circle(Position::new(116.404, 39.915).unwrap(), 80.0).unwrap();
    for (name, given) in [
        ("whole metres", feature(point(), json!({"radius_m": 80}))),
        ("a bare geometry", json!({"type": "Point", "coordinates": [116.404, 39.915], "radius_m": 80})),
        (
            "with a height",
            feature(json!({"type": "Point", "coordinates": [116.404, 39.915, 44.0]}), json!({"radius_m": 80})),
        ),
        ("other properties", feature(point(), json!({"radius_m": 80, "name": "东门"}))),
    ] {
        assert_eq!(Area::from_geojson(&given, Datum::Wgs84), Ok(circle.clone()), "{name}");
    }
}

#[test]
fn every_datum_comes_in_and_goes_out() {
    let wgs84 = Position::new(116.404, 39.915).unwrap();
    for (datum, lon, lat) in
        [(Datum::Gcj02, 116.410_244_499, 39.916_404_282), (Datum::Bd09, 116.416_627_244, 39.922_699_552)]
    {
        let given = json!({"type": "Point", "coordinates": [lon, lat], "radius_m": 50});
        let area = Area::from_geojson(&given, datum).unwrap();
        assert!(distance_m(area.centroid(), wgs84) < 0.1, "{datum}");
        let back = Area::from_geojson(&area.to_geojson(datum), datum).unwrap();
        assert!(distance_m(back.centroid(), area.centroid()) < 0.01, "{datum}");
    }
}

#[test]
fn a_shape_in_another_datum_than_stated_is_refused() {
    let area = Area::from_geojson(&feature(yard(), json!({})), Datum::Wgs84).unwrap();
    let read_out = area.to_geojson(Datum::Gcj02);
    assert_eq!(Area::from_geojson(&read_out, Datum::Wgs84), Err(PlaceError::DatumConflict));
}

#[test]
fn what_cannot_be_used_is_refused() {
    use PlaceError::*;
    let polygon = |coordinates: Value| json!({"type": "Polygon", "coordinates": coordinates});
    for (given, expected) in [
        (json!(null), NotGeojson),
        (json!("Point"), NotGeojson),
        (json!({"type": "Feature", "geometry": null, "properties": {}}), NotGeojson),
        (json!({"type": "Point", "coordinates": "here", "radius_m": 50}), NotGeojson),
        (json!({"type": "Point", "coordinates": [116.4], "radius_m": 50}), NotGeojson),
        (json!({"type": "Point", "coordinates": [1, 2, 3, 4], "radius_m": 50}), NotGeojson),
        (json!({"type": "Point", "coordinates": [null, 2], "radius_m": 50}), NotGeojson),
        (json!({"type": "Square", "coordinates": [1, 2]}), NotGeojson),
        (json!({"type": "FeatureCollection", "features": []}), NotGeojson),
        (json!({"type": "MultiPoint", "coordinates": [[116.4, 39.9]]}), KindUnsupported),
        (json!({"type": "Point", "coordinates": [39.9, 116.4], "radius_m": 50}), PositionOutOfRange),
        (feature(point(), json!({})), RadiusOutOfRange),
        (feature(point(), json!(null)), RadiusOutOfRange),
        (feature(point(), json!({"radius_m": "50"})), RadiusOutOfRange),
        (feature(point(), json!({"radius_m": 5})), RadiusOutOfRange),
        (feature(road(), json!({"radius_m": 50})), HalfWidthOutOfRange),
        (polygon(json!([])), TooFewPoints),
        (polygon(json!([[[116.0, 39.0], [116.1, 39.0]]])), TooFewPoints),
        (polygon(json!([vec![[116.0, 39.0]; 100_000]])), TooManyVertices),
        (feature(point(), json!({"radius_m": 50, "datum": "mars"})), DatumConflict),
    ] {
        let name = given.to_string().chars().take(120).collect::<String>();
        assert_eq!(Area::from_geojson(&given, Datum::Wgs84).err(), Some(expected), "{name}");
    }
}
