//! The signature of a code: 80 bits of HMAC-SHA-256 (DESIGN section 5).

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::CodeError;
use super::key::SecretKey;

/// Bytes of the tag that a code carries.
const LENGTH: usize = 10;
/// Symbols of base32 for the tag: 80 bits, exactly.
pub(super) const SYMBOLS: u32 = 16;

/// The tag of a header, as a number of 80 bits.
pub(super) fn of(secret: &SecretKey, header: &[u8]) -> u128 {
    let whole = mac(secret, header).finalize().into_bytes();
    whole.iter().take(LENGTH).fold(0, |value, byte| (value << 8) | u128::from(*byte))
}

/// Compares in constant time, so that answers do not tell how much of a guess was right.
pub(super) fn check(secret: &SecretKey, header: &[u8], tag: u128) -> Result<(), CodeError> {
    let [_, _, _, _, _, _, tag @ ..] = tag.to_be_bytes();
    mac(secret, header).verify_truncated_left(&tag).map_err(|_| CodeError::BadSignature)
}

/// The label keeps a tag of a code from ever being the tag of anything else that a key may sign.
fn mac(secret: &SecretKey, header: &[u8]) -> Hmac<Sha256> {
    // HMAC fills a shorter key up to the hash's block with zeros (RFC 2104); giving it a whole block cannot fail.
    let mut block = [0; 64];
    for (to, from) in block.iter_mut().zip(secret.expose()) {
        *to = *from;
    }
    Hmac::<Sha256>::new(&block.into()).chain_update(b"huxue code\0").chain_update(header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_left_of_the_whole_hmac() {
        // printf 'huxue code\0abc' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 (32 bytes)
        assert_eq!(of(&SecretKey::new([7; 32]), b"abc"), 0x14cf_6179_c3d3_a767_c5d7);
    }

    #[test]
    fn any_changed_bit_is_noticed() {
        let secret = SecretKey::new([7; 32]);
        let tag = of(&secret, b"abc");
        assert_eq!(check(&secret, b"abc", tag), Ok(()));
        for bit in 0..80 {
            assert_eq!(check(&secret, b"abc", tag ^ (1 << bit)), Err(CodeError::BadSignature));
        }
        assert_eq!(check(&secret, b"abd", tag), Err(CodeError::BadSignature));
        assert_eq!(check(&SecretKey::new([8; 32]), b"abc", tag), Err(CodeError::BadSignature));
    }
}
