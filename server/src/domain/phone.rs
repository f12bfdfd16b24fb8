//! Phone numbers: read as people type them, kept in one form, and never shown whole by accident.

use std::fmt;
use std::str::FromStr;

/// A phone number in one form: eleven digits for a Chinese mobile number, else a plus sign and the digits of E.164.
///
/// `Debug` masks it and there is no `Display`, so that it reaches no log; [`Phone::as_str`] is for the database, the text
/// message gateway, and those who may see it.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

/// Why a text is no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "it is no phone number: eleven digits, or a plus sign with country code and number / 不是手机号：请填 11 位号码，境外号码以 + 和国家代码开头"
)]
pub struct NotAPhone;

impl Phone {
    /// The number itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number with its middle hidden: `138****0000`.
    #[must_use]
    pub fn masked(&self) -> String {
        masked(&self.0)
    }
}

/// A number of the database with its middle hidden.
#[must_use]
pub fn masked(number: &str) -> String {
    let length = number.chars().count();
    let end = if length >= 11 { 4 } else { 2 };
    let start: String = number.chars().take(3).collect();
    let rest: String = number.chars().skip(length.saturating_sub(end).max(3)).collect();
    format!("{start}****{rest}")
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

impl FromStr for Phone {
    type Err = NotAPhone;

    fn from_str(text: &str) -> Result<Self, NotAPhone> {
        let typed: String = text.chars().filter_map(plain).collect::<Option<_>>().ok_or(NotAPhone)?;
        let digits = typed.strip_prefix("+").or_else(|| typed.strip_prefix("00"));
        let chinese = digits.map_or(Some(typed.as_str()), |digits| digits.strip_prefix("86"));
        let chinese = chinese.map(|number| number.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(number));
        match (chinese, digits) {
            (Some(number), _) if is_mobile(number) => Ok(Self(number.to_owned())),
            (None, Some(digits)) if is_international(digits) => Ok(Self(format!("+{digits}"))),
            _ => Err(NotAPhone),
        }
    }
}

/// A character of a number in its plain form: nothing for what people put between digits, `Some(None)` for a foreign one.
fn plain(c: char) -> Option<Option<char>> {
    match c {
        '0'..='9' | '+' => Some(Some(c)),
        '０'..='９' => Some(char::from_digit(u32::from(c).wrapping_sub(u32::from('０')), 10)),
        '＋' => Some(Some('+')),
        ' ' | '\u{a0}' | '\u{3000}' | '-' | '－' | '–' | '(' | ')' | '（' | '）' | '\t' => None,
        _ => Some(None),
    }
}

/// Mobile numbers of mainland China begin with 13 to 19.
fn is_mobile(number: &str) -> bool {
    let bytes = number.as_bytes();
    let start = matches!(bytes, [b'1', b'3'..=b'9', ..]);
    start && bytes.len() == 11 && bytes.iter().all(u8::is_ascii_digit)
}

/// E.164: at most 15 digits, the country code first, which never begins with 0.
fn is_international(digits: &str) -> bool {
    (7..=15).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_people_type_them() {
        for typed in [
            "13800000000",
            " 138 0000 0000 ",
            "138-0000-0000",
            "+8613800000000",
            "+86 138 0000 0000",
            "0086 13800000000",
            "8613800000000",
            "１３８００００００００",
            "＋８６（138）00000000",
        ] {
            assert_eq!(typed.parse::<Phone>().unwrap().as_str(), "13800000000", "{typed}");
        }
        assert_eq!("+852 6123 4567".parse::<Phone>().unwrap().as_str(), "+85261234567");
        assert_eq!("00853-66123456".parse::<Phone>().unwrap().as_str(), "+85366123456");
    }

    #[test]
    fn what_is_none() {
        for typed in ["", "138", "12800000000", "138000000001", "1380000000a", "+8612800000000", "+0123456789", "护学"]
        {
            assert_eq!(typed.parse::<Phone>(), Err(NotAPhone), "{typed}");
        }
    }

    #[test]
    fn the_middle_is_hidden() {
        let phone: Phone = "13812345678".parse().unwrap();
        assert_eq!(phone.masked(), "138****5678");
        assert_eq!(format!("{phone:?}"), "Phone(138****5678)");
        assert_eq!(masked("+8526123"), "+85****23");
        assert_eq!(masked("12"), "12****");
    }
}
