//! The fence class of a fix (DESIGN section 4).

use super::{Area, PlaceError, Position};
use crate::domain::text_enum::text_enum;
use crate::domain::words::FenceClass;

/// A fix with a larger error than this says nothing, metres.
pub const MAX_ACCURACY_M: f64 = 200.0;
/// A fix that was older than this at the moment of the check-in says nothing, milliseconds.
pub const MAX_AGE_MS: u32 = 60_000;
/// However large its error, a fix farther out than this is outside, metres.
pub const MAX_UNCERTAIN_M: f64 = 100.0;

/// Where a phone said it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fix {
    position: Position,
    accuracy_m: f64,
    age_ms: u64,
    mocked: bool,
}

impl Fix {
    /// A fix. `accuracy_m` is the radius that holds the truth in 95 % of cases; `age_ms` is the time from the fix to the
    /// check-in. A fix up to a minute later than its check-in counts as fresh: phones take the two times from clocks that
    /// jitter, and a person on post must not lose the evidence for that.
    ///
    /// # Errors
    /// [`PlaceError::AccuracyInvalid`] unless the accuracy is finite and not negative; [`PlaceError::AgeInvalid`] if the
    /// fix is more than a minute later than its check-in.
    pub fn new(position: Position, accuracy_m: f64, age_ms: i64, mocked: bool) -> Result<Self, PlaceError> {
        if !accuracy_m.is_finite() || accuracy_m < 0.0 {
            return Err(PlaceError::AccuracyInvalid);
        }
        if age_ms < -i64::from(MAX_AGE_MS) {
            return Err(PlaceError::AgeInvalid);
        }
        let age_ms = u64::try_from(age_ms).unwrap_or(0);
        Ok(Self { position, accuracy_m, age_ms, mocked })
    }

    /// Where.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }

    /// How sure, metres.
    #[must_use]
    pub const fn accuracy_m(&self) -> f64 {
        self.accuracy_m
    }

    /// How old at the moment of the check-in, milliseconds.
    #[must_use]
    pub const fn age_ms(&self) -> u64 {
        self.age_ms
    }

    /// Whether the phone marked the location as a mock. It lowers the grade and leaves the fence class alone.
    #[must_use]
    pub const fn mocked(&self) -> bool {
        self.mocked
    }

    /// How far from an area the fix may lie and still not be outside, metres.
    pub(super) const fn reach_m(&self) -> f64 {
        self.accuracy_m.min(MAX_UNCERTAIN_M)
    }
}

text_enum! {
    /// Why a fix says nothing.
    pub enum MissingReason {
        /// None was sent.
        NoFix = "no_fix",
        /// Its error is over [`MAX_ACCURACY_M`].
        FixTooCoarse = "fix_too_coarse",
        /// It was older than [`MAX_AGE_MS`].
        FixTooOld = "fix_too_old",
    }
}

/// Where a fix lies as seen from an area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fence {
    /// The class.
    pub class: FenceClass,
    /// Metres from the fix to the area, 0 inside; none if the class is missing.
    pub distance_m: Option<f64>,
}

/// Why the class of the fix is missing, if it is.
#[must_use]
pub fn missing_reason(fix: Option<&Fix>) -> Option<MissingReason> {
    match fix {
        None => Some(MissingReason::NoFix),
        Some(fix) if fix.accuracy_m > MAX_ACCURACY_M => Some(MissingReason::FixTooCoarse),
        Some(fix) if fix.age_ms > u64::from(MAX_AGE_MS) => Some(MissingReason::FixTooOld),
        Some(_) => None,
    }
}

/// The fence class of a fix (DESIGN section 4).
#[must_use]
pub fn classify(fix: Option<&Fix>, area: &Area) -> Fence {
    let Some(fix) = fix.filter(|fix| missing_reason(Some(fix)).is_none()) else {
        return Fence { class: FenceClass::Missing, distance_m: None };
    };
    let distance_m = area.distance_m(&fix.position);
    let class = if distance_m <= 0.0 {
        FenceClass::Inside
    } else if distance_m <= fix.reach_m() {
        FenceClass::Uncertain
    } else {
        FenceClass::Outside
    };
    Fence { class, distance_m: Some(distance_m) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Degrees of longitude per metre at the equator, for fixes due east of a circle there.
    const DEGREES_PER_M: f64 = 1.0 / 111_319.490_793;

    fn fix(metres_east: f64, accuracy_m: f64, age_ms: i64) -> Result<Fix, PlaceError> {
        Fix::new(Position::new(metres_east * DEGREES_PER_M, 0.0)?, accuracy_m, age_ms, false)
    }

    #[test]
    fn classes_of_fixes_around_a_circle_of_50_metres() {
        use FenceClass::*;
        let area = Area::circle(Position::new(0.0, 0.0).unwrap(), 50.0).unwrap();
        for (east, accuracy, age, expected, why) in [
            (0.0, 5.0, 0, Inside, "the centre, at 0 degrees"),
            (49.99, 5.0, 0, Inside, "inside"),
            (49.99, 0.0, 0, Inside, "an error of zero"),
            (50.5, 0.0, 0, Outside, "an error of zero, outside"),
            (59.99, 10.0, 0, Uncertain, "within the error"),
            (60.01, 10.0, 0, Outside, "past the error"),
            (149.99, 150.0, 0, Uncertain, "within 100 m"),
            (150.01, 150.0, 0, Outside, "past 100 m, though within the error"),
            (0.0, 200.0, 0, Inside, "the largest error"),
            (0.0, 200.01, 0, Missing, "too large an error"),
            (0.0, 5.0, 60_000, Inside, "a minute old"),
            (0.0, 5.0, 60_001, Missing, "older than a minute"),
            (500.0, 5.0, 60_001, Missing, "old and outside is missing, not outside"),
            (0.0, 5.0, -40, Inside, "taken just after the tap"),
        ] {
            let fence = classify(Some(&fix(east, accuracy, age).unwrap()), &area);
            assert_eq!(fence.class, expected, "{why}");
            assert_eq!(fence.distance_m.is_none(), expected == Missing, "{why}");
        }
        assert_eq!(classify(None, &area), Fence { class: Missing, distance_m: None });
    }

    #[test]
    fn distance_is_told() {
        let area = Area::circle(Position::new(0.0, 0.0).unwrap(), 50.0).unwrap();
        let told = |east| classify(Some(&fix(east, 10.0, 0).unwrap()), &area).distance_m.unwrap();
        assert!((told(180.0) - 130.0).abs() < 0.01);
        assert_eq!(told(20.0).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn missing_says_why() {
        use MissingReason::*;
        assert_eq!(missing_reason(None), Some(NoFix));
        for (accuracy, age, expected) in [
            (200.0, 60_000, None),
            (201.0, 0, Some(FixTooCoarse)),
            (5.0, 60_001, Some(FixTooOld)),
            (201.0, 60_001, Some(FixTooCoarse)),
        ] {
            assert_eq!(missing_reason(Some(&fix(0.0, accuracy, age).unwrap())), expected);
        }
    }

    #[test]
    fn what_is_no_fix_is_refused() {
        for accuracy in [-1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(fix(0.0, accuracy, 0), Err(PlaceError::AccuracyInvalid), "{accuracy}");
        }
        assert!(fix(0.0, 5.0, -60_000).is_ok());
        assert_eq!(fix(0.0, 5.0, -60_001), Err(PlaceError::AgeInvalid));
        assert_eq!(fix(0.0, 5.0, i64::MIN), Err(PlaceError::AgeInvalid));
    }
}
