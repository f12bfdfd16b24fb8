//! An instant in UTC, to the microsecond: what both databases can keep exactly.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, utoipa::ToSchema)]
#[schema(value_type = String, format = DateTime)]
pub struct Moment(pub i64);

impl Moment {
    /// The same instant as chrono's type. Instants beyond chrono's range (the year 262,000) become the epoch.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// The instant on the clock of a time zone.
    #[must_use]
    pub fn in_zone(self, zone: Tz) -> DateTime<FixedOffset> {
        self.utc().with_timezone(&zone).fixed_offset()
    }

    /// The date on the calendar of a time zone.
    #[must_use]
    pub fn date_in(self, zone: Tz) -> NaiveDate {
        self.utc().with_timezone(&zone).date_naive()
    }

    /// A whole second since the epoch.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000_000))
    }

    /// Whole seconds since 1970, rounded down.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// This instant moved by a span; it stays where it is when the result is out of range.
    #[must_use]
    pub fn plus(self, span: TimeDelta) -> Self {
        Self(self.0.saturating_add(span.num_microseconds().unwrap_or(0)))
    }

    /// This instant moved back by a span.
    #[must_use]
    pub fn minus(self, span: TimeDelta) -> Self {
        self.plus(-span)
    }
}

impl<Zone: chrono::TimeZone> From<DateTime<Zone>> for Moment {
    fn from(time: DateTime<Zone>) -> Self {
        Self(time.timestamp_micros())
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.utc().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateTime::<FixedOffset>::deserialize(deserializer).map(Self::from)
    }
}
