//! How often somebody may try: per account and per network address, on the server's own clock. A limit of 0 is off.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

use crate::config::Config;
use crate::problem::{Code, Problem, Result};

use super::Clock;

/// After how many questions a limiter forgets those who have been quiet, so that its memory stays small.
const SWEEP: u32 = 1024;

/// The limits of what people may try without being signed in.
pub struct Limits {
    by_account: Limiter,
    by_address: Limiter,
    sms: Limiter,
    open: Limiter,
}

impl Limits {
    /// The limits of the settings, on a clock.
    #[must_use]
    pub fn new(config: &Config, clock: &Clock) -> Self {
        let settings = &config.sign_in;
        let limiter = |count, period| Limiter::new(count, period, clock);
        let (minute, hour) = (Duration::from_secs(60), Duration::from_secs(3600));
        Self {
            by_account: limiter(settings.attempts_per_minute_by_account, minute),
            by_address: limiter(settings.attempts_per_minute_by_address, minute),
            sms: limiter(settings.sms_per_hour_by_account, hour),
            open: limiter(config.open_requests_per_minute_by_address, minute),
        }
    }

    /// One attempt from an address: anything that somebody who is not signed in may try.
    ///
    /// # Errors
    /// [`Code::TooManyRequests`] with the seconds to wait.
    pub fn address(&self, address: &str) -> Result<()> {
        self.by_address.take(address)
    }

    /// One request from an address to what needs no session and proves nothing.
    ///
    /// # Errors
    /// [`Code::TooManyRequests`] with the seconds to wait.
    pub fn open(&self, address: &str) -> Result<()> {
        self.open.take(address)
    }

    /// One attempt to prove who one is, by account.
    ///
    /// # Errors
    /// [`Code::TooManyRequests`] with the seconds to wait.
    pub fn account(&self, account: &str) -> Result<()> {
        self.by_account.take(account)
    }

    /// One text message to a number.
    ///
    /// # Errors
    /// [`Code::TooManyRequests`] with the seconds to wait.
    pub fn sms(&self, account: &str) -> Result<()> {
        self.sms.take(account)
    }
}

type Keyed = RateLimiter<String, DefaultKeyedStateStore<String>, Ticks, NoOpMiddleware<Duration>>;

struct Limiter {
    keyed: Option<Keyed>,
    clock: Ticks,
    asked: AtomicU32,
}

impl Limiter {
    fn new(count: u32, period: Duration, clock: &Clock) -> Self {
        let clock = Ticks(clock.clone());
        let quota = NonZeroU32::new(count)
            .and_then(|count| Some(Quota::with_period(period.checked_div(count.get())?)?.allow_burst(count)));
        let keyed = quota.map(|quota| RateLimiter::new(quota, DefaultKeyedStateStore::default(), clock.clone()));
        Self { keyed, clock, asked: AtomicU32::new(0) }
    }

    fn take(&self, key: &str) -> Result<()> {
        let Some(keyed) = &self.keyed else { return Ok(()) };
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP == SWEEP - 1 {
            keyed.retain_recent();
        }
        keyed.check_key(&key.to_owned()).map_err(|until| {
            let wait = until.wait_time_from(self.clock.now());
            Problem::new(Code::TooManyRequests).retry_after(wait.as_secs() + 1)
        })
    }
}

/// The server's clock as governor wants it: the time since the epoch.
#[derive(Clone)]
struct Ticks(Clock);

impl GovernorClock for Ticks {
    type Instant = Duration;

    fn now(&self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.now().0).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::config::SignInSettings;
    use crate::domain::moment::Moment;

    fn limits(per_minute: u32) -> (Limits, super::super::clock::Hand) {
        let (clock, hand) = Clock::manual(Moment(1_800_000_000_000_000));
        let sign_in = SignInSettings { attempts_per_minute_by_account: per_minute, ..SignInSettings::default() };
        (Limits::new(&Config { sign_in, ..Config::default() }, &clock), hand)
    }

    #[test]
    fn so_many_and_no_more_until_time_has_passed() {
        let (limits, hand) = limits(3);
        for _ in 0..3 {
            assert_eq!(limits.account("a"), Ok(()));
        }
        let problem = limits.account("a").unwrap_err();
        assert_eq!((problem.code, problem.retry_after_seconds), (Code::TooManyRequests, Some(21)));
        assert_eq!(limits.account("b"), Ok(()), "each account has its own");
        hand.advance(TimeDelta::seconds(20));
        assert_eq!(limits.account("a"), Ok(()));
        assert!(limits.account("a").is_err());
    }

    #[test]
    fn zero_switches_it_off() {
        let (limits, _) = limits(0);
        assert!((0..10_000).all(|_| limits.account("a").is_ok()));
    }
}
