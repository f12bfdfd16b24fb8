//! Signs worth a second look. A flag asks a person to review; it never punishes by itself (DESIGN section 6).
//!
//! Two of them also lower the grade by one step, `mock_location` and `shared_device`; [`super::grading`] does that.

use chrono::TimeDelta;

use crate::domain::id::PersonId;
use crate::domain::lang::Sentence;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// A sign worth a second look.
    pub enum Flag {
        /// Farther from the last fix than one can travel in the time between.
        ImpossibleSpeed = "impossible_speed",
        /// The device was used by a different person in the same window.
        SharedDevice = "shared_device",
        /// The phone says that the location may be made up.
        MockLocation = "mock_location",
        /// The same coordinates to the last digit, time and again.
        IdenticalCoordinates = "identical_coordinates",
        /// The phone's clocks contradict each other.
        ClockJump = "clock_jump",
        /// The code was scanned, but the fix lies clearly elsewhere.
        OutsideFence = "outside_fence",
        /// The screen code was not the one shown at that time.
        ReplayedCode = "replayed_code",
        /// Not on the roster of this post at that time.
        OffShift = "off_shift",
    }
}

impl Flag {
    /// What it means, for the person who reviews.
    #[must_use]
    pub const fn sentence(self) -> Sentence {
        match self {
            Self::ImpossibleSpeed => Sentence::fixed(
                "与上一次定位的距离，在这段时间内通常无法到达。可能是定位漂移。",
                "Farther from the previous fix than one can usually travel in the time between. The fix may have drifted.",
            ),
            Self::SharedDevice => Sentence::fixed(
                "同一时段内，这部手机还为另一人打过卡。可能是借用手机。",
                "In the same window this device also checked in another person. It may have been lent.",
            ),
            Self::MockLocation => Sentence::fixed(
                "手机标记位置可能是模拟的。外接定位设备也会这样。",
                "The phone marks the location as possibly mocked. External receivers do the same.",
            ),
            Self::IdenticalCoordinates => Sentence::fixed(
                "多次定位的坐标完全相同。真实的定位通常会有细小变化。",
                "Several fixes have exactly the same coordinates. Real fixes usually vary a little.",
            ),
            Self::ClockJump => Sentence::fixed(
                "打卡到上传之间，手机的时间被调整过。",
                "The phone's clock was changed between the check-in and its upload.",
            ),
            Self::OutsideFence => Sentence::fixed(
                "扫到了本岗位的码，但定位在别处。可能是定位有误，也可能是转发的照片。",
                "The post's code was scanned, but the fix lies elsewhere. The fix may be wrong, or a photo was forwarded.",
            ),
            Self::ReplayedCode => Sentence::fixed(
                "动态码不是打卡当时显示的那一个，已按二维码牌认定。",
                "The screen code was not the one shown at that time, so it was graded as a sign.",
            ),
            Self::OffShift => Sentence::fixed(
                "此时此岗的班次里没有这个人。可能是临时替班。",
                "This person is not on the roster of this post at that time. It may be a stand-in.",
            ),
        }
    }
}

/// Above this speed, in metres per second, nobody travels between two posts: 144 km/h.
pub const MAX_SPEED_M_PER_S: f64 = 40.0;

/// Up to this distance, in metres, no speed is worked out: fixes wander that far by themselves.
pub const MIN_TRAVEL_M: f64 = 200.0;

/// From so many equal fixes on, they are flagged.
pub const IDENTICAL_FIXES: usize = 3;

/// From one fix of a person to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movement {
    /// Metres between the two.
    pub distance_m: f64,
    /// The accuracies of the two, added, in metres.
    pub accuracy_sum_m: f64,
    /// The time between the two fixes, in either direction: uploads may come out of order.
    pub apart: TimeDelta,
    /// Whether the time of both check-ins is of quality good or fair.
    pub times_trusted: bool,
}

/// Whether a movement is faster than [`MAX_SPEED_M_PER_S`] over more than [`MIN_TRAVEL_M`], with both accuracies taken
/// off the distance. Times that cannot be trusted accuse nobody.
#[must_use]
pub fn impossible_speed(movement: &Movement) -> bool {
    let travelled_m = movement.distance_m - movement.accuracy_sum_m;
    let reachable_m = movement.apart.abs().as_seconds_f64() * MAX_SPEED_M_PER_S;
    movement.times_trusted && travelled_m > MIN_TRAVEL_M && travelled_m > reachable_m
}

/// A fix as the phone sent it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SentFix {
    /// Longitude, degrees, in the datum sent.
    pub lon: f64,
    /// Latitude, degrees, in the datum sent.
    pub lat: f64,
    /// When the fix was taken, in whole seconds since 1970: the time of the check-in less the fix's age.
    pub taken_at: i64,
}

/// Whether this fix and the person's last ones are the same to the last bit, although they were taken at
/// [`IDENTICAL_FIXES`] different seconds or more. `earlier` goes from the latest back; the first that differs ends the
/// row. One fix sent twice is one fix: it has one time.
#[must_use]
pub fn identical_coordinates(fix: &SentFix, earlier: &[SentFix]) -> bool {
    let same = |other: &&SentFix| same_coordinates((other.lon, other.lat), (fix.lon, fix.lat));
    let mut taken: Vec<_> = earlier.iter().take_while(same).map(|other| other.taken_at).collect();
    taken.push(fix.taken_at);
    taken.sort_unstable();
    taken.dedup();
    taken.len() >= IDENTICAL_FIXES
}

/// Whether two longitudes and latitudes, in degrees, are the same to the last bit.
#[must_use]
pub const fn same_coordinates(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0.to_bits() == b.0.to_bits() && a.1.to_bits() == b.1.to_bits()
}

/// Whether somebody else used the device too. `users` are those whose check-ins came from it in the same window.
#[must_use]
pub fn shared_device(person: PersonId, users: &[PersonId]) -> bool {
    users.iter().any(|user| *user != person)
}

/// Whether a person stands at a post that others were planned for. A post with no roster at that time knows no
/// `off_shift`, and neither does a time outside every window.
#[must_use]
pub fn off_shift(person: PersonId, rostered: &[PersonId]) -> bool {
    !rostered.is_empty() && !rostered.contains(&person)
}

#[cfg(test)]
#[path = "flags_tests.rs"]
mod tests;
