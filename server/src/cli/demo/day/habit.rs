//! What people do in a window, and how often.

use rand::RngExt as _;
use rand::rngs::StdRng;

use super::act::PhoneClock;

/// What somebody does in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Habit {
    /// Comes in time, says "still here", leaves afterwards.
    Steady,
    /// Comes in time and forgets to say "still here": the proof runs out.
    Forgetful,
    /// Comes so many minutes after the start.
    Late(u16),
    /// Leaves so many minutes before the end.
    LeavesEarly(u16),
    /// Does not come; nobody else does.
    Absent,
    /// Does not come; a colleague steps in so many minutes after the start.
    Replaced(u16),
    /// Has no location; somebody on duty co-signs or not.
    NoLocation { co_signed: bool },
    /// The phone knows only roughly where it is.
    Vague,
    /// Stands indoors: the phone knows hardly more than the town.
    Coarse,
    /// Has no network; uploads so many minutes later.
    Offline(u16, PhoneClock),
    /// Scans a forwarded photo of the sign kilometres away, and the sign itself minutes later.
    PhotoFirst,
    /// Scans a forwarded photo of the sign kilometres away, and does not come.
    PhotoOnly,
    /// Scans a photo of the screen.
    KeptScreen,
    /// Lends the phone: checks in with a colleague's.
    Borrows,
    /// Has an external receiver, which the phone takes for a mock location.
    Mocked,
    /// Scans the sign that was replaced, and then the new one.
    OldSign,
    /// The phone is flat: asks for a correction in the evening.
    FlatPhone,
    /// Checked in by mistake: the safety officer voids it.
    Voided,
}

/// Each habit and how many times in a thousand it is met; the rest is steady.
const CHANCES: &[(Habit, u32)] = &[
    (Habit::Forgetful, 12),
    (Habit::Late(4), 14),
    (Habit::Late(11), 10),
    (Habit::LeavesEarly(9), 12),
    (Habit::Absent, 8),
    (Habit::Replaced(10), 9),
    (Habit::NoLocation { co_signed: true }, 16),
    (Habit::NoLocation { co_signed: false }, 6),
    (Habit::Vague, 40),
    (Habit::Coarse, 5),
    (Habit::Offline(35, PhoneClock::Whole), 16),
    (Habit::Offline(90, PhoneClock::Restarted), 8),
    (Habit::Offline(120, PhoneClock::SetBack), 3),
    (Habit::PhotoFirst, 5),
    (Habit::PhotoOnly, 3),
    (Habit::KeptScreen, 4),
    (Habit::Borrows, 5),
    (Habit::Mocked, 4),
    (Habit::OldSign, 4),
    (Habit::FlatPhone, 4),
    (Habit::Voided, 1),
];

/// Draws what somebody does.
pub(super) fn draw(random: &mut StdRng) -> Habit {
    let mut drawn = random.random_range(0..1000_u32);
    for (habit, chance) in CHANCES {
        if drawn < *chance {
            return *habit;
        }
        drawn -= chance;
    }
    Habit::Steady
}
