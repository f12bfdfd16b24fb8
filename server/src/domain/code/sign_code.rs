//! The code in the QR of a printed sign.

use super::key::KeyId;
use super::key_set::KeySet;
use super::{CheckpointNumber, CodeError, SignSerial, base32, tag};

/// The kind (and version) of this layout.
pub(super) const KIND: u8 = 1;
/// Symbols of base32 for the header: 60 bits, exactly.
pub(super) const HEADER_SYMBOLS: u32 = 12;

/// What a sign's code says. Whether the serial is still valid only the store knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SignCode {
    /// The checkpoint that the sign stands at.
    pub checkpoint: CheckpointNumber,
    /// Which of the checkpoint's signs it is.
    pub serial: SignSerial,
    /// The key that signed it: kept with the sign, so that a reprint after a rotation is the same picture.
    pub key: KeyId,
}

impl SignCode {
    /// The code as 28 characters, always the same for the same sign.
    ///
    /// # Errors
    /// [`CodeError::UnknownKey`] or [`CodeError::RetiredKey`] if the sign's key cannot be used any more.
    pub fn encode(&self, keys: &KeySet) -> Result<String, CodeError> {
        let header = self.header();
        let tag = tag::of(keys.usable(self.key)?, &header);
        let mut text = String::new();
        base32::push(&mut text, u64::from_be_bytes(header).into(), HEADER_SYMBOLS);
        base32::push(&mut text, tag, tag::SYMBOLS);
        Ok(text)
    }

    pub(super) fn header(&self) -> [u8; 8] {
        let [c0, c1, c2, c3] = self.checkpoint.0.to_be_bytes();
        let [s0, s1] = self.serial.0.to_be_bytes();
        [KIND, self.key.0, c0, c1, c2, c3, s0, s1]
    }

    /// `None` if the header is of another kind.
    pub(super) fn from_header(header: u128) -> Option<Self> {
        let [KIND, key, c0, c1, c2, c3, s0, s1] = u64::try_from(header).ok()?.to_be_bytes() else { return None };
        Some(Self {
            checkpoint: CheckpointNumber(u32::from_be_bytes([c0, c1, c2, c3])),
            serial: SignSerial(u16::from_be_bytes([s0, s1])),
            key: KeyId(key),
        })
    }
}
