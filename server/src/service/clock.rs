//! The clock, as a value: the machine's own, one that a test moves, or the demo's that plays a morning.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{TimeDelta, Utc};

use crate::domain::moment::Moment;

/// Tells the time, cut to microseconds: what both databases keep.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(|| Moment::from(Utc::now())))
    }

    /// A clock that stands still until its hand is moved.
    #[must_use]
    pub fn manual(start: Moment) -> (Self, Hand) {
        Self::driven(start, || 0)
    }

    /// A clock that runs `speed` times as fast as the machine's, from `start` on; its hand puts it at another time, from
    /// which it runs on.
    #[must_use]
    pub fn running(start: Moment, speed: u32) -> (Self, Hand) {
        let began = std::time::Instant::now();
        Self::driven(start, move || {
            let passed = i64::try_from(began.elapsed().as_micros()).unwrap_or(i64::MAX);
            passed.saturating_mul(i64::from(speed))
        })
    }

    fn driven(start: Moment, passed: impl Fn() -> i64 + Send + Sync + 'static) -> (Self, Hand) {
        let hand = Hand { start: Arc::new(AtomicI64::new(start.0)), passed: Arc::new(passed) };
        let shown = hand.clone();
        (Self(Arc::new(move || shown.now())), hand)
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

/// Moves a clock that is not the machine's.
#[derive(Clone)]
pub struct Hand {
    start: Arc<AtomicI64>,
    /// Microseconds that went by by themselves.
    passed: Arc<dyn Fn() -> i64 + Send + Sync>,
}

impl Hand {
    /// Where it stands.
    #[must_use]
    pub fn now(&self) -> Moment {
        Moment(self.start.load(Ordering::SeqCst).saturating_add((self.passed)()))
    }

    /// Moves it on, or back for a negative span.
    pub fn advance(&self, span: TimeDelta) {
        self.set(self.now().plus(span));
    }

    /// Puts it at a time.
    pub fn set(&self, time: Moment) {
        self.start.store(time.0.saturating_sub((self.passed)()), Ordering::SeqCst);
    }
}
