//! Windows: when posts are staffed, week by week.

use chrono::{NaiveDate, NaiveTime};
use serde_json::json;

use super::dated::{Begun, begin, current, first_date, school_of};
use super::rules::{keepable, note, refused, school, today};
use super::{Actor, App};
use crate::domain::calendar::weekdays::Weekdays;
use crate::domain::calendar::window::WindowError;
use crate::domain::id::{OrganizationId, WindowId};
use crate::domain::rights::Right;
use crate::domain::words::WindowKind;
use crate::problem::{Problem, Result};
use crate::store::organizations::{Organization, Seen};
use crate::store::windows::{self, minutes_of};
pub use crate::store::windows::{WindowRow, time_of};
use crate::store::{Tx, duties, stale_days};

/// A window to add.
#[derive(Debug)]
pub struct NewWindow {
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// What people call it.
    pub name: String,
    /// The weekdays it is kept on.
    pub weekdays: Weekdays,
    /// Whether it is kept on make-up days for which nobody named a weekday.
    pub on_make_up_days: bool,
    /// Local start.
    pub starts: NaiveTime,
    /// Local end, exclusive.
    pub ends: NaiveTime,
    /// How long before the start people should be on post, minutes.
    pub lead_minutes: u16,
    /// The first date it holds; today unless given.
    pub valid_from: Option<NaiveDate>,
    /// The first date it does not hold any more.
    pub valid_to: Option<NaiveDate>,
}

/// What to change of a window; what is none stays.
#[derive(Debug, Default)]
pub struct WindowPatch {
    /// A new kind.
    pub kind: Option<WindowKind>,
    /// A new name.
    pub name: Option<String>,
    /// New weekdays.
    pub weekdays: Option<Weekdays>,
    /// Whether it is kept on make-up days.
    pub on_make_up_days: Option<bool>,
    /// A new start.
    pub starts: Option<NaiveTime>,
    /// A new end.
    pub ends: Option<NaiveTime>,
    /// A new lead, minutes.
    pub lead_minutes: Option<u16>,
    /// From which date on; today unless given.
    pub effective_from: Option<NaiveDate>,
}

/// The windows of a school as they are today or will be later.
///
/// # Errors
/// `not_found`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<WindowRow>> {
    let school = school(app, actor, Right::ReadSetUp, id)?;
    let today = today(app, &school)?;
    Ok(app
        .store
        .read(&actor.scope(Right::ReadSetUp), |read| windows::from_date(read, &Seen::rows(&[school]), today))?)
}

/// Every row of a window, by date.
///
/// # Errors
/// `not_found`.
pub fn history(app: &App, actor: &Actor, id: WindowId) -> Result<Vec<WindowRow>> {
    Ok(app.store.read(&actor.scope(Right::ReadSetUp), |read| windows::history(read, id))?)
}

/// A window as it is today: the row that holds, else the next one, else the last.
///
/// # Errors
/// `not_found`.
pub fn get(app: &App, actor: &Actor, id: WindowId) -> Result<WindowRow> {
    current(app, actor, history(app, actor, id)?)
}

/// Adds a window to a school.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `invalid_field`.
pub fn create(app: &App, actor: &Actor, id: OrganizationId, new: NewWindow) -> Result<WindowRow> {
    let school = school(app, actor, Right::ManageRules, id)?;
    let valid_from = first_date(today(app, &school)?, new.valid_from)?;
    keepable("valid_to", new.valid_to)?;
    let row = WindowRow {
        id: WindowId::fresh(),
        valid_from,
        valid_to: new.valid_to,
        school_id: school.id,
        kind: new.kind,
        name: new.name,
        weekdays: i32::from(new.weekdays.bits()),
        on_make_up_days: new.on_make_up_days,
        starts: minutes_of(new.starts),
        ends: minutes_of(new.ends),
        lead_minutes: i32::from(new.lead_minutes),
        version: 1,
        author_id: Some(actor.person),
        created_at: app.clock.now(),
    };
    checked(&row)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        windows::insert(tx, &row)?;
        changed(app, tx, actor, &school, "window.add", &row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

/// Edits a window that is still at `version`, from a date on. Figures of the days before stand.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `date_in_past`, `rule_ended`, `invalid_field`.
pub fn edit(app: &App, actor: &Actor, id: WindowId, version: i32, patch: WindowPatch) -> Result<WindowRow> {
    keepable("effective_from", patch.effective_from)?;
    let school = school_of(app, actor, Right::ManageRules, &history(app, actor, id)?)?;
    let today = today(app, &school)?;
    let row = app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        windows::take(tx, id, version)?;
        let Begun { base, from, valid_to } = begin(windows::history(tx, id)?, today, patch.effective_from)?;
        let base = WindowRow { valid_from: from, valid_to, author_id: Some(actor.person), ..base };
        let row = WindowRow { created_at: app.clock.now(), ..patched(base, patch) };
        checked(&row)?;
        windows::end(tx, id, from)?;
        windows::put(tx, &row)?;
        changed(app, tx, actor, &school, "window.edit", &row)?;
        Ok(row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

/// Ends a window that is still at `version` from a date on, and its duties with it.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `date_in_past`, `rule_ended`.
pub fn end(app: &App, actor: &Actor, id: WindowId, version: i32, from: Option<NaiveDate>) -> Result<()> {
    keepable("from", from)?;
    let school = school_of(app, actor, Right::ManageRules, &history(app, actor, id)?)?;
    let today = today(app, &school)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        windows::take(tx, id, version)?;
        let Begun { base, from, .. } = begin(windows::history(tx, id)?, today, from)?;
        windows::end(tx, id, from)?;
        for duty in duties::of_window(tx, id, from)? {
            duties::end(tx, duty.id, from)?;
        }
        let row = WindowRow { valid_from: from, valid_to: Some(from), ..base };
        changed(app, tx, actor, &school, "window.end", &row)
    })?;
    app.bus.school_changed(school.id);
    Ok(())
}

fn patched(row: WindowRow, patch: WindowPatch) -> WindowRow {
    WindowRow {
        kind: patch.kind.unwrap_or(row.kind),
        name: patch.name.unwrap_or(row.name),
        weekdays: patch.weekdays.map_or(row.weekdays, |days| i32::from(days.bits())),
        on_make_up_days: patch.on_make_up_days.unwrap_or(row.on_make_up_days),
        starts: patch.starts.map_or(row.starts, minutes_of),
        ends: patch.ends.map_or(row.ends, minutes_of),
        lead_minutes: patch.lead_minutes.map_or(row.lead_minutes, i32::from),
        ..row
    }
}

fn checked(row: &WindowRow) -> Result<()> {
    row.rule()?.validate().map_err(|error| {
        let field = match error {
            WindowError::Times => "ends",
            WindowError::Weekdays => "weekdays",
            WindowError::Validity => "valid_to",
            WindowError::Lead => "lead_minutes",
        };
        refused(field, error.code(), &error.sentence())
    })
}

fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    action: &'static str,
    row: &WindowRow,
) -> Result<()> {
    stale_days::mark_from(tx, vec![school.id], row.valid_from)?;
    let details = json!({
        "valid_from": row.valid_from, "valid_to": row.valid_to, "kind": row.kind, "name": row.name,
        "weekdays": row.weekdays, "on_make_up_days": row.on_make_up_days, "starts": row.starts, "ends": row.ends,
        "lead_minutes": row.lead_minutes,
    });
    note(app, tx, actor, school, action, ("window", row.id.to_string()), details)
}
