//! Duties: what one window asks of one checkpoint.

use chrono::NaiveDate;
use serde_json::json;

use super::dated::{Begun, begin, current, first_date, school_of};
use super::rules::{keepable, note, school, today};
use super::{Actor, App};
use crate::domain::coverage::RoleSet;
use crate::domain::id::{CheckpointId, DutyId, OrganizationId, WindowId};
use crate::domain::rights::Right;
use crate::domain::words::Grade;
use crate::problem::{Code, Problem, Result};
pub use crate::store::duties::DutyRow;
use crate::store::duties::{self, roles_text};
use crate::store::organizations::{Organization, Seen};
use crate::store::{Error, Read, Tx, checkpoints, stale_days, windows};

/// The most slots a duty can have.
pub const MOST_SLOTS: u16 = 100;

/// A duty to add.
#[derive(Debug)]
pub struct NewDuty {
    /// When.
    pub window_id: WindowId,
    /// Where.
    pub checkpoint_id: CheckpointId,
    /// Its place in the order.
    pub position: i32,
    /// Which roles may fill a slot.
    pub roles: RoleSet,
    /// How many slots.
    pub count: u16,
    /// The grade that a proof must reach.
    pub min_grade: Grade,
    /// The first date it holds; today unless given.
    pub valid_from: Option<NaiveDate>,
}

/// What to change of a duty; what is none stays.
#[derive(Debug, Default)]
pub struct DutyPatch {
    /// Another checkpoint.
    pub checkpoint_id: Option<CheckpointId>,
    /// Another place in the order.
    pub position: Option<i32>,
    /// Other roles.
    pub roles: Option<RoleSet>,
    /// Another number of slots.
    pub count: Option<u16>,
    /// Another grade.
    pub min_grade: Option<Grade>,
    /// From which date on; today unless given.
    pub effective_from: Option<NaiveDate>,
}

/// The duties of a school as they are today or will be later.
///
/// # Errors
/// `not_found`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<DutyRow>> {
    let school = school(app, actor, Right::ReadSetUp, id)?;
    let today = today(app, &school)?;
    let seen = Seen::rows(&[school]);
    let mut rows = app.store.read(&actor.scope(Right::ReadSetUp), |read| duties::from_date(read, &seen, today))?;
    rows.sort_by_key(|row| (row.position, row.id, row.valid_from));
    Ok(rows)
}

/// Every row of a duty, by date.
///
/// # Errors
/// `not_found`.
pub fn history(app: &App, actor: &Actor, id: DutyId) -> Result<Vec<DutyRow>> {
    Ok(app.store.read(&actor.scope(Right::ReadSetUp), |read| duties::history(read, id))?)
}

/// A duty as it is today: the row that holds, else the next one, else the last.
///
/// # Errors
/// `not_found`.
pub fn get(app: &App, actor: &Actor, id: DutyId) -> Result<DutyRow> {
    current(app, actor, history(app, actor, id)?)
}

/// Adds a duty to a school.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `invalid_field`, `wrong_window`, `wrong_checkpoint`.
pub fn create(app: &App, actor: &Actor, id: OrganizationId, new: NewDuty) -> Result<DutyRow> {
    let school = school(app, actor, Right::ManageRules, id)?;
    let valid_from = first_date(today(app, &school)?, new.valid_from)?;
    let row = DutyRow {
        id: DutyId::fresh(),
        valid_from,
        valid_to: None,
        school_id: school.id,
        window_id: new.window_id,
        checkpoint_id: new.checkpoint_id,
        position: new.position,
        roles: roles_text(new.roles)?,
        count: i32::from(new.count),
        min_grade: new.min_grade,
        version: 1,
        author_id: Some(actor.person),
        created_at: app.clock.now(),
    };
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        checked(tx, &row)?;
        duties::insert(tx, &row)?;
        changed(app, tx, actor, &school, "duty.add", &row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

/// Edits a duty that is still at `version`, from a date on. Figures of the days before stand.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `date_in_past`, `rule_ended`, `invalid_field`, `wrong_checkpoint`.
pub fn edit(app: &App, actor: &Actor, id: DutyId, version: i32, patch: &DutyPatch) -> Result<DutyRow> {
    keepable("effective_from", patch.effective_from)?;
    let school = school_of(app, actor, Right::ManageRules, &history(app, actor, id)?)?;
    let today = today(app, &school)?;
    let row = app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        duties::take(tx, id, version)?;
        let Begun { base, from, valid_to } = begin(duties::history(tx, id)?, today, patch.effective_from)?;
        let base = DutyRow { valid_from: from, valid_to, author_id: Some(actor.person), ..base };
        let row = DutyRow { created_at: app.clock.now(), ..patched(base, patch)? };
        checked(tx, &row)?;
        duties::end(tx, id, from)?;
        duties::put(tx, &row)?;
        changed(app, tx, actor, &school, "duty.edit", &row)?;
        Ok(row)
    })?;
    app.bus.school_changed(school.id);
    Ok(row)
}

/// Ends a duty that is still at `version` from a date on.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `date_in_past`, `rule_ended`.
pub fn end(app: &App, actor: &Actor, id: DutyId, version: i32, from: Option<NaiveDate>) -> Result<()> {
    keepable("from", from)?;
    let school = school_of(app, actor, Right::ManageRules, &history(app, actor, id)?)?;
    let today = today(app, &school)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        duties::take(tx, id, version)?;
        let Begun { base, from, .. } = begin(duties::history(tx, id)?, today, from)?;
        duties::end(tx, id, from)?;
        let row = DutyRow { valid_from: from, valid_to: Some(from), ..base };
        changed(app, tx, actor, &school, "duty.end", &row)
    })?;
    app.bus.school_changed(school.id);
    Ok(())
}

fn patched(row: DutyRow, patch: &DutyPatch) -> Result<DutyRow> {
    Ok(DutyRow {
        checkpoint_id: patch.checkpoint_id.unwrap_or(row.checkpoint_id),
        position: patch.position.unwrap_or(row.position),
        roles: patch.roles.map(roles_text).transpose()?.unwrap_or(row.roles),
        count: patch.count.map_or(row.count, i32::from),
        min_grade: patch.min_grade.unwrap_or(row.min_grade),
        ..row
    })
}

/// The numbers are within bounds; window and checkpoint are the school's, and the window holds when the duty begins.
fn checked(read: &mut impl Read, row: &DutyRow) -> Result<()> {
    if row.role_set()?.is_empty() {
        return Err(Problem::invalid("roles", "name at least one role / 至少选择一种身份"));
    }
    if !(1..=i32::from(MOST_SLOTS)).contains(&row.count) {
        return Err(Problem::invalid("count", format!("1 to {MOST_SLOTS} people / 人数为 1 至 {MOST_SLOTS}")));
    }
    if !row.min_grade.opens_a_stay() {
        return Err(Problem::invalid("min_grade", "confirmed, likely or claimed / 只能是已确认、可信或自报"));
    }
    let window = match windows::history(read, row.window_id) {
        Err(Error::NotFound) => return Err(Code::WrongWindow.into()),
        found => found?,
    };
    let lasts = window.last().is_some_and(|last| last.valid_to.is_none_or(|to| row.valid_from < to));
    if !lasts || window.iter().any(|window| window.school_id != row.school_id) {
        return Err(Code::WrongWindow.into());
    }
    match checkpoints::find(read, row.checkpoint_id) {
        Ok(found) if found.school_id == row.school_id && found.archived_at.is_none() => Ok(()),
        Ok(_) | Err(Error::NotFound) => Err(Code::WrongCheckpoint.into()),
        Err(error) => Err(error.into()),
    }
}

fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    school: &Organization,
    action: &'static str,
    row: &DutyRow,
) -> Result<()> {
    stale_days::mark_from(tx, vec![school.id], row.valid_from)?;
    let details = json!({
        "valid_from": row.valid_from, "valid_to": row.valid_to, "window_id": row.window_id,
        "checkpoint_id": row.checkpoint_id, "position": row.position,
        "roles": row.role_set()?.iter().collect::<Vec<_>>(), "count": row.count, "min_grade": row.min_grade,
    });
    note(app, tx, actor, school, action, ("duty", row.id.to_string()), details)
}
