//! How long an account stays locked after wrong passwords.

/// When to lock, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockoutRule {
    /// How many failures in a row lock the account; 0 never locks.
    pub failures: u32,
    /// How long the first lock holds, seconds.
    pub first_seconds: u32,
    /// How long a lock holds at most, seconds.
    pub longest_seconds: u32,
}

impl LockoutRule {
    /// How long the account is locked after this many failures in a row, seconds: nothing below the limit, then the first
    /// lock, and twice as long after each further failure.
    #[must_use]
    pub fn seconds_after(self, failures: u32) -> u32 {
        if self.failures == 0 || failures < self.failures {
            return 0;
        }
        let doublings = failures - self.failures;
        let factor = 1_u32.checked_shl(doublings).unwrap_or(u32::MAX);
        self.first_seconds.saturating_mul(factor).min(self.longest_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locks_grow_twofold_up_to_the_longest() {
        let rule = LockoutRule { failures: 5, first_seconds: 60, longest_seconds: 3600 };
        for (failures, seconds) in
            [(0, 0), (4, 0), (5, 60), (6, 120), (7, 240), (10, 1920), (11, 3600), (40, 3600), (u32::MAX, 3600)]
        {
            assert_eq!(rule.seconds_after(failures), seconds, "{failures}");
        }
    }

    #[test]
    fn zero_means_zero() {
        let never = LockoutRule { failures: 0, first_seconds: 60, longest_seconds: 3600 };
        let no_time = LockoutRule { failures: 1, first_seconds: 0, longest_seconds: 3600 };
        assert_eq!((never.seconds_after(9), no_time.seconds_after(9)), (0, 0));
    }
}
