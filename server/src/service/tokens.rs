//! Access tokens: a short JWT that names person and session, and nothing more. Rights are read at each request.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

use crate::domain::id::{PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::problem::{Code, Problem, Result};

use super::keys::{KeyRing, Purpose};
use super::shared::Shared;

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: PersonId,
    sid: SessionId,
    iat: i64,
    exp: i64,
}

/// Signs and checks access tokens.
pub struct Tokens {
    keys: Shared<TokenKeys>,
    lifetime_seconds: i64,
}

struct TokenKeys {
    signing: Option<(EncodingKey, String)>,
    checking: Vec<(String, DecodingKey)>,
}

impl TokenKeys {
    fn of(keys: &KeyRing) -> Self {
        let of = || keys.of(Purpose::Token);
        Self {
            signing: of().next_back().map(|key| (EncodingKey::from_secret(&key.secret), key.id.to_string())),
            checking: of().map(|key| (key.id.to_string(), DecodingKey::from_secret(&key.secret))).collect(),
        }
    }
}

impl Tokens {
    /// With the keys of the ring; the newest signs.
    #[must_use]
    pub fn new(keys: &KeyRing, lifetime_seconds: i64) -> Self {
        Self { keys: Shared::new(TokenKeys::of(keys)), lifetime_seconds }
    }

    /// Takes the keys of another ring.
    pub fn replace_keys(&self, keys: &KeyRing) {
        self.keys.set(TokenKeys::of(keys));
    }

    /// How long a token is good for, seconds.
    #[must_use]
    pub const fn lifetime_seconds(&self) -> i64 {
        self.lifetime_seconds
    }

    /// A token for a session.
    ///
    /// # Errors
    /// A defect only.
    pub fn issue(&self, person: PersonId, session: SessionId, now: Moment) -> Result<String> {
        let keys = self.keys.get();
        let (key, id) = keys.signing.as_ref().ok_or_else(|| Problem::internal("no token key"))?;
        let claims =
            Claims { sub: person, sid: session, iat: now.seconds(), exp: now.seconds() + self.lifetime_seconds };
        let header = Header { kid: Some(id.clone()), ..Header::new(Algorithm::HS256) };
        encode(&header, &claims, key).map_err(Problem::internal)
    }

    /// The session that a token names, if we signed it and it has not run out.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`] for a token that is not ours; [`Code::AccessTokenExpired`] for one that has run out.
    pub fn check(&self, token: &str, now: Moment) -> Result<SessionId> {
        self.named(token, now).map(|(_, session)| session)
    }

    /// The person and the session that a token names. Whether the session is alive only the database knows.
    ///
    /// # Errors
    /// As [`Tokens::check`].
    pub fn named(&self, token: &str, now: Moment) -> Result<(PersonId, SessionId)> {
        let id = jsonwebtoken::decode_header(token).ok().and_then(|header| header.kid).ok_or(Code::NotSignedIn)?;
        let keys = self.keys.get();
        let (_, key) = keys.checking.iter().find(|(known, _)| *known == id).ok_or(Code::NotSignedIn)?;
        let mut rules = Validation::new(Algorithm::HS256);
        rules.validate_exp = false; // by our own clock, below: tests and the demo have one of their own
        let claims = decode::<Claims>(token, key, &rules).map_err(|_| Code::NotSignedIn)?.claims;
        if claims.exp <= now.seconds() {
            return Err(Code::AccessTokenExpired.into());
        }
        Ok((claims.sub, claims.sid))
    }
}
