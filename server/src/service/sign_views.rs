//! What is drawn on a sign: its code, its post, the windows it is staffed in, the responsible officer.

use chrono::NaiveDate;

use crate::domain::code::SignSerial;
use crate::domain::code::key_set::KeySet;
use crate::domain::code::link::code_link;
use crate::domain::code::short_code::ShortCode;
use crate::domain::id::{CheckpointId, OrganizationId, SignId};
use crate::domain::rights::Right;
use crate::domain::sign::{SignError, SignView, WindowLine};
use crate::problem::{Code, Problem, Result};
use crate::store::duties::{self, DutyRow};
use crate::store::organizations::Seen;
use crate::store::signs::{self, Sign};
use crate::store::windows::{self, WindowRow};

use super::checkpoints::{self, Post};
use super::school_day::zone_of;
use super::{Actor, App};

/// The sign that counts at a checkpoint.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::SignKeyRetired`] if its key was withdrawn since.
pub fn of_checkpoint(app: &App, actor: &Actor, id: CheckpointId) -> Result<SignView> {
    let post = checkpoints::require(app, actor, Right::ManagePlaces, id)?;
    Ok(of_post(app, actor, &post)?.1)
}

/// The same for a post that was found already, with the sign's id.
pub(super) fn of_post(app: &App, actor: &Actor, post: &Post) -> Result<(SignId, SignView)> {
    views(app, actor, std::slice::from_ref(post))?.pop().ok_or_else(|| Code::NotFound.into())
}

/// The signs of a whole school, in its order. That the actor may print them was checked.
pub(super) fn of_school(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<(SignId, SignView)>> {
    views(app, actor, &checkpoints::list(app, actor, id)?)
}

/// The views of posts of one school.
fn views(app: &App, actor: &Actor, posts: &[Post]) -> Result<Vec<(SignId, SignView)>> {
    let Some(first) = posts.first() else { return Ok(Vec::new()) };
    let today = app.clock.now().date_in(zone_of(&first.school.timezone)?);
    app.store.read(&actor.scope(Right::ManagePlaces), |read| {
        app.follow_keys(read)?;
        let school = Seen::rows(std::slice::from_ref(&first.school));
        let mut windows = windows::valid_between(read, &school, today, today)?;
        windows.sort_by_key(|window| (window.starts, window.ends, window.id));
        let duties = duties::valid_between(read, &school, today, today)?;
        let mut views = Vec::new();
        for post in posts {
            let Some(sign) = signs::of_checkpoint(read, post.row.id)?.into_iter().find(|s| s.revoked_at.is_none())
            else {
                continue;
            };
            let lines = lines(post.row.id, &windows, &duties)?;
            views.push((sign.id, view(app, &app.code_keys(), post, &sign, &lines)?));
        }
        Ok(views)
    })
}

fn view(app: &App, keys: &KeySet, post: &Post, sign: &Sign, windows: &[WindowLine]) -> Result<SignView> {
    Ok(SignView {
        school: post.school.name.clone(),
        post: post.row.name.clone(),
        windows: windows.to_vec(),
        officer: post.row.officer()?,
        link: link(app, keys, post, sign)?,
        short_code: ShortCode::parse(&sign.short_code).map_err(Problem::internal)?,
        checkpoint: post.row.number()?,
        serial: SignSerial::try_from(sign.serial).map_err(Problem::internal)?,
        issued_on: issued_on(post, sign)?,
    })
}

fn link(app: &App, keys: &KeySet, post: &Post, sign: &Sign) -> Result<String> {
    let code = sign.code(post.row.number()?)?.encode(keys).map_err(|_| Code::SignKeyRetired)?;
    Ok(code_link(&app.config.public_url, &code, app.config.uppercase_url))
}

fn issued_on(post: &Post, sign: &Sign) -> Result<NaiveDate> {
    Ok(sign.issued_at.date_in(zone_of(&post.school.timezone)?))
}

/// The windows in which a duty asks for people at the post; all of the school's if no duty names the post.
fn lines(post: CheckpointId, windows: &[WindowRow], duties: &[DutyRow]) -> Result<Vec<WindowLine>> {
    let here: Vec<_> = duties.iter().filter(|duty| duty.checkpoint_id == post).map(|duty| duty.window_id).collect();
    let shown = windows.iter().filter(|window| here.is_empty() || here.contains(&window.id));
    shown.map(line).collect()
}

fn line(window: &WindowRow) -> Result<WindowLine> {
    let rule = window.rule()?;
    let note = Some(window.name.clone()).filter(|name| !name.is_empty());
    Ok(WindowLine { kind: rule.kind, weekdays: rule.weekdays, starts: rule.starts, ends: rule.ends, note })
}

impl From<SignError> for Problem {
    fn from(error: SignError) -> Self {
        match error {
            SignError::LinkTooLong => Code::SignNotDrawable.into(),
            SignError::Encoding(cause) => Self::internal(cause),
        }
    }
}
