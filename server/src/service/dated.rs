//! Rows that hold from one date to another: what windows and duties have in common when they are read and edited.

use chrono::NaiveDate;

use super::rules::{keepable, school, today};
use super::{Actor, App};
use crate::domain::calendar::effective::{self, EditError, Validity};
use crate::domain::id::OrganizationId;
use crate::domain::rights::Right;
use crate::problem::{Code, Result};
use crate::store::duties::DutyRow;
use crate::store::organizations::Organization;
use crate::store::windows::WindowRow;

/// A row of an effective-dated rule.
pub(super) trait Dated {
    /// Whose rule.
    fn school(&self) -> OrganizationId;
    /// The dates that the row holds.
    fn validity(&self) -> Validity;
}

impl Dated for WindowRow {
    fn school(&self) -> OrganizationId {
        self.school_id
    }
    fn validity(&self) -> Validity {
        (self.valid_from, self.valid_to)
    }
}

impl Dated for DutyRow {
    fn school(&self) -> OrganizationId {
        self.school_id
    }
    fn validity(&self) -> Validity {
        (self.valid_from, self.valid_to)
    }
}

/// The school of a rule, given all its rows; the actor has the right there.
pub(super) fn school_of<R: Dated>(app: &App, actor: &Actor, right: Right, rows: &[R]) -> Result<Organization> {
    let id = rows.first().map(Dated::school).ok_or(Code::NotFound)?;
    school(app, actor, right, id)
}

/// The row that holds today, else the next one, else the last. `rows` are in the order of their dates.
pub(super) fn current<R: Dated>(app: &App, actor: &Actor, mut rows: Vec<R>) -> Result<R> {
    let today = today(app, &school_of(app, actor, Right::ReadSetUp, &rows)?)?;
    let held = rows.iter().position(|row| row.validity().1.is_none_or(|to| today < to));
    Ok(rows.swap_remove(held.unwrap_or(rows.len() - 1)))
}

/// The first date of a new rule: as wanted, or today; never a date that has passed.
pub(super) fn first_date(today: NaiveDate, wanted: Option<NaiveDate>) -> Result<NaiveDate> {
    let from = wanted.unwrap_or(today);
    if from < today {
        return Err(EditError::Past.into());
    }
    keepable("valid_from", from)?;
    Ok(from)
}

/// An edit that has begun.
pub(super) struct Begun<R> {
    /// The row that it starts from.
    pub(super) base: R,
    /// The first date it holds.
    pub(super) from: NaiveDate,
    /// The first date that the rule does not hold any more.
    pub(super) valid_to: Option<NaiveDate>,
}

/// Begins an edit that holds from `wanted` on, or from today.
pub(super) fn begin<R: Dated>(rows: Vec<R>, today: NaiveDate, wanted: Option<NaiveDate>) -> Result<Begun<R>> {
    let spans: Vec<Validity> = rows.iter().map(Dated::validity).collect();
    let plan = effective::edit(&spans, today, wanted)?;
    let base = rows.into_iter().nth(plan.base).ok_or(EditError::Ended)?;
    Ok(Begun { base, from: plan.from, valid_to: spans.last().and_then(|(_, to)| *to) })
}
