//! Names of time zones.

use std::str::FromStr;

use chrono_tz::Tz;

/// The name of an IANA time zone that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneName(pub Tz);

/// A text that names no time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no IANA time zone, such as Asia/Shanghai / 不是 IANA 时区名，例如 Asia/Shanghai")]
pub struct UnknownZone(String);

impl FromStr for ZoneName {
    type Err = UnknownZone;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| UnknownZone(text.to_owned()))
    }
}

impl From<ZoneName> for String {
    fn from(zone: ZoneName) -> Self {
        zone.0.name().to_owned()
    }
}
