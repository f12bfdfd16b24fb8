//! The token of an invite: its id and a signature, so that nothing secret need be kept.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use uuid::Uuid;

use super::id::InviteId;

/// Bytes of the id and of the signature: 128 + 112 bits make 48 symbols of base32.
const ID: usize = 16;
const TAG: usize = 14;

/// The token of an invite, signed with a key.
#[must_use]
pub fn token(key: &[u8; 32], id: InviteId) -> String {
    let tag = mac(key, id).finalize().into_bytes();
    let bytes: Vec<u8> = id.0.as_bytes().iter().chain(tag.iter().take(TAG)).copied().collect();
    BASE32_NOPAD.encode(&bytes)
}

/// The invite that a token names, if one of the keys signed it. Case does not matter.
#[must_use]
pub fn read(keys: &[[u8; 32]], token: &str) -> Option<InviteId> {
    let bytes = BASE32_NOPAD.decode(token.trim().to_ascii_uppercase().as_bytes()).ok()?;
    let (id, tag) = bytes.split_at_checked(ID)?;
    let id = InviteId(Uuid::from_slice(id).ok()?);
    let signed = tag.len() == TAG && keys.iter().any(|key| mac(key, id).verify_truncated_left(tag).is_ok());
    signed.then_some(id)
}

fn mac(key: &[u8; 32], id: InviteId) -> Hmac<Sha256> {
    // HMAC fills a shorter key up to the hash's block with zeros (RFC 2104); giving it a whole block cannot fail.
    let mut block = [0; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    Hmac::<Sha256>::new(&block.into()).chain_update(b"huxue invite\0").chain_update(id.0.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_signed_is_read() {
        let (old, new) = ([1; 32], [2; 32]);
        let id = InviteId::fresh();
        let text = token(&old, id);
        assert_eq!((text.len(), read(&[old, new], &text)), (48, Some(id)));
        assert_eq!(read(&[new, old], &text.to_lowercase()), Some(id));
        assert_eq!(read(&[new], &text), None);
        let other = token(&old, InviteId::fresh());
        let mixed: String = text.chars().take(25).chain(other.chars().skip(25)).collect();
        for forged in ["", "A", &mixed, &text.replace(|_: char| true, "A"), &text.chars().take(26).collect::<String>()]
        {
            assert_eq!(read(&[old, new], forged), None, "{forged}");
        }
    }
}
