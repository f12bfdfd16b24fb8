//! How long things are kept at least, and at most.

use chrono::{NaiveDate, TimeDelta};

use super::moment::Moment;

/// How long a line of the audit log is kept at least: six months, the longest of which have 184 days (等保 level 2). The
/// databases' own triggers hold the same number.
pub const AUDIT_AT_LEAST: TimeDelta = TimeDelta::days(184);

/// Whether everything before an instant is old enough to leave the audit log.
#[must_use]
pub fn audit_may_go(before: Moment, now: Moment) -> bool {
    before <= now.minus(AUDIT_AT_LEAST)
}

/// How long positions of check-ins are kept (PIPL: no longer than needed). A number of days of 0 means at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PositionRule {
    /// Days until a position is coarsened.
    pub coarsen_days: u32,
    /// Days until it is deleted.
    pub retention_days: u32,
}

/// What is to become of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays as it is.
    Stays,
    /// It becomes coarse: two decimals of a degree, about a kilometre.
    Coarsened,
    /// It goes.
    Deleted,
}

impl PositionRule {
    /// What is to become of a position that came in at an instant.
    #[must_use]
    pub fn fate(&self, received_at: Moment, is_coarse: bool, now: Moment) -> Fate {
        let older_than = |days: u32| received_at.plus(TimeDelta::days(i64::from(days))) <= now;
        if older_than(self.retention_days) {
            Fate::Deleted
        } else if !is_coarse && older_than(self.coarsen_days) {
            Fate::Coarsened
        } else {
            Fate::Stays
        }
    }
}

/// The day of UTC on which an instant lies: the rounds that delete are made once on each.
#[must_use]
pub fn round_of(now: Moment) -> NaiveDate {
    now.utc().date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_795_000_000_000_000);

    #[test]
    fn six_months_of_the_audit_log_stay() {
        let ago = |days, seconds| NOW.minus(TimeDelta::days(days)).plus(TimeDelta::seconds(seconds));
        assert!(audit_may_go(ago(184, 0), NOW) && audit_may_go(ago(400, 0), NOW));
        assert!(!audit_may_go(ago(184, 1), NOW) && !audit_may_go(NOW, NOW));
    }

    #[test]
    fn positions_become_coarse_and_then_go() {
        let rule = PositionRule { coarsen_days: 14, retention_days: 90 };
        let zero = PositionRule { coarsen_days: 0, retention_days: 90 };
        let never_fine = PositionRule { coarsen_days: 14, retention_days: 0 };
        for (rule, days, is_coarse, expected) in [
            (rule, 13, false, Fate::Stays),
            (rule, 14, false, Fate::Coarsened),
            (rule, 14, true, Fate::Stays),
            (rule, 89, true, Fate::Stays),
            (rule, 90, true, Fate::Deleted),
            (rule, 90, false, Fate::Deleted),
            (zero, 0, false, Fate::Coarsened),
            (never_fine, 0, false, Fate::Deleted),
        ] {
            assert_eq!(rule.fate(NOW.minus(TimeDelta::days(days)), is_coarse, NOW), expected, "{rule:?} after {days}");
        }
    }
}
