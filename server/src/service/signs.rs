//! Issuing, reissuing and listing the signs of checkpoints.

use std::collections::HashMap;

use rand::Rng as _;
use serde_json::json;

use crate::domain::code::short_code::ShortCode;
use crate::domain::id::{CheckpointId, OrganizationId, PersonId, SignId};
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::store::Tx;
use crate::store::checkpoints::Checkpoint;
pub use crate::store::signs::Sign;
use crate::store::signs::{self};

use super::audit::{self, Event};
use super::checkpoints::{self, Post, require};
use super::keys::{KeyRing, Purpose};
use super::{Actor, App};

/// How many random short codes are tried. There are 17 thousand million, so that two in a row are hardly ever taken.
const TRIES: usize = 8;

/// Issues the next sign of a checkpoint, signed with the newest key.
///
/// # Errors
/// Those of the database.
pub fn issue(tx: &mut Tx, app: &App, by: PersonId, checkpoint: &Checkpoint) -> Result<Sign> {
    let serial = signs::of_checkpoint(tx, checkpoint.id)?.first().map_or(0, |sign| sign.serial) + 1;
    let sign = Sign {
        id: SignId::fresh(),
        checkpoint_id: checkpoint.id,
        serial,
        key_id: KeyRing::load(tx)?.newest(Purpose::Code)?.id,
        short_code: free_short_code(tx)?.as_str().to_owned(),
        issued_at: app.clock.now(),
        issued_by: Some(by),
        revoked_at: None,
        revoked_by: None,
        revoked_reason: None,
        printed_at: None,
    };
    signs::insert(tx, &sign)?;
    Ok(sign)
}

fn free_short_code(tx: &mut Tx) -> Result<ShortCode> {
    for _ in 0..TRIES {
        let code = ShortCode::from_random(rand::rng().next_u64());
        match signs::by_short_code(tx, code.as_str()) {
            Err(crate::store::Error::NotFound) => return Ok(code),
            taken => drop(taken?),
        }
    }
    Err(Problem::internal("no free short code was found"))
}

/// The signs of a checkpoint, newest first.
///
/// # Errors
/// `not_found`, `forbidden`: a sign's short code is worth a walk to the post, so not everybody may read it.
pub fn list(app: &App, actor: &Actor, id: CheckpointId) -> Result<(Post, Vec<Sign>)> {
    let post = require(app, actor, Right::ManagePlaces, id)?;
    let rows = app.store.read(&actor.scope(Right::ManagePlaces), |read| signs::of_checkpoint(read, id))?;
    Ok((post, rows))
}

/// The checkpoints of a school in its order, each with the sign that counts there.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn of_school(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<(Checkpoint, Option<Sign>)>> {
    checkpoints::school(app, actor, Right::ManagePlaces, id)?;
    let posts = checkpoints::list(app, actor, id)?;
    let ids = posts.iter().map(|post| post.row.id).collect();
    let rows = app.store.read(&actor.scope(Right::ManagePlaces), |read| signs::current_of(read, ids))?;
    let mut current: HashMap<CheckpointId, Sign> = rows.into_iter().map(|sign| (sign.checkpoint_id, sign)).collect();
    let with_sign = |Post { row, .. }: Post| {
        let sign = current.remove(&row.id);
        (row, sign)
    };
    Ok(posts.into_iter().map(with_sign).collect())
}

/// Revokes the sign that counts and issues the next one.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::Stale`] if somebody else did so at the same time.
pub fn reissue(app: &App, actor: &Actor, id: CheckpointId, reason: &str) -> Result<(Post, Sign)> {
    let post = require(app, actor, Right::ManagePlaces, id)?;
    let now = app.clock.now();
    let sign = app.store.write::<_, Problem>(&actor.scope(Right::ManagePlaces), |tx| {
        let old = signs::current(tx, id)?;
        signs::revoke(tx, old.id, actor.person, reason, now)?;
        let sign = issue(tx, app, actor.person, &post.row)?;
        let details = json!({ "reason": reason, "revoked_serial": old.serial, "serial": sign.serial });
        let subject = Some(("checkpoint", id.to_string()));
        audit::done(
            tx,
            actor,
            now,
            Event { action: "sign.reissue", organization: Some(&post.school.path), subject, details },
        )?;
        Ok(sign)
    });
    // Two at the same time would issue the same serial: the second is told that it came late.
    let sign = sign.map_err(|e| if e.code == Code::Duplicate { Code::Stale.into() } else { e })?;
    app.bus.school_changed(post.school.id);
    Ok((post, sign))
}
