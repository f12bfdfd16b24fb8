//! Names of people, schools and posts: what a person typed, made safe to show.

use std::str::FromStr;

/// The longest name, characters.
const LONGEST: usize = 100;

/// A name: 1 to 100 characters after trimming, none of them a control character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(String);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing but space.
    #[error("it is empty / 不能为空")]
    Empty,
    /// Over 100 characters.
    #[error("it has more than {LONGEST} characters / 不能超过 {LONGEST} 个字")]
    TooLong,
    /// A line break or another control character.
    #[error("it has a control character / 含有控制字符")]
    ControlCharacter,
}

impl FromStr for Name {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        match text {
            "" => Err(NameError::Empty),
            _ if text.chars().count() > LONGEST => Err(NameError::TooLong),
            _ if text.chars().any(char::is_control) => Err(NameError::ControlCharacter),
            _ => Ok(Self(text.to_owned())),
        }
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(" 东门 ".parse::<Name>().map(String::from), Ok("东门".to_owned()));
        assert_eq!("  ".parse::<Name>(), Err(NameError::Empty));
        assert_eq!("校\n门".parse::<Name>(), Err(NameError::ControlCharacter));
        assert!("校".repeat(100).parse::<Name>().is_ok());
        assert_eq!("校".repeat(101).parse::<Name>(), Err(NameError::TooLong));
    }
}
