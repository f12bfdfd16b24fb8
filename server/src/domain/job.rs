//! What a server does by itself, and when (`docs/operations.md`).

use super::moment::Moment;
use super::text_enum::text_enum;

text_enum! {
    /// Something that the servers do by themselves.
    pub enum Job {
        /// Looks what is wrong at schools, stations and bureaus, and tells people.
        Alerts = "alerts",
        /// Sends what waits in the outbox.
        Outbox = "outbox",
        /// Stores the figures of days that became final, and of days that changed since.
        Finalize = "finalize",
        /// Makes positions coarse and deletes them when their time has come.
        Retention = "retention",
    }
}

const SECOND: i64 = 1_000_000;

/// How long a server may be at a job before another one takes it up, seconds.
pub const LEASE_SECONDS: i64 = 600;
/// How soon a job that failed is tried again, seconds.
pub const AGAIN_SECONDS: i64 = 60;

impl Job {
    /// How often, seconds.
    #[must_use]
    pub const fn every_seconds(self) -> i64 {
        match self {
            Self::Alerts | Self::Outbox => 1,
            Self::Finalize => 60,
            Self::Retention => 86_400,
        }
    }

    /// Whether one server at a time does it. The others are done by each server: what one has done, the others find done, and nobody
    /// waits for a server that died.
    #[must_use]
    pub const fn is_leased(self) -> bool {
        matches!(self, Self::Finalize | Self::Retention)
    }

    /// When it is due after it was done at `now`: at the next whole multiple of its period. What was missed while no server ran is
    /// not made up for one by one: one run does all that is left to do.
    #[must_use]
    pub const fn due_after(self, now: Moment) -> Moment {
        let period = self.every_seconds() * SECOND;
        Moment((now.0.div_euclid(period) + 1) * period)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_run_is_at_the_next_whole_period() {
        let minute = 60 * SECOND;
        for (job, now, due) in [
            (Job::Finalize, 0, minute),
            (Job::Finalize, minute - 1, minute),
            (Job::Finalize, minute, 2 * minute),
            (Job::Finalize, 500 * minute + 7, 501 * minute),
            (Job::Retention, 5 * minute, 1440 * minute),
            (Job::Alerts, 1, SECOND),
        ] {
            assert_eq!(job.due_after(Moment(now)), Moment(due), "{job} at {now}");
        }
    }
}
