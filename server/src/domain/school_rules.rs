//! The settings of a school that its figures depend on.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::calendar::local_time::instant;
use super::moment::Moment;

/// How long a proof holds unless the school says otherwise, minutes (DESIGN section 7).
pub const DEFAULT_HOLD_MINUTES: u32 = 45;
/// How long a gap lasts before it is live unless the school says otherwise, seconds.
pub const DEFAULT_LIVE_GRACE_SECONDS: u32 = 60;
/// When a day's windows are final unless the school says otherwise: 20:00, in minutes after midnight (DESIGN section 7).
pub const DEFAULT_SYNC_DEADLINE_MINUTE: u32 = 20 * 60;

/// The longest a proof may hold, minutes.
pub const MAX_HOLD_MINUTES: u32 = 24 * 60;
/// The longest grace, seconds.
pub const MAX_LIVE_GRACE_SECONDS: u32 = 60 * 60;
/// The latest deadline: the end of the next day, in minutes after midnight.
pub const MAX_SYNC_DEADLINE_MINUTE: u32 = 2 * 24 * 60;

/// The settings of a school on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolRules {
    /// How long a proof is in force, minutes. Zero means zero.
    pub hold_minutes: u32,
    /// How long a gap lasts before it is live, seconds. Zero means at once.
    pub live_grace_seconds: u32,
    /// When the day's windows are final, in minutes after its local midnight; may lie in the next day.
    pub sync_deadline_minute: u32,
}

impl Default for SchoolRules {
    fn default() -> Self {
        Self {
            hold_minutes: DEFAULT_HOLD_MINUTES,
            live_grace_seconds: DEFAULT_LIVE_GRACE_SECONDS,
            sync_deadline_minute: DEFAULT_SYNC_DEADLINE_MINUTE,
        }
    }
}

/// A setting out of its bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is more than {most} / 不能超过 {most}")]
pub struct RuleTooLarge {
    /// Which setting.
    pub field: &'static str,
    /// The largest value.
    pub most: u32,
}

impl SchoolRules {
    /// Checks the settings.
    ///
    /// # Errors
    /// The first setting that is out of its bounds.
    pub fn validate(&self) -> Result<(), RuleTooLarge> {
        let bounds = [
            ("hold_minutes", self.hold_minutes, MAX_HOLD_MINUTES),
            ("live_grace_seconds", self.live_grace_seconds, MAX_LIVE_GRACE_SECONDS),
            ("sync_deadline_minute", self.sync_deadline_minute, MAX_SYNC_DEADLINE_MINUTE),
        ];
        let beyond = bounds.into_iter().find(|(_, value, most)| value > most);
        beyond.map_or(Ok(()), |(field, _, most)| Err(RuleTooLarge { field, most }))
    }

    /// The instant from which the windows of `date` are final. Nothing only at the ends of representable time.
    #[must_use]
    pub fn sync_deadline(&self, date: NaiveDate, zone: Tz) -> Option<Moment> {
        let (days, minute) = (self.sync_deadline_minute / 1440, self.sync_deadline_minute % 1440);
        let day = date.checked_add_days(Days::new(days.into()))?;
        instant(day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into()), zone).map(Moment::from)
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Asia::Shanghai;

    use super::*;

    #[test]
    fn the_deadline_is_by_the_schools_clock_and_may_lie_in_the_next_day() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for (minute, expected) in
            [(1200, "2026-11-23T12:00:00Z"), (0, "2026-11-22T16:00:00Z"), (1440 + 90, "2026-11-23T17:30:00Z")]
        {
            let rules = SchoolRules { sync_deadline_minute: minute, ..SchoolRules::default() };
            let shown =
                rules.sync_deadline(date, Shanghai).unwrap().utc().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            assert_eq!(shown, expected, "{minute}");
        }
    }

    #[test]
    fn settings_have_bounds() {
        assert_eq!(SchoolRules::default().validate(), Ok(()));
        let long = SchoolRules { hold_minutes: 1441, ..SchoolRules::default() };
        assert_eq!(long.validate().map_err(|error| error.field), Err("hold_minutes"));
    }
}
