//! The code on a gate-room screen. It adds a time step to what a sign says, and so proves the moment as well as the place.

use std::num::NonZeroU32;

use chrono::{DateTime, Utc};

use super::key::KeyId;
use super::key_set::KeySet;
use super::{CheckpointNumber, CodeError, ScreenNumber, base32, tag};

/// The kind (and version) of this layout.
pub(super) const KIND: u8 = 2;
/// Symbols of base32 for the header: 92 bits.
pub(super) const HEADER_SYMBOLS: u32 = 19;

/// What a screen's code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ScreenCode {
    /// The checkpoint that the screen stands at.
    pub checkpoint: CheckpointNumber,
    /// Which of the checkpoint's screens it is.
    pub screen: ScreenNumber,
    /// The time step in which it was shown, see [`ScreenClock`].
    pub step: u32,
    /// The key that signed it.
    pub key: KeyId,
}

impl ScreenCode {
    /// The code as 35 characters, always the same for the same screen, step and key.
    ///
    /// # Errors
    /// [`CodeError::UnknownKey`] or [`CodeError::RetiredKey`] if the key cannot be used.
    pub fn encode(&self, keys: &KeySet) -> Result<String, CodeError> {
        let header = self.header();
        let tag = tag::of(keys.usable(self.key)?, &header);
        let mut text = String::new();
        base32::push(&mut text, number(header), HEADER_SYMBOLS);
        base32::push(&mut text, tag, tag::SYMBOLS);
        Ok(text)
    }

    pub(super) fn header(&self) -> [u8; 12] {
        let [c0, c1, c2, c3] = self.checkpoint.0.to_be_bytes();
        let [n0, n1] = self.screen.0.to_be_bytes();
        let [t0, t1, t2, t3] = self.step.to_be_bytes();
        [KIND, self.key.0, c0, c1, c2, c3, n0, n1, t0, t1, t2, t3]
    }

    /// `None` if the header is of another kind.
    pub(super) fn from_header(header: u128) -> Option<Self> {
        let [0, 0, 0, 0, KIND, key, c0, c1, c2, c3, n0, n1, t0, t1, t2, t3] = header.to_be_bytes() else { return None };
        Some(Self {
            checkpoint: CheckpointNumber(u32::from_be_bytes([c0, c1, c2, c3])),
            screen: ScreenNumber(u16::from_be_bytes([n0, n1])),
            step: u32::from_be_bytes([t0, t1, t2, t3]),
            key: KeyId(key),
        })
    }
}

fn number(header: [u8; 12]) -> u128 {
    header.iter().fold(0, |value, byte| (value << 8) | u128::from(*byte))
}

/// How the step of a screen code stands to the derived time of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepTiming {
    /// The step of that time, or the one before it.
    InStep,
    /// The code is older than that: kept or forwarded. Graded as a sign, and flagged.
    Stale {
        /// How many steps before that time's own step; 2 or more.
        steps: u32,
    },
    /// The code was not shown yet at that time, so the time is wrong. Graded as a sign, and flagged.
    Early {
        /// How many steps after that time's own step; 1 or more.
        steps: u32,
    },
}

/// Counts time in steps since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenClock {
    step_seconds: NonZeroU32,
}

impl ScreenClock {
    /// Seconds of a step unless set otherwise (DESIGN section 5).
    pub const DEFAULT_STEP_SECONDS: NonZeroU32 = NonZeroU32::new(20).unwrap();

    /// A clock with steps of that many seconds. A change of the length makes codes then on screens stale, no more.
    #[must_use]
    pub const fn new(step_seconds: NonZeroU32) -> Self {
        Self { step_seconds }
    }

    /// The step of a time. Times before 1970 fall in step 0.
    #[must_use]
    pub fn step_at(&self, at: DateTime<Utc>) -> u32 {
        let step = at.timestamp().max(0) / i64::from(self.step_seconds.get());
        u32::try_from(step).unwrap_or(u32::MAX)
    }

    /// Whole seconds until the step of `now` ends and a screen must show the next code; at least 1.
    #[must_use]
    pub fn seconds_left(&self, now: DateTime<Utc>) -> i64 {
        let length = i64::from(self.step_seconds.get());
        length - now.timestamp().rem_euclid(length)
    }

    /// How a code stands to the derived time of the check-in that brought it.
    #[must_use]
    pub fn timing(&self, code: &ScreenCode, at: DateTime<Utc>) -> StepTiming {
        let now = self.step_at(at);
        match now.checked_sub(code.step) {
            Some(0 | 1) => StepTiming::InStep,
            Some(steps) => StepTiming::Stale { steps },
            None => StepTiming::Early { steps: code.step - now },
        }
    }
}

impl Default for ScreenClock {
    fn default() -> Self {
        Self::new(Self::DEFAULT_STEP_SECONDS)
    }
}
