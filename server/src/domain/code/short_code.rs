//! The short code below a printed sign, for typing where the QR cannot be scanned.
//!
//! Eight characters: seven random ones and a check character. The alphabet has 29 characters: the digits, and the
//! letters that nobody takes for a digit or for each other. 29 is prime, which is what lets one weighted sum catch every
//! single wrong character and every swap of two. There are 29⁷ ≈ 17 thousand million codes; the store keeps
//! them unique. A short code is no secret: like the QR above it, it says which post it is and no more.

use std::fmt;

use super::CodeError;

const ALPHABET: &[u8; 29] = b"0123456789ACDEFGHJKMNPQRTVWXY";
const PRIME: u64 = 29;
/// Characters of a short code.
const LENGTH: usize = 8;
/// Random characters of a short code; the last one checks them.
const RANDOM: usize = 7;

/// A short code with a right check character, in its one spelling: eight characters, upper case, no hyphen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ShortCode(String);

impl ShortCode {
    /// The code that a random number stands for; give it 64 random bits and let the store refuse a repeated one.
    #[must_use]
    pub fn from_random(random: u64) -> Self {
        let mut rest = random;
        let mut digits = Vec::with_capacity(LENGTH);
        for _ in 0..RANDOM {
            digits.push(rest % PRIME);
            rest /= PRIME;
        }
        digits.push(check_digit(&digits));
        Self(digits.into_iter().map(character).collect())
    }

    /// Reads what a person typed: any case, spaces and hyphens anywhere, full-width characters as Chinese keyboards
    /// give them, and look-alikes taken for what they were meant to be.
    ///
    /// # Errors
    /// [`CodeError::MistypedShortCode`] if the length, a character or the check is wrong.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let meant = typed.chars().filter(|c| !is_separator(*c)).map(digit);
        let digits: Vec<u64> = meant.collect::<Option<_>>().ok_or(CodeError::MistypedShortCode)?;
        if digits.len() != LENGTH || weighted_sum(&digits) != 0 {
            return Err(CodeError::MistypedShortCode);
        }
        Ok(Self(digits.into_iter().map(character).collect()))
    }

    /// The eight characters, as the store keeps them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As it is printed: two groups of four.
impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = self.0.split_at_checked(LENGTH / 2).unwrap_or((&self.0, ""));
        write!(f, "{left}-{right}")
    }
}

/// Σ weight × digit mod 29 with the weights 8, 7, … 1; it is 0 for a right code. Weights that differ and are not 0 modulo a
/// prime make the sum change with any one digit, and with any swap of two unequal ones.
fn weighted_sum(digits: &[u64]) -> u64 {
    (1..=8).rev().zip(digits).map(|(weight, digit): (u64, _)| weight * digit).sum::<u64>() % PRIME
}

/// The last digit, whose weight is 1, makes the sum 0.
fn check_digit(first: &[u64]) -> u64 {
    (PRIME - weighted_sum(first)) % PRIME
}

fn character(digit: u64) -> char {
    usize::try_from(digit).ok().and_then(|at| ALPHABET.get(at)).copied().map_or('0', char::from)
}

fn digit(typed: char) -> Option<u64> {
    let meant = match half_width(typed).to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        'U' => 'V',
        other => other,
    };
    let at = ALPHABET.iter().position(|symbol| char::from(*symbol) == meant)?;
    u64::try_from(at).ok()
}

/// U+FF01–U+FF5E are ASCII's `!` to `~`, 0xFEE0 further on.
fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '.' | '·' | '‐' | '‑' | '–' | '—' | '\u{FF0D}')
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The characters of a code with the one at `at` replaced.
    fn with(code: &ShortCode, at: usize, c: char) -> String {
        code.as_str().chars().enumerate().map(|(i, old)| if i == at { c } else { old }).collect()
    }

    #[test]
    fn prints_in_two_groups() {
        assert_eq!(ShortCode::from_random(0).to_string(), "0000-0000");
        assert_eq!(ShortCode::from_random(1).to_string(), "1000-000P");
    }

    #[test]
    fn reads_what_people_type() {
        let code = ShortCode::parse("1000-000P").unwrap();
        for typed in [" 1000 000p ", "L0oO—000P", "1000000P", "I·000·000·P", "１０００－０００Ｐ"] {
            assert_eq!(ShortCode::parse(typed).as_ref(), Ok(&code), "{typed}");
        }
    }

    #[test]
    fn refuses_other_texts() {
        for typed in ["", "1000-000", "1000-000PM", "1000-000M", "护学岗", "1000*000P"] {
            assert_eq!(ShortCode::parse(typed), Err(CodeError::MistypedShortCode), "{typed}");
        }
    }

    #[test]
    fn look_alikes_are_not_in_the_alphabet() {
        for c in "ILOZSBU".chars() {
            assert!(!ALPHABET.iter().any(|symbol| char::from(*symbol) == c), "{c}");
        }
    }

    proptest! {
        #[test]
        fn reads_back(random: u64) {
            let code = ShortCode::from_random(random);
            prop_assert_eq!(ShortCode::parse(code.as_str()), Ok(code.clone()));
            prop_assert_eq!(ShortCode::parse(&code.to_string().to_lowercase()), Ok(code));
        }

        #[test]
        fn one_wrong_character_is_noticed(random: u64, at in 0..LENGTH, symbol in 0..29_usize) {
            let code = ShortCode::from_random(random);
            let typed = with(&code, at, char::from(ALPHABET[symbol]));
            prop_assert_eq!(ShortCode::parse(&typed).is_ok(), typed == code.as_str());
        }

        #[test]
        fn two_swapped_characters_are_noticed(random: u64, one in 0..LENGTH, other in 0..LENGTH) {
            let code = ShortCode::from_random(random);
            let mut swapped: Vec<char> = code.as_str().chars().collect();
            swapped.swap(one, other);
            let typed: String = swapped.into_iter().collect();
            prop_assert_eq!(ShortCode::parse(&typed).is_ok(), typed == code.as_str());
        }
    }
}
