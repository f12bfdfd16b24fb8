//! Making a school usable in one step: posts with fences and signs, windows and duties, all from a published norm.

use serde_json::json;

use crate::domain::calendar::norms::{SchoolTimes, Template, TemplateCheckpoint, TemplateWindow};
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::lang::Lang;
use crate::domain::place::{Area, Position};
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::store::duties::{self, DutyRow, roles_text};
use crate::store::organizations::{Organization, Seen};
use crate::store::windows::{self, WindowRow, minutes_of};
use crate::store::{Tx, generation, stale_days};

use super::checkpoints::{self, NewCheckpoint};
use super::rules::{note, school, today};
use super::{Actor, App};

/// Which template, and what it is measured from.
#[derive(Debug)]
pub struct Use {
    /// The template.
    pub template: &'static Template,
    /// Where the gate is.
    pub gate: Position,
    /// When school starts and ends.
    pub times: SchoolTimes,
    /// Whether being inside a fence proves presence without a code.
    pub fence_only: bool,
}

/// What was made.
#[derive(Debug, Default)]
pub struct Made {
    /// The posts, in their order.
    pub checkpoints: Vec<CheckpointId>,
    /// The windows.
    pub windows: Vec<WindowId>,
    /// The duties, in their order.
    pub duties: Vec<DutyId>,
}

/// Sets a school up from a template.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::SchoolSetUp`] if the school has windows already; `invalid_field` if a window would
/// leave the day.
pub fn apply(app: &App, actor: &Actor, id: OrganizationId, wanted: &Use) -> Result<Made> {
    let school = school(app, actor, Right::ManageRules, id)?;
    actor.require_over(Right::ManagePlaces, &school.path)?;
    let made = app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        // First of all, so that a second set-up waits here and then sees the first one's windows.
        generation::raise(tx)?;
        make(tx, app, actor, &school, wanted)
    })?;
    app.bus.school_changed(school.id);
    Ok(made)
}

fn make(tx: &mut Tx, app: &App, actor: &Actor, school: &Organization, wanted: &Use) -> Result<Made> {
    let today = today(app, school)?;
    if !windows::from_date(tx, &Seen::rows(std::slice::from_ref(school)), today)?.is_empty() {
        return Err(Code::SchoolSetUp.into());
    }
    let mut made = Made::default();
    for post in wanted.template.checkpoints {
        let new = checkpoint(post, wanted, actor.lang)?;
        made.checkpoints.push(checkpoints::insert(tx, app, actor, school, &new)?.id);
    }
    for window in wanted.template.windows {
        let row = window_row(app, actor, school, window, &wanted.times)?;
        windows::insert(tx, &row)?;
        made.windows.push(row.id);
    }
    add_duties(tx, app, actor, school, wanted, &mut made)?;
    // All of this holds from today on.
    stale_days::mark_from(tx, vec![school.id], today)?;
    let details = json!({ "template": wanted.template.code, "checkpoints": made.checkpoints.len() });
    note(app, tx, actor, school, "school.template", ("organization", school.id.to_string()), details)?;
    Ok(made)
}

/// The template's offsets are small, so the earth is flat enough for them.
fn checkpoint(post: &TemplateCheckpoint, wanted: &Use, lang: Lang) -> Result<NewCheckpoint> {
    let refused = |e| Problem::invalid("gate", e);
    let place = wanted.gate.moved_m(post.east_m.into(), post.north_m.into()).map_err(refused)?;
    Ok(NewCheckpoint {
        name: post.name.text(lang).to_owned(),
        kind: post.kind,
        area: Area::circle(place, post.radius_m.into()).map_err(refused)?,
        fence_only: wanted.fence_only,
        officer: None,
        position: None,
    })
}

fn window_row(
    app: &App,
    actor: &Actor,
    school: &Organization,
    window: &TemplateWindow,
    times: &SchoolTimes,
) -> Result<WindowRow> {
    let late = || Problem::invalid("starts", "a window would leave the day / 护学时段超出当天");
    let (starts, ends) = window.times(times).ok_or_else(late)?;
    Ok(WindowRow {
        id: WindowId::fresh(),
        valid_from: today(app, school)?,
        valid_to: None,
        school_id: school.id,
        kind: window.kind,
        name: String::new(),
        weekdays: i32::from(Weekdays::WORKDAYS.bits()),
        on_make_up_days: true,
        starts: minutes_of(starts),
        ends: minutes_of(ends),
        lead_minutes: i32::from(window.lead_minutes),
        version: 1,
        author_id: Some(actor.person),
        created_at: app.clock.now(),
    })
}

/// Every duty of the template, in each of its windows.
fn add_duties(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    school: &Organization,
    wanted: &Use,
    made: &mut Made,
) -> Result<()> {
    let posts = wanted.template.checkpoints.iter().map(|post| post.key).zip(made.checkpoints.clone());
    let posts: std::collections::HashMap<_, _> = posts.collect();
    for window_id in made.windows.clone() {
        for (duty, position) in wanted.template.duties.iter().zip(1..) {
            let post = posts.get(duty.checkpoint).ok_or_else(|| Problem::internal(duty.checkpoint))?;
            let row = DutyRow {
                id: DutyId::fresh(),
                valid_from: today(app, school)?,
                valid_to: None,
                school_id: school.id,
                window_id,
                checkpoint_id: *post,
                position,
                roles: roles_text(duty.roles.iter().copied().collect())?,
                count: duty.count.into(),
                min_grade: duty.min_grade,
                version: 1,
                author_id: Some(actor.person),
                created_at: app.clock.now(),
            };
            duties::insert(tx, &row)?;
            made.duties.push(row.id);
        }
    }
    Ok(())
}
