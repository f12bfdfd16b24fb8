//! How many full-time guards a school needs.

/// Pupils up to which the smallest number suffices, exclusive.
const SMALL: u32 = 100;
/// Pupils from which each further 500 ask for one guard more.
const LARGE: u32 = 1000;
const STEP: u32 = 500;

/// The least number of full-time guards at a day school with so many pupils: 1 below 100, 3 from 1,000 on and one more
/// for each further full 500 (FIELD, norms). Between them the norm gives no number of its own and 2 is taken.
#[must_use]
pub const fn guards_required(pupils: u32) -> u32 {
    match pupils {
        0..SMALL => 1,
        SMALL..LARGE => 2,
        _ => 3 + (pupils - LARGE) / STEP,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_follow_the_number_of_pupils() {
        for (pupils, guards) in
            [(0, 1), (99, 1), (100, 2), (999, 2), (1000, 3), (1499, 3), (1500, 4), (2000, 5), (2999, 6), (3000, 7)]
        {
            assert_eq!(guards_required(pupils), guards, "{pupils}");
        }
    }
}
