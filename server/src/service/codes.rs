//! What a code says to whoever scans it, before anybody signs in: which post it is, and whether the sign is good.

use chrono::NaiveDate;

use crate::domain::code::short_code::ShortCode;
use crate::domain::code::{Code, CodeError, Unverified};
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::text_enum::text_enum;
use crate::domain::words::WindowKind;
use crate::problem::Result;
use crate::store::checkpoints::{self, Checkpoint};
use crate::store::organizations::Organization;
use crate::store::signs::Sign;
use crate::store::{self, Read, organizations, screens, signs};

use super::App;
use super::school_day::{self, SchoolDay, zone_of};

text_enum! {
    /// What became of the sign or screen that a code comes from.
    pub enum CodeState {
        /// It counts.
        Current = "current",
        /// It was replaced by another sign, or the screen was put away.
        Replaced = "replaced",
        /// The whole post is not in use any more.
        PostClosed = "post_closed",
    }
}

/// A window of today, or of the next day that has one.
#[derive(Debug, Clone)]
pub struct NextWindow {
    /// What it is for.
    pub kind: WindowKind,
    /// Its start, on the school's clock.
    pub starts_at: chrono::DateTime<chrono::FixedOffset>,
    /// Its end.
    pub ends_at: chrono::DateTime<chrono::FixedOffset>,
    /// When people should be on post.
    pub on_post_by: chrono::DateTime<chrono::FixedOffset>,
    /// Whether it is now.
    pub open: bool,
}

/// What a code that is ours says.
#[derive(Debug, Clone)]
pub struct CodeFacts {
    /// The school.
    pub school: Organization,
    /// The post.
    pub checkpoint: Checkpoint,
    /// Whether it counts.
    pub state: CodeState,
    /// From a screen, not from a printed sign.
    pub from_screen: bool,
    /// On which day it was replaced, in the school's time.
    pub replaced_on: Option<NaiveDate>,
    /// The window that is open now, or the next one today.
    pub window: Option<NextWindow>,
    /// The server's moment, on the school's clock.
    pub now: chrono::DateTime<chrono::FixedOffset>,
}

/// What a scanned or typed code says.
///
/// # Errors
/// A [`CodeError`] as `Ok(Err(…))` if it is none of ours; the outer error is the database's.
pub fn look_up(app: &App, text: &str) -> Result<Result<CodeFacts, CodeError>> {
    app.store.read(&Scope::Everything, |read| {
        app.follow_keys(read)?;
        match find(app, read, text)? {
            Ok((checkpoint, ended, from_screen)) => Ok(Ok(facts(app, read, checkpoint, ended, from_screen)?)),
            Err(error) => Ok(Err(error)),
        }
    })
}

/// The post, when the sign or screen stopped counting, and whether it is a screen.
type Found = (Checkpoint, Option<Moment>, bool);

fn find(app: &App, read: &mut impl Read, text: &str) -> Result<Result<Found, CodeError>> {
    if let Ok(short) = ShortCode::parse(text) {
        return by_sign(read, |read| signs::by_short_code(read, short.as_str()), CodeError::MistypedShortCode);
    }
    let code = match Unverified::parse(text).and_then(|code| code.verify(&app.code_keys())) {
        Ok(code) => code,
        Err(error) => return Ok(Err(error)),
    };
    let Some(post) = optional(checkpoints::by_number(read, code.checkpoint()))? else {
        return Ok(Err(CodeError::BadSignature));
    };
    match code {
        Code::Sign(code) => by_sign(read, |read| signs::by_serial(read, post.id, code.serial), CodeError::BadSignature),
        Code::Screen(code) => {
            let screen = optional(screens::by_number(read, post.id, code.screen))?;
            Ok(screen.map(|screen| (post, screen.revoked_at, true)).ok_or(CodeError::BadSignature))
        }
    }
}

fn by_sign<R: Read>(
    read: &mut R,
    find: impl FnOnce(&mut R) -> store::Result<Sign>,
    otherwise: CodeError,
) -> Result<Result<Found, CodeError>> {
    let Some(sign) = optional(find(read))? else { return Ok(Err(otherwise)) };
    Ok(Ok((checkpoints::ever(read, sign.checkpoint_id)?, sign.revoked_at, false)))
}

fn optional<T>(found: store::Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(store::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn facts(
    app: &App,
    read: &mut impl Read,
    checkpoint: Checkpoint,
    ended: Option<Moment>,
    from_screen: bool,
) -> Result<CodeFacts> {
    let school = organizations::find(read, checkpoint.school_id)?;
    let zone = zone_of(&school.timezone)?;
    let now = app.clock.now();
    let closed = checkpoint.archived_at.or(school.archived_at).is_some();
    let state = match ended {
        _ if closed => CodeState::PostClosed,
        Some(_) => CodeState::Replaced,
        None => CodeState::Current,
    };
    let window = if closed {
        None
    } else {
        let years = app.years(read)?;
        window(&school_day::load(read, &years, school.id, now.date_in(zone))?, now)
    };
    let replaced_on = ended.map(|at| at.date_in(zone));
    Ok(CodeFacts { school, checkpoint, state, from_screen, replaced_on, window, now: now.in_zone(zone) })
}

/// The window that is open, else the next one of the day.
pub(super) fn window(day: &SchoolDay, now: Moment) -> Option<NextWindow> {
    let next =
        day.plan.open_windows().filter(|window| Moment::from(window.ends_at) > now).min_by_key(|w| w.starts_at)?;
    let on_post_by = next.on_post_by();
    let open = Moment::from(on_post_by) <= now;
    Some(NextWindow { kind: next.kind, starts_at: next.starts_at, ends_at: next.ends_at, on_post_by, open })
}
