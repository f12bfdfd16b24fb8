//! Areas as GeoJSON: a Point with `radius_m`, a Polygon, or a LineString with `half_width_m`.

use geojson::{Feature, Geometry, GeometryValue, JsonObject};
use serde_json::{Value, json};

use super::area::Area;
use super::datum::{from_wgs84, to_wgs84};
use super::{PlaceError, Position};
use crate::domain::words::Datum;

impl Area {
    /// Reads a Feature, or a bare geometry with the metres beside its coordinates, whose coordinates are in the stated
    /// datum. A `datum` among the properties must agree: a shape that was read out in one datum and sent back as another
    /// would move by hundreds of metres unseen.
    ///
    /// # Errors
    /// A [`PlaceError`] that names the first problem.
    pub fn from_geojson(value: &Value, datum: Datum) -> Result<Self, PlaceError> {
        let (geometry, properties) = parts(value)?;
        if properties.get("datum").is_some_and(|named| named != datum.as_str()) {
            return Err(PlaceError::DatumConflict);
        }
        match &geometry.value {
            GeometryValue::Point { coordinates } => {
                let radius_m = metres(&properties, "radius_m").ok_or(PlaceError::RadiusOutOfRange)?;
                Self::circle(position(coordinates, datum)?, radius_m)
            }
            GeometryValue::LineString { coordinates } => {
                let half_width_m = metres(&properties, "half_width_m").ok_or(PlaceError::HalfWidthOutOfRange)?;
                Self::corridor(&positions(coordinates, datum)?, half_width_m)
            }
            GeometryValue::Polygon { coordinates } => {
                let (exterior, holes) = coordinates.split_first().ok_or(PlaceError::TooFewPoints)?;
                let holes: Result<Vec<_>, _> = holes.iter().map(|hole| positions(hole, datum)).collect();
                Self::polygon(&positions(exterior, datum)?, &holes?)
            }
            _ => Err(PlaceError::KindUnsupported),
        }
    }

    /// A Feature with coordinates in the datum, which is named among the properties.
    #[must_use]
    pub fn to_geojson(&self, datum: Datum) -> Value {
        let coordinates = |line: &geo::LineString| -> Vec<_> { line.coords().map(|&c| pair(c, datum)).collect() };
        let (geometry, size) = match self {
            Self::Circle(circle) => {
                (GeometryValue::new_point(pair(circle.centre.coord(), datum)), Some(("radius_m", circle.radius_m)))
            }
            Self::Polygon(polygon) => {
                let rings = std::iter::once(polygon.0.exterior()).chain(polygon.0.interiors());
                (GeometryValue::new_polygon(rings.map(coordinates)), None)
            }
            Self::Corridor(corridor) => (
                GeometryValue::new_line_string(coordinates(&corridor.line)),
                Some(("half_width_m", corridor.half_width_m)),
            ),
        };
        let mut properties = JsonObject::new();
        properties.insert("datum".to_owned(), datum.as_str().into());
        if let Some((name, metres)) = size {
            properties.insert(name.to_owned(), metres.into());
        }
        json!({"type": "Feature", "geometry": Value::from(&geometry), "properties": properties})
    }
}

impl TryFrom<Value> for Area {
    type Error = PlaceError;

    fn try_from(value: Value) -> Result<Self, PlaceError> {
        Self::from_geojson(&value, Datum::Wgs84)
    }
}

impl From<Area> for Value {
    fn from(area: Area) -> Self {
        area.to_geojson(Datum::Wgs84)
    }
}

/// The geometry and what is said about it.
fn parts(value: &Value) -> Result<(Geometry, JsonObject), PlaceError> {
    use serde::Deserialize as _;
    let is_feature = value.get("type").is_some_and(|kind| kind == "Feature");
    if is_feature {
        let feature = Feature::deserialize(value).map_err(|_| PlaceError::NotGeojson)?;
        let geometry = feature.geometry.ok_or(PlaceError::NotGeojson)?;
        return Ok((geometry, feature.properties.unwrap_or_default()));
    }
    let mut geometry = Geometry::deserialize(value).map_err(|_| PlaceError::NotGeojson)?;
    let beside = geometry.foreign_members.take().unwrap_or_default();
    Ok((geometry, beside))
}

fn metres(properties: &JsonObject, name: &str) -> Option<f64> {
    properties.get(name).and_then(Value::as_f64)
}

fn positions(coordinates: &[geojson::Position], datum: Datum) -> Result<Vec<Position>, PlaceError> {
    // Checked again on construction; here, so that nobody makes the server convert a million.
    if coordinates.len() > super::MAX_VERTICES + 1 {
        return Err(PlaceError::TooManyVertices);
    }
    coordinates.iter().map(|pair| position(pair, datum)).collect()
}

/// A third number, the height, is allowed by GeoJSON and means nothing here.
fn position(coordinates: &geojson::Position, datum: Datum) -> Result<Position, PlaceError> {
    match coordinates.as_slice() {
        [lon, lat] | [lon, lat, _] => to_wgs84(datum, *lon, *lat),
        _ => Err(PlaceError::NotGeojson),
    }
}

fn pair(coord: geo::Coord, datum: Datum) -> [f64; 2] {
    from_wgs84(datum, Position::of_coord(coord)).into()
}

#[cfg(test)]
mod tests;
