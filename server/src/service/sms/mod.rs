//! Codes by text message: six digits that prove that somebody holds a phone.

mod gateway;

use chrono::TimeDelta;
use hmac::{Hmac, KeyInit as _, Mac as _};
use rand::RngExt as _;
use serde_json::json;
use sha2::Sha256;

pub use gateway::{Gateway, Message};

use crate::domain::phone::Phone;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::sms_codes::{self, SmsCode};
use crate::store::{memberships, persons};

use super::App;
use super::actor::Origin;
use super::audit::{self, By, Event, Outcome};
use super::keys::Purpose;
use super::sign_in::{self, SignedIn};

/// How long a code is good for.
const LIFETIME: TimeDelta = TimeDelta::minutes(5);
/// How often a code may be tried.
const ATTEMPTS: i32 = 5;

/// Makes a sign-in code. The message, if one is to be sent, is for [`Gateway::send`] after this; none goes to a number that
/// nobody has, and the caller's answer must not tell.
///
/// # Errors
/// [`Code::TooManyRequests`], the same for known and unknown numbers.
pub fn request_code(app: &App, phone: &Phone, origin: &Origin) -> Result<Option<Message>> {
    app.limits.address(&origin.address)?;
    app.limits.sms(phone.as_str())?;
    let known = app.store.read(&Scope::Everything, |read| persons::by_phone(read, phone.as_str()))?;
    known.map(|_| make_code(app, phone)).transpose()
}

/// Makes a code for a number, known or not, in place of its former one.
pub(super) fn make_code(app: &App, phone: &Phone) -> Result<Message> {
    let code = format!("{:06}", rand::rng().random_range(0..1_000_000_u32));
    let now = app.clock.now();
    let row = SmsCode {
        phone: phone.as_str().to_owned(),
        code_hash: mac(app, phone, &code)?.finalize().into_bytes().to_vec(),
        created_at: now,
        expires_at: now.plus(LIFETIME),
        attempts: 0,
    };
    app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(sms_codes::replace(tx, &row)?))?;
    Ok(Message::new(phone.clone(), code))
}

/// Checks a code, and uses it up.
///
/// # Errors
/// [`Code::WrongCode`], also after five attempts or five minutes.
pub fn check(app: &App, phone: &Phone, code: &str) -> Result<()> {
    let now = app.clock.now();
    let right = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let kept = sms_codes::attempt(tx, phone.as_str(), ATTEMPTS, now)?;
        let right = match kept {
            Some(kept) => mac(app, phone, code.trim())?.verify_slice(&kept).is_ok(),
            None => false,
        };
        if right {
            sms_codes::forget(tx, phone.as_str())?;
        }
        Ok(right)
    })?;
    if right { Ok(()) } else { Err(Code::WrongCode.into()) }
}

/// Signs in by phone number and code.
///
/// # Errors
/// [`Code::WrongCode`], [`Code::TooManyRequests`].
pub fn sign_in(app: &App, phone: &Phone, code: &str, device: &str, origin: &Origin) -> Result<SignedIn> {
    app.limits.address(&origin.address)?;
    app.limits.account(phone.as_str())?;
    if let Err(problem) = check(app, phone, code) {
        write_failure(app, phone, origin)?;
        return Err(problem);
    }
    let person = app.store.read(&Scope::Everything, |read| persons::by_phone(read, phone.as_str()))?;
    sign_in::open(app, person.ok_or(Code::WrongCode)?, device, origin)
}

fn write_failure(app: &App, phone: &Phone, origin: &Origin) -> Result<()> {
    app.store.write(&Scope::Everything, |tx| {
        let person = persons::by_phone(tx, phone.as_str())?.map(|person| person.id);
        let home = person.map(|person| memberships::home(tx, person)).transpose()?.flatten();
        let event = Event {
            action: "session.open",
            organization: home.as_ref(),
            subject: person.map(|person| ("person", person.to_string())),
            details: json!({ "by": "sms_code", "phone": phone.masked() }),
        };
        audit::by(tx, By { person, session: None, origin }, Outcome::Failed, app.clock.now(), event)
    })
}

/// Six digits are soon guessed from a plain hash; under a key of the server's they are not.
fn mac(app: &App, phone: &Phone, code: &str) -> Result<Hmac<Sha256>> {
    let ring = app.keys.ring();
    let key = ring.newest(Purpose::Token)?;
    let mac = Hmac::<Sha256>::new_from_slice(&key.secret).map_err(Problem::internal)?;
    Ok(mac.chain_update(b"huxue sms code\0").chain_update(phone.as_str()).chain_update(b"\0").chain_update(code))
}
