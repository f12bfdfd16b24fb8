//! Signing in.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use crate::domain::id::SessionId;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::persons::{self, Person};
use crate::store::sessions::{self, Session};

use super::App;
use super::actor::Origin;

/// What a device gets when it signs in.
#[derive(Debug)]
pub struct SignedIn {
    /// A short-lived access token.
    pub access_token: String,
    /// Seconds until it runs out.
    pub expires_in: i64,
    /// Who signed in.
    pub person: Person,
}

/// Signs in by phone number and password.
///
/// # Errors
/// [`Code::WrongCredentials`], the same for an unknown number and a wrong password.
pub fn with_password(app: &App, phone: &str, password: &str, device_name: &str, origin: &Origin) -> Result<SignedIn> {
    let person = app.store.read(&Scope::Everything, |read| persons::by_phone(read, phone))?;
    let known = person.as_ref().and_then(|person| person.password_hash.as_deref());
    if !matches(password, known) {
        return Err(Code::WrongCredentials.into());
    }
    open(app, person.ok_or(Code::WrongCredentials)?, device_name, origin)
}

/// Opens a session for a person who has proven who they are.
///
/// # Errors
/// Those of the database.
pub fn open(app: &App, person: Person, device_name: &str, origin: &Origin) -> Result<SignedIn> {
    let now = app.clock.now();
    let session = Session {
        id: SessionId::fresh(),
        person_id: person.id,
        device_name: device_name.to_owned(),
        address: origin.address.clone(),
        created_at: now,
        last_seen_at: now,
        ended_at: None,
        ended_reason: None,
    };
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        app.follow_keys(tx)?;
        Ok(sessions::insert(tx, &session)?)
    })?;
    let access_token = app.tokens.issue(person.id, session.id, now)?;
    Ok(SignedIn { access_token, expires_in: app.tokens.lifetime_seconds(), person })
}

/// The argon2id hash of a password, with a random salt.
///
/// # Errors
/// A defect only.
pub fn hash(password: &str) -> Result<String> {
    Ok(Argon2::default().hash_password(password.as_bytes()).map_err(Problem::internal)?.to_string())
}

/// A hash of nothing anybody knows: an unknown number takes as long to refuse as a wrong password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b1dWRWJTmaaJObGRdescudvJCs";

fn matches(password: &str, hash: Option<&str>) -> bool {
    let verified = PasswordHash::new(hash.unwrap_or(NOBODY))
        .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
    verified && hash.is_some()
}
