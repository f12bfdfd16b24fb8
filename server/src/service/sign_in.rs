//! Signing in by password, and the session that follows any way of signing in.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::domain::id::{PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::phone::Phone;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::lockouts::{self, Lockout};
use crate::store::persons::{self, Person};
use crate::store::sessions::{self, Session};
use crate::store::{Tx, memberships};

use super::actor::Origin;
use super::audit::{self, By, Event, Outcome};
use super::{App, passwords, sessions as tokens};

/// What a device gets when it signs in.
#[derive(Debug)]
pub struct SignedIn {
    /// A short-lived access token.
    pub access_token: String,
    /// Exchanged once for new tokens.
    pub refresh_token: String,
    /// Seconds until the access token runs out.
    pub expires_in: i64,
    /// Who signed in.
    pub person: Person,
    /// On which session.
    pub session: SessionId,
}

/// After how long a failure is forgotten.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::days(1);

/// Signs in by phone number and password.
///
/// # Errors
/// [`Code::WrongCredentials`], the same for an unknown number and a wrong password; [`Code::AccountLocked`] after several of
/// them, for known and unknown numbers alike; [`Code::TooManyRequests`].
pub fn with_password(app: &App, phone: &Phone, password: &str, device: &str, origin: &Origin) -> Result<SignedIn> {
    app.limits.address(&origin.address)?;
    let person = prove(app, phone, password, origin)?;
    open(app, person, device, origin)
}

/// The person with that phone number and password; counts failures, and locks.
///
/// # Errors
/// Those of [`with_password`].
pub fn prove(app: &App, phone: &Phone, password: &str, origin: &Origin) -> Result<Person> {
    app.limits.account(phone.as_str())?;
    let (subject, now) = (subject(phone), app.clock.now());
    let (person, failures) = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        Ok((persons::by_phone(read, phone.as_str())?, lockouts::find(read, &subject)?))
    })?;
    refuse_locked(failures.as_ref(), now)?;
    let known = person.as_ref().and_then(|person| person.password_hash.as_deref());
    let right = passwords::matches(password, known);
    match person {
        Some(person) if right => {
            if failures.is_some() {
                app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(lockouts::clear(tx, &subject)?))?;
            }
            Ok(person)
        }
        person => Err(failed(app, phone, person.map(|person| person.id), origin)?),
    }
}

fn subject(phone: &Phone) -> String {
    format!("password:{}", phone.as_str())
}

fn refuse_locked(failures: Option<&Lockout>, now: Moment) -> Result<()> {
    match failures.and_then(|row| row.locked_until).filter(|until| *until > now) {
        Some(until) => {
            let seconds = u64::try_from(until.seconds() - now.seconds()).unwrap_or(0);
            Err(Problem::new(Code::AccountLocked).retry_after(seconds.max(1)))
        }
        None => Ok(()),
    }
}

/// Counts a failure, locks if it is one too many, and writes it down; gives the answer for the caller.
fn failed(app: &App, phone: &Phone, person: Option<PersonId>, origin: &Origin) -> Result<Problem> {
    let (subject, now) = (subject(phone), app.clock.now());
    let forgotten = now.minus(FORGOTTEN_AFTER);
    app.store.write(&Scope::Everything, |tx| {
        // Read again inside the transaction: failures that run side by side all count.
        let before = lockouts::find(tx, &subject)?.filter(|row| row.last_failure_at >= forgotten);
        let failures = before.map_or(0, |row| row.failures).saturating_add(1);
        let locked = app.config.sign_in.lockout().seconds_after(u32::try_from(failures).unwrap_or(u32::MAX));
        let locked_until = (locked > 0).then(|| now.plus(TimeDelta::seconds(i64::from(locked))));
        lockouts::put(tx, &Lockout { subject, failures, last_failure_at: now, locked_until }, forgotten)?;
        let details = json!({ "by": "password", "phone": phone.masked(), "locked_seconds": locked });
        line(tx, By { person, session: None, origin }, Outcome::Failed, now, details)?;
        Ok(Code::WrongCredentials.into())
    })
}

/// Opens a session for a person who has proven who they are.
///
/// # Errors
/// Those of the database.
pub fn open(app: &App, person: Person, device: &str, origin: &Origin) -> Result<SignedIn> {
    app.store.write(&Scope::Everything, |tx| open_in(app, tx, person, device, origin))
}

/// The same, within a transaction that does more.
pub(super) fn open_in(app: &App, tx: &mut Tx, person: Person, device: &str, origin: &Origin) -> Result<SignedIn> {
    let now = app.clock.now();
    let session = Session {
        id: SessionId::fresh(),
        person_id: person.id,
        device_name: device.chars().filter(|c| !c.is_control()).take(100).collect(),
        address: origin.address.clone(),
        created_at: now,
        last_seen_at: now,
        ended_at: None,
        ended_reason: None,
    };
    app.follow_keys(tx)?;
    sessions::insert(tx, &session)?;
    let refresh_token = tokens::issue(app, tx, session.id, now)?;
    let by = By { person: Some(person.id), session: Some(session.id), origin };
    line(tx, by, Outcome::Done, now, json!({}))?;
    let access_token = app.tokens.issue(person.id, session.id, now)?;
    let expires_in = app.tokens.lifetime_seconds();
    Ok(SignedIn { access_token, refresh_token, expires_in, person, session: session.id })
}

fn line(tx: &mut Tx, by: By, outcome: Outcome, now: Moment, details: Value) -> Result<()> {
    let home = by.person.map(|person| memberships::home(tx, person)).transpose()?.flatten();
    let subject = by.person.map(|person| ("person", person.to_string()));
    audit::by(tx, by, outcome, now, Event { action: "session.open", organization: home.as_ref(), subject, details })
}
