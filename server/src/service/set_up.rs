//! The very first steps: the root organization and its administrator, by a one-time link or at the machine itself.

use chrono::TimeDelta;
use data_encoding::HEXLOWER;
use serde_json::json;

use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::name::Name;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::scope::{Path, Scope};
use crate::domain::words::{Office, OrganizationKind};
use crate::problem::{Code, Problem, Result};
use crate::store::memberships::{self, MembershipState};
use crate::store::organizations::{self, Organization};
use crate::store::persons::{self, Person};
use crate::store::{Read, Tx, generation, sessions, settings};

use super::actor::Origin;
use super::audit::{self, By, Event, Outcome};
use super::members::{add_person, new_membership};
use super::secret::{hash_of, random_token};
use super::sign_in::{self, SignedIn};
use super::{App, passwords};

/// The setting that keeps the hash of the link's token and when it runs out.
const SETTING: &str = "set_up_token";
/// How long a link is good for.
const LIFETIME: TimeDelta = TimeDelta::hours(24);

/// The root organization and its administrator, as asked for.
struct First {
    bureau: String,
    name: String,
    phone: Phone,
    hash: String,
}

impl First {
    fn new(bureau: &str, name: &str, phone: &str, password: &str) -> Result<Self> {
        let bureau: Name = bureau.parse().map_err(|e| Problem::invalid("organization", e))?;
        let name: Name = name.parse().map_err(|e| Problem::invalid("name", e))?;
        let phone: Phone = phone.parse().map_err(|e| Problem::invalid("phone", e))?;
        let password = Password::new(password, Some(&phone)).map_err(|e| Problem::invalid("password", e))?;
        let hash = passwords::hash(password.expose())?;
        Ok(Self { bureau: bureau.into(), name: name.into(), phone, hash })
    }

    fn make(self, tx: &mut Tx, now: Moment) -> Result<(Person, Path)> {
        let root = new_root(OrganizationId::fresh(), &self.bureau, now);
        organizations::insert(tx, &root)?;
        let person = add_person(tx, self.name, &self.phone, Some(self.hash), now)?;
        let mut office = new_membership(person.id, root.id, now);
        (office.office, office.state, office.decided_at) = (Some(Office::Admin), MembershipState::Active, Some(now));
        memberships::insert(tx, &office)?;
        Ok((person, root.path))
    }
}

/// Makes a root bureau and its administrator, at the machine itself.
///
/// # Errors
/// `duplicate` if the phone number is taken; `invalid_field`.
pub fn first_administrator(app: &App, bureau: &str, name: &str, phone: &str, password: &str) -> Result<PersonId> {
    let (first, now) = (First::new(bureau, name, phone, password)?, app.clock.now());
    app.store.write(&Scope::Everything, |tx| {
        let (person, path) = first.make(tx, now)?;
        audit::record(tx, None, Outcome::Done, now, event("admin.create", &path, person.id))?;
        Ok(person.id)
    })
}

/// Whether there is no administrator yet.
///
/// # Errors
/// Those of the database.
pub fn needed(app: &App) -> Result<bool> {
    Ok(!app.store.read(&Scope::Everything, |read| memberships::any_admin(read))?)
}

/// A new one-time link for setting up, which replaces any before; none if there is an administrator.
///
/// # Errors
/// Those of the database.
pub fn new_link(app: &App) -> Result<Option<String>> {
    let (token, now) = (random_token(), app.clock.now());
    let value = format!("{} {}", HEXLOWER.encode(&hash_of(&token)), now.plus(LIFETIME).0);
    let made = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        if memberships::any_admin(tx)? {
            return Ok(false);
        }
        settings::put(tx, SETTING, Some(&value))?;
        Ok(true)
    })?;
    Ok(made.then(|| format!("{}/desk/set-up?token={token}", app.config.public_url.trim_end_matches('/'))))
}

/// Makes the root bureau and its administrator by the link's token, once, and signs them in.
///
/// # Errors
/// [`Code::SetUpLinkOver`] if the token is not the one of the last link, ran out or was used; `invalid_field`;
/// [`Code::TooManyRequests`].
pub fn by_link(
    app: &App,
    token: &str,
    bureau: &str,
    name: &str,
    phone: &str,
    password: &str,
    origin: &Origin,
) -> Result<SignedIn> {
    app.limits.address(&origin.address)?;
    let (first, now) = (First::new(bureau, name, phone, password)?, app.clock.now());
    app.store.write(&Scope::Everything, |tx| {
        // Raised first: on PostgreSQL it makes those wait who use the link at the same time.
        generation::raise(tx)?;
        if memberships::any_admin(tx)? || !is_current(tx, token, now)? {
            return Err(Code::SetUpLinkOver.into());
        }
        settings::put(tx, SETTING, None)?;
        let (person, path) = first.make(tx, now)?;
        let by = By { person: Some(person.id), session: None, origin };
        audit::by(tx, by, Outcome::Done, now, event("set_up.finish", &path, person.id))?;
        sign_in::open_in(app, tx, person, "", origin)
    })
}

fn is_current(read: &mut impl Read, token: &str, now: Moment) -> Result<bool> {
    let kept = settings::get(read, SETTING)?.unwrap_or_default();
    let Some((hash, expires_at)) = kept.split_once(' ') else { return Ok(false) };
    let alive = expires_at.parse::<i64>().is_ok_and(|expires_at| now < Moment(expires_at));
    Ok(alive && hash == HEXLOWER.encode(&hash_of(token)))
}

/// Sets a person's password at the machine itself, and ends all their sessions; tells how many.
///
/// # Errors
/// `not_found` if nobody has that number; `invalid_field`.
pub fn reset_password(app: &App, phone: &str, password: &str) -> Result<usize> {
    let phone: Phone = phone.parse().map_err(|e| Problem::invalid("phone", e))?;
    let password = Password::new(password, Some(&phone)).map_err(|e| Problem::invalid("password", e))?;
    let (hash, now) = (passwords::hash(password.expose())?, app.clock.now());
    app.store.write(&Scope::Everything, |tx| {
        let person = persons::by_phone(tx, phone.as_str())?.ok_or(Code::NotFound)?;
        persons::set_password(tx, person.id, &hash)?;
        let ended = sessions::end_all(tx, person.id, None, "password_reset", now)?;
        let home = memberships::home(tx, person.id)?;
        let subject = Some(("person", person.id.to_string()));
        let event = Event { action: "password.reset", organization: home.as_ref(), subject, details: json!({}) };
        audit::record(tx, None, Outcome::Done, now, event)?;
        Ok(ended)
    })
}

fn event<'a>(action: &'static str, path: &'a Path, person: PersonId) -> Event<'a> {
    Event { action, organization: Some(path), subject: Some(("person", person.to_string())), details: json!({}) }
}

fn new_root(id: OrganizationId, name: &str, now: Moment) -> Organization {
    Organization {
        id,
        parent_id: None,
        kind: OrganizationKind::Bureau,
        name: name.to_owned(),
        path: Path::root(id),
        timezone: "Asia/Shanghai".to_owned(),
        school_type: None,
        external_code: None,
        lon: None,
        lat: None,
        version: 1,
        created_at: now,
        archived_at: None,
    }
}
