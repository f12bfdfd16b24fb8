//! What a password must be. Length is what counts (NIST SP 800-63B, section 5.1.1.2): no rules about kinds of characters.

use std::fmt;

use super::phone::Phone;

/// Characters of the shortest and of the longest password.
const LENGTH: std::ops::RangeInclusive<usize> = 8..=128;

/// The passwords that are tried first, of at least eight characters; compared without case.
const WORST: [&str; 28] = [
    "12345678",
    "123456789",
    "1234567890",
    "87654321",
    "11111111",
    "00000000",
    "88888888",
    "66666666",
    "99999999",
    "12341234",
    "11223344",
    "123123123",
    "147258369",
    "password",
    "password1",
    "passw0rd",
    "qwertyui",
    "qwerty123",
    "1qaz2wsx",
    "1q2w3e4r",
    "a1234567",
    "a12345678",
    "a123456789",
    "abc12345",
    "abcd1234",
    "woaini1314",
    "5201314520",
    "huxuegang",
];

/// A password that may be set. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a text may not be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Under 8 or over 128 characters.
    #[error("it must have 8 to 128 characters / 长度须为 8 至 128 个字符")]
    Length,
    /// It is the phone number.
    #[error("it must not be the phone number / 不能使用手机号")]
    PhoneNumber,
    /// It is one of those that are tried first.
    #[error("it is one that is tried first; choose another / 太常见，请换一个")]
    TooCommon,
}

impl Password {
    /// Takes a password for a person with that phone number.
    ///
    /// # Errors
    /// Why it may not be one.
    pub fn new(text: &str, phone: Option<&Phone>) -> Result<Self, PasswordError> {
        if !LENGTH.contains(&text.chars().count()) {
            return Err(PasswordError::Length);
        }
        let own = |phone: &Phone| text.trim() == phone.as_str() || text.parse::<Phone>().as_ref() == Ok(phone);
        if phone.is_some_and(own) {
            return Err(PasswordError::PhoneNumber);
        }
        if WORST.contains(&text.to_lowercase().as_str()) {
            return Err(PasswordError::TooCommon);
        }
        Ok(Self(text.to_owned()))
    }

    /// The password, for hashing.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_one() {
        let phone: Phone = "13800000000".parse().unwrap();
        let check = |text: &str| Password::new(text, Some(&phone)).map(|_| ());
        assert_eq!(check("correct horse"), Ok(()));
        assert_eq!(check("八个汉字也是可以"), Ok(()));
        assert_eq!(check(&"x".repeat(128)), Ok(()));
        assert_eq!(check(&"x".repeat(129)), Err(PasswordError::Length));
        assert_eq!(check("seven77"), Err(PasswordError::Length));
        for own in ["13800000000", "138 0000 0000", "+8613800000000"] {
            assert_eq!(check(own), Err(PasswordError::PhoneNumber), "{own}");
        }
        assert_eq!(check("PassWord"), Err(PasswordError::TooCommon));
        assert!(WORST.iter().all(|word| word.chars().count() >= 8 && *word == word.to_lowercase()));
    }

    #[test]
    fn debug_keeps_the_secret() {
        assert_eq!(format!("{:?}", Password::new("correct horse", None)), "Ok(Password(redacted))");
    }
}
