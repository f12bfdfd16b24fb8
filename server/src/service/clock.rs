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
        let hand = Hand(Arc::new(AtomicI64::new(start.0)));
        let shown = hand.clone();
        (Self(Arc::new(move || shown.now())), hand)
    }

    /// A clock that began at `start` just now and runs `speed` times as fast as the machine's.
    #[must_use]
    pub fn running(start: Moment, speed: i32) -> Self {
        let began = std::time::Instant::now();
        Self(Arc::new(move || {
            let passed = i64::try_from(began.elapsed().as_micros()).unwrap_or(i64::MAX);
            Moment(start.0.saturating_add(passed.saturating_mul(i64::from(speed))))
        }))
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

/// Moves a manual clock.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Hand {
    /// Where it stands.
    #[must_use]
    pub fn now(&self) -> Moment {
        Moment(self.0.load(Ordering::SeqCst))
    }

    /// Moves it on, or back for a negative span.
    pub fn advance(&self, span: TimeDelta) {
        self.0.store(self.now().plus(span).0, Ordering::SeqCst);
    }

    /// Puts it at a time.
    pub fn set(&self, time: Moment) {
        self.0.store(time.0, Ordering::SeqCst);
    }
}
