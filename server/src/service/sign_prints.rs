//! Signs as pages for printing. Making one is written down: at the sign, so that a post whose sign never was printed is seen,
//! and in the audit log, because a page holds a code.

use serde_json::json;

use crate::domain::id::{CheckpointId, OrganizationId, SignId};
use crate::domain::lang::Lang;
use crate::domain::rights::Right;
use crate::domain::scope::Path;
use crate::domain::sign::{self, Layout, SignView};
use crate::problem::{Problem, Result};
use crate::store::signs;

use super::audit::{self, Event};
use super::{Actor, App, checkpoints, sign_views};

/// How many times a sheet of four shows the sign of one post, which may have several faces.
const COPIES: usize = 4;

/// How pages are made.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// How many signs stand on a page.
    pub layout: Layout,
    /// The language of the signs.
    pub lang: Lang,
    /// Only to look at: nothing is written down.
    pub preview: bool,
}

/// The page of the sign that counts at a checkpoint; as a sheet of four the same sign four times.
///
/// # Errors
/// `not_found`, `forbidden`, `sign_key_retired`, `sign_not_drawable`.
pub fn checkpoint(app: &App, actor: &Actor, id: CheckpointId, sheet: Sheet) -> Result<String> {
    let post = checkpoints::require(app, actor, Right::ManagePlaces, id)?;
    let (sign, view) = sign_views::of_post(app, actor, &post)?;
    let copies = if sheet.layout == Layout::FourUp { COPIES } else { 1 };
    let page = sign::html(&vec![view; copies], sheet.layout, sheet.lang)?;
    if sheet.preview {
        return Ok(page);
    }
    written(app, actor, &post.school.path, ("checkpoint", id.to_string()), &[sign])?;
    Ok(page)
}

/// The pages of every sign of a school, in its order.
///
/// # Errors
/// `not_found`, `forbidden`, `sign_key_retired`, `sign_not_drawable`.
pub fn school(app: &App, actor: &Actor, id: OrganizationId, sheet: Sheet) -> Result<String> {
    let school = checkpoints::school(app, actor, Right::ManagePlaces, id)?;
    let (signs, views): (Vec<SignId>, Vec<SignView>) = sign_views::of_school(app, actor, id)?.into_iter().unzip();
    let pages = sign::html(&views, sheet.layout, sheet.lang)?;
    if sheet.preview {
        return Ok(pages);
    }
    written(app, actor, &school.path, ("school", id.to_string()), &signs)?;
    Ok(pages)
}

fn written(app: &App, actor: &Actor, place: &Path, subject: (&'static str, String), printed: &[SignId]) -> Result<()> {
    let now = app.clock.now();
    app.store.write::<_, Problem>(&actor.scope(Right::ManagePlaces), |tx| {
        signs::mark_printed(tx, printed, now)?;
        let details = json!({ "signs": printed.len() });
        let event = Event { action: "sign.print", organization: Some(place), subject: Some(subject), details };
        audit::done(tx, actor, now, event)
    })
}
