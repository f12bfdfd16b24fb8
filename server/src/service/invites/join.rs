//! Following an invite.

use serde_json::json;

use crate::domain::consent::ConsentKind;
use crate::domain::invite;
use crate::domain::moment::Moment;
use crate::domain::name::Name;
use crate::domain::password::Password;
use crate::domain::phone::Phone;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::actor::Origin;
use crate::service::audit::{self, By, Event, Outcome};
use crate::service::keys::Purpose;
use crate::service::members::{add, add_person, new_membership};
use crate::service::sign_in::{self, SignedIn};
use crate::service::sms::{self, Message};
use crate::service::{Actor, App, consents, passwords};
use crate::store::Tx;
use crate::store::invites::{self, Invite};
use crate::store::memberships::{self, Member, MembershipState};
use crate::store::organizations::{self, Organization};
use crate::store::persons::{self, Person};

/// Somebody who follows an invite. Who is signed in needs no more than the consents.
pub struct Joining {
    /// Their name.
    pub name: Option<Name>,
    /// Their phone number.
    pub phone: Option<Phone>,
    /// The account's password if there is an account, else the one to set.
    pub password: Option<String>,
    /// A code sent to that phone.
    pub code: Option<String>,
    /// Whether they take the terms.
    pub terms: bool,
    /// Whether their position may go along with check-ins; none if not asked.
    pub location: Option<bool>,
    /// What the device calls itself.
    pub device_name: String,
}

/// What came of it.
pub struct Joined {
    /// The membership, active or waiting for approval.
    pub member: Member,
    /// A session, unless they were signed in.
    pub signed_in: Option<SignedIn>,
}

/// Who joins: proven to be that person, or new.
enum Who {
    Known(Person),
    New { name: Name, phone: Phone, hash: Option<String> },
}

/// The invite of a token and its organization.
///
/// # Errors
/// `not_found` for a token that we did not sign; [`Code::InviteOver`].
pub fn look(app: &App, token: &str, origin: &Origin) -> Result<(Invite, Organization)> {
    app.limits.address(&origin.address)?;
    let (found, place) = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        app.follow_keys(read)?;
        let ring = app.keys.ring();
        let keys: Vec<[u8; 32]> =
            ring.of(Purpose::Invite).filter_map(|key| key.secret.as_slice().try_into().ok()).collect();
        let id = invite::read(&keys, token).ok_or(Code::NotFound)?;
        let found = invites::find(read, id)?;
        let place = organizations::find(read, found.organization_id)?;
        Ok((found, place))
    })?;
    let used_up = found.use_limit.is_some_and(|limit| found.uses >= limit);
    if found.revoked_at.is_some() || found.expires_at <= app.clock.now() || used_up || place.archived_at.is_some() {
        return Err(Code::InviteOver.into());
    }
    Ok((found, place))
}

/// Makes a code for the phone of somebody who is about to join, whether or not anybody has that number.
///
/// # Errors
/// Those of [`look`]; [`Code::TooManyRequests`].
pub fn request_code(app: &App, token: &str, phone: &Phone, origin: &Origin) -> Result<Message> {
    look(app, token, origin)?;
    app.limits.sms(phone.as_str())?;
    sms::make_code(app, phone)
}

/// Joins.
///
/// # Errors
/// Those of [`look`]; [`Code::PhoneTaken`] if the number has an account that was not proven to be theirs;
/// [`Code::WrongCredentials`], [`Code::WrongCode`], [`Code::AlreadyMember`], `invalid_field`.
pub fn join(app: &App, token: &str, actor: Option<&Actor>, joining: Joining, origin: &Origin) -> Result<Joined> {
    let (found, place) = look(app, token, origin)?;
    if !joining.terms {
        return Err(Problem::invalid("consents.terms", "nobody joins without / 须同意后才能加入"));
    }
    let who = match actor {
        Some(actor) => Who::Known(app.store.read(&Scope::Everything, |read| persons::find(read, actor.person))?),
        None => prove(app, &joining, origin)?,
    };
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        if !invites::take_use(tx, found.id, now)? {
            return Err(Code::InviteOver.into());
        }
        let person = match who {
            Who::Known(person) => person,
            Who::New { name, phone, hash } => add_person(tx, name.into(), &phone, hash, now)?,
        };
        let member = add_member(tx, &found, &person, now)?;
        consents::record(tx, person.id, ConsentKind::Terms, true, now)?;
        if let Some(given) = joining.location {
            consents::record(tx, person.id, ConsentKind::Location, given, now)?;
        }
        let event = Event {
            action: "membership.join",
            organization: Some(&place.path),
            subject: Some(("membership", member.membership.id.to_string())),
            details: json!({ "role": found.role, "invite": found.id, "state": member.membership.state }),
        };
        let session = actor.map(|actor| actor.session);
        audit::by(tx, By { person: Some(person.id), session, origin }, Outcome::Done, now, event)?;
        let signed_in = match actor {
            Some(_) => None,
            None => Some(sign_in::open_in(app, tx, person, &joining.device_name, origin)?),
        };
        Ok(Joined { member, signed_in })
    })
}

/// Never takes over an account: whoever gives a number that has one must show that it is theirs.
fn prove(app: &App, joining: &Joining, origin: &Origin) -> Result<Who> {
    let phone = joining.phone.clone().ok_or_else(|| Problem::invalid("phone", "it is needed / 必填"))?;
    let known = app.store.read(&Scope::Everything, |read| persons::by_phone(read, phone.as_str()))?;
    let by_code = match &joining.code {
        Some(code) => {
            app.limits.account(phone.as_str())?;
            sms::check(app, &phone, code)?;
            true
        }
        None => false,
    };
    match (known, &joining.password) {
        (Some(person), _) if by_code => Ok(Who::Known(person)),
        (Some(_), Some(password)) => Ok(Who::Known(sign_in::prove(app, &phone, password, origin)?)),
        (Some(_), None) => Err(Code::PhoneTaken.into()),
        (None, None) if !by_code => {
            Err(Problem::invalid("password", "either this or 'code' is needed / 请设置密码或使用短信验证码"))
        }
        (None, password) => {
            let name = joining.name.clone().ok_or_else(|| Problem::invalid("name", "it is needed / 必填"))?;
            let checked = password.as_ref().map(|text| Password::new(text, Some(&phone))).transpose();
            let checked = checked.map_err(|e| Problem::invalid("password", e))?;
            let hash = checked.map(|password| passwords::hash(password.expose())).transpose()?;
            Ok(Who::New { name, phone, hash })
        }
    }
}

fn add_member(tx: &mut Tx, invite: &Invite, person: &Person, now: Moment) -> Result<Member> {
    let mut row = new_membership(person.id, invite.organization_id, now);
    (row.role, row.in_charge, row.invite_id) = (Some(invite.role), invite.in_charge, Some(invite.id));
    if invite.auto_approve {
        (row.state, row.decided_by, row.decided_at) = (MembershipState::Active, Some(invite.created_by), Some(now));
    }
    add(tx, &row)?;
    Ok(memberships::find(tx, row.id)?)
}
