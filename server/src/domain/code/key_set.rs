//! All keys of an installation. Rotation adds a key and makes it the signing one; the older ones go on verifying, so
//! that no printed sign becomes invalid. Only a key that leaked is retired, and its signs must then be replaced.

use std::collections::BTreeMap;

use super::CodeError;
use super::key::{KeyId, SecretKey};
use crate::domain::text_enum::text_enum;

text_enum! {
    /// What a key may still be used for.
    pub enum KeyState {
        /// Signs new codes and verifies. Exactly one key is in this state.
        Signing = "signing",
        /// Verifies codes that were signed before a rotation, and signs reprints of them.
        Verifying = "verifying",
        /// Withdrawn: its codes are refused.
        Retired = "retired",
    }
}

/// One key with its number and state.
#[derive(Debug, Clone)]
pub struct CodeKey {
    /// The number that codes carry.
    pub id: KeyId,
    /// The secret.
    pub secret: SecretKey,
    /// What it may be used for.
    pub state: KeyState,
}

/// Why a list of keys is not a [`KeySet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeySetError {
    /// Two keys have the same number.
    #[error("two code keys have the number {0}; restore the keys from a backup")]
    RepeatedId(KeyId),
    /// Not exactly one key signs.
    #[error("{0} code keys are in the state 'signing', and exactly one must be; restore the keys from a backup")]
    NotOneSigning(usize),
}

/// The keys of an installation, found by their number.
#[derive(Debug, Clone)]
pub struct KeySet {
    signing: KeyId,
    keys: BTreeMap<KeyId, CodeKey>,
}

impl KeySet {
    /// Takes all keys of an installation.
    ///
    /// # Errors
    /// If a number occurs twice, or if not exactly one key is in the state [`KeyState::Signing`].
    pub fn new(list: impl IntoIterator<Item = CodeKey>) -> Result<Self, KeySetError> {
        let mut keys = BTreeMap::new();
        for key in list {
            let id = key.id;
            if keys.insert(id, key).is_some() {
                return Err(KeySetError::RepeatedId(id));
            }
        }
        let signing: Vec<KeyId> =
            keys.values().filter(|key| key.state == KeyState::Signing).map(|key| key.id).collect();
        match *signing {
            [signing] => Ok(Self { signing, keys }),
            _ => Err(KeySetError::NotOneSigning(signing.len())),
        }
    }

    /// The key that new signs and screens are to name.
    #[must_use]
    pub const fn signing_id(&self) -> KeyId {
        self.signing
    }

    /// The secret with that number, unless it was retired.
    pub(super) fn usable(&self, id: KeyId) -> Result<&SecretKey, CodeError> {
        let key = self.keys.get(&id).ok_or(CodeError::UnknownKey)?;
        if key.state == KeyState::Retired { Err(CodeError::RetiredKey) } else { Ok(&key.secret) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: u8, state: KeyState) -> CodeKey {
        CodeKey { id: KeyId(id), secret: SecretKey::new([id; 32]), state }
    }

    #[test]
    fn exactly_one_key_signs() {
        let none = KeySet::new([key(1, KeyState::Verifying)]);
        let one = KeySet::new([key(1, KeyState::Retired), key(3, KeyState::Signing)]);
        assert_eq!(one.unwrap().signing_id(), KeyId(3));
        let two = KeySet::new([key(1, KeyState::Signing), key(2, KeyState::Signing)]);
        assert_eq!(none.unwrap_err(), KeySetError::NotOneSigning(0));
        assert_eq!(two.unwrap_err(), KeySetError::NotOneSigning(2));
    }

    #[test]
    fn numbers_do_not_repeat() {
        let twice = KeySet::new([key(1, KeyState::Signing), key(1, KeyState::Retired)]);
        assert_eq!(twice.unwrap_err(), KeySetError::RepeatedId(KeyId(1)));
    }
}
