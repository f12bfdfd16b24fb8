//! Where things are (DESIGN section 4): positions and datums, the areas of checkpoints, the fence class of a fix, and
//! the index that finds the checkpoint somebody stands at.
//!
//! Everything inside is WGS-84. Other datums exist only at the edges: [`to_wgs84`], [`from_wgs84`] and the GeoJSON of
//! an [`Area`].

mod area;
mod area_json;
mod area_shape;
mod datum;
mod error;
mod fence;
mod index;
mod plane;
mod plausible;
mod position;
mod verdict;
mod warning;

pub use area::{Area, Circle, Corridor, MAX_EXTENT_M, MAX_VERTICES, PolygonArea, TINY_RADIUS_M};
pub use datum::{from_wgs84, to_wgs84};
pub use error::PlaceError;
pub use fence::{Fence, Fix, MAX_ACCURACY_M, MAX_AGE_MS, MAX_UNCERTAIN_M, MissingReason, classify, missing_reason};
pub use index::{Nearest, PlaceIndex, Placed};
pub use plane::distance_m;
pub use plausible::{in_china_box, looks_swapped};
pub use position::{BoundingBox, Position};
pub use verdict::explain;
pub use warning::Warning;
