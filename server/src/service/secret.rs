//! Random secrets that people carry, and what is kept of them.

use data_encoding::BASE64URL_NOPAD;
use rand::Rng as _;
use sha2::{Digest as _, Sha256};

/// 32 random bytes as text, for a link or a device.
pub(super) fn random_token() -> String {
    let mut bytes = [0_u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    BASE64URL_NOPAD.encode(&bytes)
}

/// What is kept of a random token. It has 256 random bits, so that a plain hash cannot be guessed from.
pub(super) fn hash_of(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
