//! Alerts. Whatever changes one says from which state, so that of several servers one does it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::columns::JsonText;
use super::dialect;
use super::error::Result;
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::alerts;
use crate::domain::alert::AlertKind;
use crate::domain::id::{AlertId, OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// An alert.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = alerts)]
pub struct AlertRow {
    /// The alert.
    pub id: AlertId,
    /// The school; of rounds the station, of the calendar the bureau.
    pub organization_id: OrganizationId,
    /// What it is about.
    pub kind: AlertKind,
    /// The day, by its clock.
    pub date: NaiveDate,
    /// The id of the duty, checkpoint or route; empty if it is about the whole organization.
    pub subject: String,
    /// What the messages say of it.
    pub told: JsonText,
    /// Since when it holds.
    pub since: Moment,
    /// When it is over by time alone.
    pub until: Moment,
    /// When it was seen.
    pub raised_at: Moment,
    /// The place of the first step that has not been told.
    pub step: i32,
    /// When the next step is due; none if there is none.
    pub next_step_at: Option<Moment>,
    /// When somebody said that they see to it.
    pub acknowledged_at: Option<Moment>,
    /// Who.
    pub acknowledged_by: Option<PersonId>,
    /// When it did not hold any more.
    pub closed_at: Option<Moment>,
    /// Whether that was because things were right again, not because its time was over.
    pub resolved: bool,
}

/// Adds alerts, but for those of which there is one like it already; answers which were added.
///
/// # Errors
/// Those of the database.
pub fn raise(tx: &mut Tx, rows: &[AlertRow]) -> Result<BTreeSet<AlertId>> {
    dialect::insert_alerts(tx.db(), rows)
}

/// Every alert that holds.
///
/// # Errors
/// Those of the database.
pub fn open(read: &mut impl Read) -> Result<Vec<AlertRow>> {
    Ok(alerts::table
        .filter(alerts::closed_at.is_null())
        .order((alerts::raised_at, alerts::id))
        .select(AlertRow::as_select())
        .load(read.db())?)
}

/// Takes an alert from one step to a later one; false if another server did, or somebody acknowledged or closed it.
///
/// # Errors
/// Those of the database.
pub fn advance(tx: &mut Tx, id: AlertId, from: i32, to: i32, next_step_at: Option<Moment>) -> Result<bool> {
    let target = alerts::table
        .find(id)
        .filter(alerts::step.eq(from))
        .filter(alerts::acknowledged_at.is_null())
        .filter(alerts::closed_at.is_null());
    let changes = (alerts::step.eq(to), alerts::next_step_at.eq(next_step_at));
    Ok(diesel::update(target).set(changes).execute(tx.db())? > 0)
}

/// Closes an alert; false if another server did.
///
/// # Errors
/// Those of the database.
pub fn close(tx: &mut Tx, id: AlertId, now: Moment, resolved: bool) -> Result<bool> {
    let target = alerts::table.find(id).filter(alerts::closed_at.is_null());
    let changes = (alerts::closed_at.eq(now), alerts::resolved.eq(resolved));
    Ok(diesel::update(target).set(changes).execute(tx.db())? > 0)
}

/// Notes who sees to an alert; whoever says so first.
///
/// # Errors
/// Those of the database.
pub fn acknowledge(tx: &mut Tx, id: AlertId, by: PersonId, now: Moment) -> Result<bool> {
    let target = alerts::table.find(id).filter(alerts::acknowledged_at.is_null());
    let changes = (alerts::acknowledged_at.eq(now), alerts::acknowledged_by.eq(by));
    Ok(diesel::update(target).set(changes).execute(tx.db())? > 0)
}

/// An alert of an organization in the scope.
///
/// # Errors
/// [`super::Error::NotFound`].
pub fn find(read: &mut impl Read, id: AlertId) -> Result<AlertRow> {
    let row: AlertRow = alerts::table.find(id).select(AlertRow::as_select()).first(read.db())?;
    organizations::find(read, row.organization_id)?;
    Ok(row)
}

/// These alerts, in no particular order. For messages about them, which are in the scope.
///
/// # Errors
/// Those of the database.
pub fn by_ids(read: &mut impl Read, ids: &BTreeSet<AlertId>) -> Result<Vec<AlertRow>> {
    let ids: Vec<AlertId> = ids.iter().copied().collect();
    Ok(alerts::table.filter(alerts::id.eq_any(ids)).select(AlertRow::as_select()).load(read.db())?)
}

/// The alerts of some organizations, the latest first, after one of them; only those that hold if `open`.
///
/// # Errors
/// Those of the database.
pub fn list(
    read: &mut impl Read,
    about: &Seen,
    open: bool,
    after: Option<(Moment, AlertId)>,
    limit: i64,
) -> Result<Vec<AlertRow>> {
    let mut query = alerts::table
        .filter(alerts::organization_id.eq_any(about.ids()))
        .order((alerts::raised_at.desc(), alerts::id.desc()))
        .limit(limit)
        .select(AlertRow::as_select())
        .into_boxed();
    if open {
        query = query.filter(alerts::closed_at.is_null());
    }
    if let Some((at, id)) = after {
        query = query.filter(alerts::raised_at.lt(at).or(alerts::raised_at.eq(at).and(alerts::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}
