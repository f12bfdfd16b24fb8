//! Where a phone is, beside what somebody reports.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::place::{Position, to_wgs84};
use crate::domain::words::Datum;
use crate::problem::{Problem, Result};
use crate::service::alarms::view::AlarmPosition;
use crate::service::hazards::view::HazardPosition;

/// Where a phone is. Kept only if the person agreed to their location.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPhonePosition {
    #[schema(example = 116.4039)]
    lon: f64,
    #[schema(example = 39.9151)]
    lat: f64,
    /// The radius that holds the truth in 95 % of cases, metres; a negative one says that the fix failed, and counts as none.
    #[schema(example = 12.5)]
    accuracy_m: f64,
    datum: Datum,
}

impl NewPhonePosition {
    /// In WGS-84, with its accuracy in metres; none with a negative accuracy, by which some phones mark a fix that failed.
    ///
    /// # Errors
    /// `invalid_field` if it is no place.
    pub(super) fn read(self) -> Result<Option<(Position, f64)>> {
        let wrong = |_| Problem::invalid("position", "degrees of longitude and latitude / 应为经纬度，单位为度");
        let position = to_wgs84(self.datum, self.lon, self.lat).map_err(wrong)?;
        Ok((self.accuracy_m >= 0.0).then_some((position, self.accuracy_m)))
    }
}

/// Where a phone was, WGS-84 degrees.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PhonePositionBody {
    #[schema(example = 116.4039)]
    lon: f64,
    #[schema(example = 39.9151)]
    lat: f64,
    /// The radius that holds the truth in 95 % of cases, metres.
    #[schema(example = 12.5)]
    accuracy_m: f64,
}

impl From<AlarmPosition> for PhonePositionBody {
    fn from(AlarmPosition { lon, lat, accuracy_m, .. }: AlarmPosition) -> Self {
        Self { lon, lat, accuracy_m }
    }
}

impl From<HazardPosition> for PhonePositionBody {
    fn from(HazardPosition { lon, lat, accuracy_m, .. }: HazardPosition) -> Self {
        Self { lon, lat, accuracy_m }
    }
}
