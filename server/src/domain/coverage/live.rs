//! Whether a post is short now (DESIGN section 7, "Live and final").

use super::compute::Gap;
use super::input::Second;

/// A gap that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LiveGap {
    /// Since when slots have been unfilled without a break, even if their number changed.
    pub since: Second,
    /// How many are unfilled now.
    pub missing: u32,
}

/// The gap that is open at `now`, once it has been open for `grace_seconds`. Zero means at once.
/// `gaps` are those of one duty, in order.
#[must_use]
pub fn live_gap(gaps: &[Gap], now: Second, grace_seconds: i64) -> Option<LiveGap> {
    let open = gaps.iter().position(|gap| gap.from <= now && now < gap.to)?;
    let (until_now, _) = gaps.split_at_checked(open + 1)?;
    let (last, before) = until_now.split_last()?;
    let since = before.iter().rev().fold(last.from, |since, gap| if gap.to == since { gap.from } else { since });
    (now - since >= grace_seconds).then_some(LiveGap { since, missing: last.missing })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GAPS: [Gap; 4] = [
        Gap { from: 0, to: 10, missing: 1 },
        Gap { from: 20, to: 30, missing: 2 },
        Gap { from: 30, to: 40, missing: 1 },
        Gap { from: 50, to: 60, missing: 1 },
    ];

    #[test]
    fn a_gap_is_live_from_its_grace_to_its_end() {
        for (now, grace, expected) in [
            (0, 0, Some((0, 1))),
            (4, 5, None),
            (5, 5, Some((0, 1))),
            (10, 0, None),
            (29, 0, Some((20, 2))),
            (30, 10, Some((20, 1))),
            (45, 0, None),
            (55, 0, Some((50, 1))),
            (60, 0, None),
        ] {
            let expected = expected.map(|(since, missing)| LiveGap { since, missing });
            assert_eq!(live_gap(&GAPS, now, grace), expected, "at {now} after {grace}");
        }
    }
}
