//! The keys that sign, by purpose. They are made at the first start and live in the database.

use rand::Rng as _;

use crate::domain::moment::Moment;
use crate::domain::text_enum::text_enum;
use crate::problem::{Problem, Result};
use crate::store::Tx;
use crate::store::keys::{self, SigningKey};

text_enum! {
    /// What a key signs. Each purpose has keys of its own, so that one kind of token never passes for another.
    pub enum Purpose {
        /// The codes of printed signs and of screens.
        Code = "code",
        /// Access tokens.
        Token = "token",
        /// Receipts.
        Receipt = "receipt",
        /// Invites.
        Invite = "invite",
    }
}

/// All keys.
#[derive(Clone)]
pub struct KeyRing(Vec<SigningKey>);

impl KeyRing {
    /// Reads the keys, making one for each purpose that has none.
    ///
    /// # Errors
    /// Those of the database.
    pub fn load_or_make(tx: &mut Tx, now: Moment) -> Result<Self> {
        let mut ring = Self(keys::list(tx)?);
        for purpose in Purpose::ALL {
            if ring.newest(*purpose).is_err() {
                ring.add(tx, *purpose, now)?;
            }
        }
        Ok(ring)
    }

    /// Makes a new key for a purpose; from now on it signs, and the older ones still verify.
    ///
    /// # Errors
    /// Those of the database.
    pub fn add(&mut self, tx: &mut Tx, purpose: Purpose, now: Moment) -> Result<i32> {
        let mut secret = [0_u8; 32];
        rand::rng().fill_bytes(&mut secret);
        let id = self.0.iter().map(|key| key.id).max().unwrap_or(0) + 1;
        let key =
            SigningKey { id, purpose: purpose.to_string(), secret: secret.to_vec(), created_at: now, retired_at: None };
        keys::insert(tx, &key)?;
        self.0.push(key);
        Ok(id)
    }

    /// The key that signs for a purpose now.
    ///
    /// # Errors
    /// A defect if there is none: each purpose gets one at the first start.
    pub fn newest(&self, purpose: Purpose) -> Result<&SigningKey> {
        self.of(purpose).last().ok_or_else(|| Problem::internal(format!("no key for {purpose}")))
    }

    /// The keys of a purpose that are in use, oldest first.
    pub fn of(&self, purpose: Purpose) -> impl DoubleEndedIterator<Item = &SigningKey> {
        self.0.iter().filter(move |key| key.purpose == purpose.as_str() && key.retired_at.is_none())
    }
}
