//! The clock of the show: it runs at the chosen speed and skips what nobody wants to watch, or leaps from deed to deed.

use std::time::Duration;

use chrono::TimeDelta;

use crate::domain::moment::Moment;
use crate::service::clock::Hand;

/// A stretch longer than this without a deed is skipped.
const QUIET: TimeDelta = TimeDelta::minutes(15);
/// So long before the next deed the clock runs again.
const BEFORE: TimeDelta = TimeDelta::minutes(4);

/// How fast the show goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::demo) enum Pace {
    /// So many times as fast as the machine's clock.
    Speed(u32),
    /// As fast as the server answers.
    AtOnce,
}

/// Waits for moments.
pub(in crate::cli::demo) struct Stage {
    pub(in crate::cli::demo) hand: Hand,
    pub(in crate::cli::demo) pace: Pace,
}

impl Stage {
    /// The time now.
    pub(in crate::cli::demo) fn now(&self) -> Moment {
        self.hand.now()
    }

    /// Lets the clock come to a moment. What is past is past.
    pub(in crate::cli::demo) async fn until(&self, moment: Moment) {
        let Pace::Speed(speed) = self.pace else { return self.leap(moment) };
        if moment.0 - self.now().0 > QUIET.num_microseconds().unwrap_or_default() {
            self.leap(moment.minus(BEFORE));
        }
        loop {
            let left = moment.0.saturating_sub(self.now().0);
            let Ok(left @ 1..) = u64::try_from(left) else { return };
            tokio::time::sleep(Duration::from_micros(left / u64::from(speed.max(1)) + 1)).await;
        }
    }

    /// Puts the clock at a moment, never back.
    pub(in crate::cli::demo) fn leap(&self, moment: Moment) {
        if self.now() < moment {
            self.hand.set(moment);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Clock;

    #[tokio::test]
    async fn leaping_never_goes_back() {
        let (clock, hand) = Clock::manual(Moment(1_000_000));
        let stage = Stage { hand, pace: Pace::AtOnce };
        stage.until(Moment(5_000_000)).await;
        stage.until(Moment(3_000_000)).await;
        assert_eq!(clock.now(), Moment(5_000_000));
    }
}
