//! Refresh tokens rotate: each is good once. One that comes back was copied, by a thief or from one, so its session ends.

use chrono::TimeDelta;
use serde_json::json;

use crate::domain::id::SessionId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::App;
use crate::service::actor::Origin;
use crate::service::audit::{self, By, Event, Outcome};
use crate::service::secret::{hash_of, random_token};
use crate::service::sign_in::SignedIn;
use crate::store::refresh_tokens::{self, RefreshToken};
use crate::store::{Tx, memberships, persons, sessions};

/// A new refresh token for a session.
pub(in crate::service) fn issue(app: &App, tx: &mut Tx, session: SessionId, now: Moment) -> Result<String> {
    let token = random_token();
    let expires_at = now.plus(TimeDelta::days(app.config.refresh_token_days));
    let row = RefreshToken { hash: hash_of(&token), session_id: session, issued_at: now, expires_at, used_at: None };
    refresh_tokens::insert(tx, &row)?;
    Ok(token)
}

/// Exchanges a refresh token for new tokens.
///
/// # Errors
/// [`Code::SessionEnded`] if it is not known, has run out, or its session is over; and if it was used before, which ends
/// its session. [`Code::TooManyRequests`].
pub fn refresh(app: &App, token: &str, origin: &Origin) -> Result<SignedIn> {
    app.limits.address(&origin.address)?;
    // A refusal must not undo what it wrote down, so it leaves the transaction as a value.
    app.store
        .write(&Scope::Everything, |tx| exchange(app, tx, &hash_of(token), origin))?
        .ok_or(Code::SessionEnded.into())
}

fn exchange(app: &App, tx: &mut Tx, hash: &[u8], origin: &Origin) -> Result<Option<SignedIn>> {
    app.follow_keys(tx)?;
    let now = app.clock.now();
    let Some(row) = refresh_tokens::find(tx, hash)? else { return Ok(None) };
    let session = row.session_id;
    let Some(person) = sessions::active_person(tx, session)? else { return Ok(None) };
    if row.used_at.is_some() || !refresh_tokens::mark_used(tx, hash, now)? {
        end_family(tx, By { person: Some(person), session: Some(session), origin }, now)?;
        return Ok(None);
    }
    if row.expires_at <= now {
        sessions::end(tx, session, "rested_too_long", now)?;
        return Ok(None);
    }
    sessions::touch(tx, session, &origin.address, now)?;
    let refresh_token = issue(app, tx, session, now)?;
    let access_token = app.tokens.issue(person, session, now)?;
    let (person, expires_in) = (persons::find(tx, person)?, app.tokens.lifetime_seconds());
    Ok(Some(SignedIn { access_token, refresh_token, expires_in, person, session }))
}

fn end_family(tx: &mut Tx, by: By, now: Moment) -> Result<(), Problem> {
    let (Some(person), Some(session)) = (by.person, by.session) else { return Ok(()) };
    sessions::end(tx, session, "refresh_token_reused", now)?;
    let home = memberships::home(tx, person)?;
    let event = Event {
        action: "session.refresh",
        organization: home.as_ref(),
        subject: Some(("session", session.to_string())),
        details: json!({ "reason": "refresh_token_reused" }),
    };
    audit::by(tx, by, Outcome::Failed, now, event)
}
