//! The keys that sign, by purpose. They are made at the first start and live in the database.

use std::sync::Arc;

use rand::Rng as _;

use crate::domain::code::key::{KeyId, SecretKey};
use crate::domain::code::key_set::{CodeKey, KeySet, KeyState};
use crate::domain::moment::Moment;
use crate::domain::text_enum::text_enum;
use crate::problem::{Problem, Result};
use crate::store::keys::{self, SigningKey};
use crate::store::{Read, Tx, generation};

use super::shared::Shared;

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

/// The numbers of code keys fit in one byte of each code; the other purposes count from above.
const LAST_CODE_KEY: i32 = 255;

/// All keys, as they were read.
#[derive(Clone)]
pub struct KeyRing(Vec<SigningKey>);

impl KeyRing {
    /// Reads the keys, making one for each purpose that has none.
    ///
    /// # Errors
    /// Those of the database.
    pub fn load_or_make(tx: &mut Tx, now: Moment) -> Result<Self> {
        let mut ring = Self::load(tx)?;
        for purpose in Purpose::ALL {
            if ring.newest(*purpose).is_err() {
                ring.add(tx, *purpose, now)?;
            }
        }
        Ok(ring)
    }

    /// Reads the keys.
    ///
    /// # Errors
    /// Those of the database.
    pub fn load(read: &mut impl Read) -> Result<Self> {
        Ok(Self(keys::list(read)?))
    }

    /// Makes a new key for a purpose; from now on it signs, and the older ones still verify.
    ///
    /// # Errors
    /// Those of the database; a defect after 255 code keys.
    pub fn add(&mut self, tx: &mut Tx, purpose: Purpose, now: Moment) -> Result<i32> {
        let mut secret = [0_u8; 32];
        rand::rng().fill_bytes(&mut secret);
        let id = self.next_id(purpose)?;
        let key =
            SigningKey { id, purpose: purpose.to_string(), secret: secret.to_vec(), created_at: now, retired_at: None };
        keys::insert(tx, &key)?;
        self.0.push(key);
        Ok(id)
    }

    fn next_id(&self, purpose: Purpose) -> Result<i32> {
        let is_code = purpose == Purpose::Code;
        let taken = self.0.iter().map(|key| key.id).filter(|id| (*id <= LAST_CODE_KEY) == is_code).max();
        match taken {
            None if is_code => Ok(1),
            None => Ok(LAST_CODE_KEY + 1),
            Some(LAST_CODE_KEY) => Err(Problem::internal("every number for a code key is taken")),
            Some(id) => Ok(id + 1),
        }
    }

    /// The key that signs for a purpose now.
    ///
    /// # Errors
    /// A defect if there is none: each purpose gets one at the first start.
    pub fn newest(&self, purpose: Purpose) -> Result<&SigningKey> {
        self.of(purpose).next_back().ok_or_else(|| Problem::internal(format!("no key for {purpose}")))
    }

    /// The keys of a purpose that are in use, oldest first.
    pub fn of(&self, purpose: Purpose) -> impl DoubleEndedIterator<Item = &SigningKey> {
        self.all().filter(move |key| key.purpose == purpose.as_str() && key.retired_at.is_none())
    }

    /// Every key, retired ones too.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &SigningKey> {
        self.0.iter()
    }

    /// The code keys in the form that codes are signed and checked with.
    ///
    /// # Errors
    /// A defect if the table of keys was damaged.
    pub fn code_keys(&self) -> Result<KeySet> {
        let signing = self.newest(Purpose::Code)?.id;
        let codes = self.all().filter(|key| key.purpose == Purpose::Code.as_str());
        let codes = codes.map(|key| code_key(key, signing)).collect::<Result<Vec<_>>>()?;
        KeySet::new(codes).map_err(Problem::internal)
    }
}

fn code_key(key: &SigningKey, signing: i32) -> Result<CodeKey> {
    let state = match key.retired_at {
        Some(_) => KeyState::Retired,
        None if key.id == signing => KeyState::Signing,
        None => KeyState::Verifying,
    };
    let secret = <[u8; 32]>::try_from(key.secret.as_slice()).map_err(|_| Problem::internal("a key is not 32 bytes"))?;
    let id = KeyId::try_from(key.id).map_err(Problem::internal)?;
    Ok(CodeKey { id, secret: SecretKey::new(secret), state })
}

/// The keys in memory. They follow the database, so that a rotation by another process applies at the next request.
pub struct Keys(Shared<Known>);

struct Known {
    generation: i64,
    ring: Arc<KeyRing>,
    codes: Arc<KeySet>,
}

impl Keys {
    /// Starts with the keys of a generation.
    ///
    /// # Errors
    /// A defect if the table of keys was damaged.
    pub fn new(generation: i64, ring: KeyRing) -> Result<Self> {
        Ok(Self(Shared::new(Known::of(generation, ring)?)))
    }

    /// The keys as last read.
    #[must_use]
    pub fn ring(&self) -> Arc<KeyRing> {
        Arc::clone(&self.0.get().ring)
    }

    /// The code keys as last read.
    #[must_use]
    pub fn codes(&self) -> Arc<KeySet> {
        Arc::clone(&self.0.get().codes)
    }

    /// Reads the keys again if anything was changed since; gives them if so.
    ///
    /// # Errors
    /// Those of the database.
    pub fn follow(&self, read: &mut impl Read) -> Result<Option<Arc<KeyRing>>> {
        let generation = generation::current(read)?;
        if self.0.get().generation == generation {
            return Ok(None);
        }
        self.0.set(Known::of(generation, KeyRing::load(read)?)?);
        Ok(Some(self.ring()))
    }
}

impl Known {
    fn of(generation: i64, ring: KeyRing) -> Result<Self> {
        Ok(Self { generation, codes: Arc::new(ring.code_keys()?), ring: Arc::new(ring) })
    }
}
