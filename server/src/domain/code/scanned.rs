//! What a phone scanned: a sign's or a screen's code, before and after its signature was checked.

use super::key_set::KeySet;
use super::link::code_in;
use super::screen_code::{self, ScreenCode};
use super::sign_code::{self, SignCode};
use super::{CheckpointNumber, CodeError, base32, tag};

/// A code whose signature holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// From a printed sign.
    Sign(SignCode),
    /// From a screen.
    Screen(ScreenCode),
}

impl Code {
    /// The checkpoint that the code belongs to.
    #[must_use]
    pub const fn checkpoint(&self) -> CheckpointNumber {
        match self {
            Self::Sign(code) => code.checkpoint,
            Self::Screen(code) => code.checkpoint,
        }
    }
}

/// A well-formed code whose signature was not checked yet. What it claims cannot be read before.
#[derive(Debug, Clone, Copy)]
pub struct Unverified {
    claim: Code,
    tag: u128,
}

impl Unverified {
    /// Reads a bare code or a link with one, without case, with white space around it.
    ///
    /// # Errors
    /// [`CodeError::NotACode`] if it has the wrong length or foreign characters, [`CodeError::UnknownVersion`] if its
    /// layout is not known.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let code = code_in(text);
        let (header, tag) = split(code).ok_or(CodeError::NotACode)?;
        let (number, tag) = base32::read(header).zip(base32::read(tag)).ok_or(CodeError::NotACode)?;
        let claim = match u32::try_from(header.len()) {
            Ok(sign_code::HEADER_SYMBOLS) => SignCode::from_header(number).map(Code::Sign),
            Ok(screen_code::HEADER_SYMBOLS) => ScreenCode::from_header(number).map(Code::Screen),
            _ => return Err(CodeError::NotACode),
        };
        claim.map(|claim| Self { claim, tag }).ok_or(CodeError::UnknownVersion)
    }

    /// Checks the signature, in constant time.
    ///
    /// # Errors
    /// [`CodeError::UnknownKey`], [`CodeError::RetiredKey`] or [`CodeError::BadSignature`].
    pub fn verify(&self, keys: &KeySet) -> Result<Code, CodeError> {
        match &self.claim {
            Code::Sign(code) => tag::check(keys.usable(code.key)?, &code.header(), self.tag)?,
            Code::Screen(code) => tag::check(keys.usable(code.key)?, &code.header(), self.tag)?,
        }
        Ok(self.claim)
    }
}

/// Splits the tag off, which is at the end in every layout.
fn split(code: &str) -> Option<(&str, &str)> {
    let tag_length = usize::try_from(tag::SYMBOLS).ok()?;
    code.split_at_checked(code.len().checked_sub(tag_length)?)
}
