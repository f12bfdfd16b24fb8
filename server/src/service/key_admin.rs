//! Rotating and retiring keys, at the machine itself.

use serde_json::json;

use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::{Tx, signs};

use super::App;
use super::audit::{self, Event, Outcome};
use super::keys::{KeyRing, Purpose};

/// A key as a person sees it: without its secret.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// Its number.
    pub id: i32,
    /// What it signs.
    pub purpose: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was retired.
    pub retired_at: Option<Moment>,
    /// Whether it signs what is new.
    pub signing: bool,
    /// How many signs that hang out there are signed with it.
    pub live_signs: i64,
}

/// Every key, oldest first.
///
/// # Errors
/// Those of the database.
pub fn list(app: &App) -> Result<Vec<KeyLine>> {
    app.store.read(&Scope::Everything, |read| {
        let (ring, live) = (KeyRing::load(read)?, signs::live_by_key(read)?);
        let signing: Vec<i32> = Purpose::ALL.iter().filter_map(|p| ring.newest(*p).ok()).map(|key| key.id).collect();
        let line = |key: &crate::store::keys::SigningKey| KeyLine {
            id: key.id,
            purpose: key.purpose.clone(),
            created_at: key.created_at,
            retired_at: key.retired_at,
            signing: signing.contains(&key.id),
            live_signs: live.iter().find(|(id, _)| *id == key.id).map_or(0, |(_, count)| *count),
        };
        Ok(ring.all().map(line).collect())
    })
}

/// Makes a new key for a purpose and answers its number. What older keys signed stays valid.
///
/// # Errors
/// Those of the database.
pub fn rotate(app: &App, purpose: Purpose) -> Result<i32> {
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        let id = KeyRing::load(tx)?.add(tx, purpose, now)?;
        log(tx, "key.rotate", now, id, purpose.as_str())?;
        Ok(id)
    })
}

/// Withdraws a key: nothing that it signed is taken any more. `yes` says that whoever asks knows how many signs must be
/// replaced.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::LastKey`] if no other key of its purpose is in use; [`Code::KeyInUse`] if signs hang out
/// there that are signed with it and `yes` was not said.
pub fn retire(app: &App, id: i32, yes: bool) -> Result<()> {
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        let ring = KeyRing::load(tx)?;
        let key = ring.all().find(|key| key.id == id && key.retired_at.is_none()).ok_or(Code::NotFound)?;
        if !ring.all().any(|k| k.id != id && k.purpose == key.purpose && k.retired_at.is_none()) {
            return Err(Code::LastKey.into());
        }
        let live = signs::live_by_key(tx)?.into_iter().find(|(used, _)| *used == id).map_or(0, |(_, count)| count);
        if live > 0 && !yes {
            return Err(Problem::new(Code::KeyInUse).detail(format!("{live} signs in use / {live} 张牌在用")));
        }
        crate::store::keys::retire(tx, id, now)?;
        log(tx, "key.retire", now, id, &key.purpose)
    })
}

fn log(tx: &mut Tx, action: &'static str, now: Moment, id: i32, purpose: &str) -> Result<()> {
    let subject = Some(("key", id.to_string()));
    audit::record(
        tx,
        None,
        Outcome::Done,
        now,
        Event { action, organization: None, subject, details: json!({ "purpose": purpose }) },
    )
}
