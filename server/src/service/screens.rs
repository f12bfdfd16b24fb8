//! Gate-room screens: set up, shown, revoked.

use rand::Rng as _;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::domain::code::ScreenNumber;
use crate::domain::code::link::code_link;
use crate::domain::code::screen_code::{ScreenClock, ScreenCode};
use crate::domain::id::{CheckpointId, ScreenId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::sign;
use crate::problem::{Code, Problem, Result};
use crate::store::checkpoints::Checkpoint;
pub use crate::store::screens::Screen;
use crate::store::{self, checkpoints, counters, organizations, screens};

use super::audit::{self, Event};
use super::board::{self, BoardFacts};
use super::checkpoints::{Post, require};
use super::school_day::zone_of;
use super::{Actor, App};

/// What a screen shows now.
#[derive(Debug)]
pub struct Showing {
    /// The school's name.
    pub school: String,
    /// The post's name.
    pub checkpoint: String,
    /// The screen's name.
    pub screen: String,
    /// The code of this step.
    pub code: String,
    /// Its link, as the QR holds it.
    pub link: String,
    /// Its QR.
    pub qr_svg: String,
    /// Seconds until the next code.
    pub seconds_left: i64,
    /// Seconds of a step.
    pub step_seconds: u32,
    /// The server's time.
    pub now: Moment,
    /// What the board of the school's day is made from, without names.
    pub board: BoardFacts,
    /// Which post the screen stands at.
    pub post: CheckpointId,
}

/// Sets up a screen; its secret is answered once and never again.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn create(app: &App, actor: &Actor, id: CheckpointId, name: &str) -> Result<(Screen, String)> {
    let post = require(app, actor, Right::ManagePlaces, id)?;
    let (secret, now) = (secret(), app.clock.now());
    let screen = app.store.write::<_, Problem>(&actor.scope(Right::ManagePlaces), |tx| {
        // Taking a number makes those who set up a screen at the same time wait, so that each sees the last number.
        counters::next(tx, counters::Counter::Screen)?;
        let number = screens::of_checkpoint(tx, id)?.first().map_or(0, |last| last.number) + 1;
        let (screen_id, token_hash) = (ScreenId::fresh(), hash(&secret));
        let name = name.to_owned();
        let (created_by, created_at) = (actor.person, now);
        let screen = Screen {
            id: screen_id,
            checkpoint_id: id,
            number,
            name,
            token_hash,
            created_by,
            created_at,
            revoked_at: None,
        };
        screens::insert(tx, &screen)?;
        audit::done(tx, actor, now, event("screen.create", &post, screen.id))?;
        Ok(screen)
    })?;
    Ok((screen, secret))
}

/// The screens of a checkpoint, newest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(app: &App, actor: &Actor, id: CheckpointId) -> Result<Vec<Screen>> {
    require(app, actor, Right::ManagePlaces, id)?;
    Ok(app.store.read(&actor.scope(Right::ManagePlaces), |read| screens::of_checkpoint(read, id))?)
}

/// Revokes a screen: it shows nothing more, and codes kept from it do not count.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn revoke(app: &App, actor: &Actor, checkpoint: CheckpointId, id: ScreenId) -> Result<()> {
    let post = require(app, actor, Right::ManagePlaces, checkpoint)?;
    let now = app.clock.now();
    app.store.write(&actor.scope(Right::ManagePlaces), |tx| {
        screens::revoke(tx, checkpoint, id, now)?;
        audit::done(tx, actor, now, event("screen.revoke", &post, id))
    })
}

/// What the screen with this secret shows now.
///
/// # Errors
/// [`Code::UnknownScreen`] if no screen in use has it.
pub fn show(app: &App, secret: &str) -> Result<Showing> {
    app.store.read(&Scope::Everything, |read| {
        app.follow_keys(read)?;
        let missing = |error| match error {
            store::Error::NotFound => Code::UnknownScreen.into(),
            other => Problem::from(other),
        };
        let screen = screens::by_token_hash(read, &hash(secret)).map_err(missing)?;
        let post = checkpoints::find(read, screen.checkpoint_id).map_err(missing)?;
        if screen.revoked_at.is_some() {
            return Err(Code::UnknownScreen.into());
        }
        let school = organizations::find(read, post.school_id)?;
        let today = app.clock.now().date_in(zone_of(&school.timezone)?);
        let board = board::loaded(app, read, school, today, false)?;
        showing(app, &screen, post, board)
    })
}

fn showing(app: &App, screen: &Screen, post: Checkpoint, board: BoardFacts) -> Result<Showing> {
    let (now, keys) = (app.clock.now(), app.code_keys());
    let clock = ScreenClock::new(app.config.screen_step_seconds);
    let screen_no = ScreenNumber::try_from(screen.number).map_err(Problem::internal)?;
    let step = clock.step_at(now.utc());
    let code = ScreenCode { checkpoint: post.number()?, screen: screen_no, step, key: keys.signing_id() };
    let code = code.encode(&keys).map_err(Problem::internal)?;
    let link = code_link(&app.config.public_url, &code, app.config.uppercase_url);
    Ok(Showing {
        school: board.school.name.clone(),
        checkpoint: post.name,
        screen: screen.name.clone(),
        qr_svg: sign::link_svg(&link).map_err(|_| Code::SignNotDrawable)?,
        link,
        code,
        seconds_left: clock.seconds_left(now.utc()),
        step_seconds: app.config.screen_step_seconds.get(),
        now,
        board,
        post: post.id,
    })
}

/// 256 random bits as text.
fn secret() -> String {
    let mut bytes = [0_u8; 32];
    rand::rng().fill_bytes(&mut bytes);
    data_encoding::BASE64URL_NOPAD.encode(&bytes)
}

/// A secret of 256 random bits needs no slow hash: nobody can try them all.
fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

fn event<'a>(action: &'static str, post: &'a Post, screen: ScreenId) -> Event<'a> {
    let details = json!({ "checkpoint": post.row.id, "name": post.row.name });
    Event { action, organization: Some(&post.school.path), subject: Some(("screen", screen.to_string())), details }
}
