//! Passwords: kept as argon2id hashes, changed by those who know the old one or hold the phone.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use serde_json::json;

use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::persons::Person;
use crate::store::{memberships, persons, sessions};

use super::audit::{self, Event};
use super::{Actor, App, sms};

/// How somebody shows that the account is theirs.
pub enum Proof {
    /// The password so far.
    Password(String),
    /// A code sent to their phone by text message.
    SmsCode(String),
}

/// Changes the actor's own password and ends their other sessions.
///
/// # Errors
/// `wrong_credentials`, `wrong_code`, `too_many_requests`, `invalid_field`.
pub fn change(app: &App, actor: &Actor, proof: &Proof, new: &str) -> Result<()> {
    let (person, phone) = proven(app, actor, proof)?;
    let new = Password::new(new, phone.as_ref()).map_err(|e| Problem::invalid("new_password", e))?;
    let (hash, now) = (hash(new.expose())?, app.clock.now());
    app.store.write(&Scope::Everything, |tx| {
        persons::set_password(tx, person.id, &hash)?;
        let ended = sessions::end_all(tx, person.id, Some(actor.session), "password_changed", now)?;
        let home = memberships::home(tx, person.id)?;
        let event = Event {
            action: "password.change",
            organization: home.as_ref(),
            subject: Some(("person", person.id.to_string())),
            details: json!({ "sessions_ended": ended }),
        };
        audit::done(tx, actor, now, event)
    })
}

/// The actor, who has shown that the account is theirs: a phone that lies on a table is no proof.
///
/// # Errors
/// `wrong_credentials`, `wrong_code`, `too_many_requests`.
pub(super) fn proven(app: &App, actor: &Actor, proof: &Proof) -> Result<(Person, Option<Phone>)> {
    let person = app.store.read(&Scope::Everything, |read| persons::find(read, actor.person))?;
    let phone: Option<Phone> = person.phone.as_deref().and_then(|text| text.parse().ok());
    app.limits.account(&person.id.to_string())?;
    match (proof, &phone) {
        (Proof::Password(old), _) if matches(old, person.password_hash.as_deref()) => (),
        (Proof::SmsCode(code), Some(phone)) => sms::check(app, phone, code)?,
        _ => return Err(Code::WrongCredentials.into()),
    }
    Ok((person, phone))
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

/// Whether a password is the one of a hash; takes as long without a hash.
pub(super) fn matches(password: &str, hash: Option<&str>) -> bool {
    let verified = PasswordHash::new(hash.unwrap_or(NOBODY))
        .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
    verified && hash.is_some()
}
