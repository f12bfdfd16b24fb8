//! One-key alarms and what was done about them. Rows are only ever added; where the phone was lies apart, and goes.

use diesel::prelude::*;

use super::error::Result;
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::{alarm_positions, alarm_steps, alarms};
use crate::domain::alarm::AlarmStep;
use crate::domain::id::{AlarmId, AlarmStepId, AlertId, CheckpointId, OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// An alarm.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = alarms)]
pub struct AlarmRow {
    /// Its id, made by the phone.
    pub id: AlarmId,
    /// At which school.
    pub school_id: OrganizationId,
    /// At which post, if it is known.
    pub checkpoint_id: Option<CheckpointId>,
    /// Who asks for help.
    pub person_id: PersonId,
    /// Whether it is a drill.
    pub drill: bool,
    /// What they say; may be empty.
    pub note: String,
    /// When.
    pub at: Moment,
    /// When the server got it.
    pub received_at: Moment,
    /// The alert by which people are told.
    pub alert_id: AlertId,
}

/// Something that was done about an alarm.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = alarm_steps)]
pub struct AlarmStepRow {
    /// The step.
    pub id: AlarmStepId,
    /// Of which alarm.
    pub alarm_id: AlarmId,
    /// What.
    pub kind: AlarmStep,
    /// Who.
    pub person_id: PersonId,
    /// When.
    pub at: Moment,
    /// In their words; may be empty.
    pub text: String,
}

/// Where the phone was when it was raised.
#[derive(Debug, Clone, Copy, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = alarm_positions)]
pub struct AlarmPosition {
    /// Of which alarm.
    pub alarm_id: AlarmId,
    /// Longitude, WGS-84 degrees.
    pub lon: f64,
    /// Latitude, WGS-84 degrees.
    pub lat: f64,
    /// The radius that holds the truth in 95 % of cases, metres.
    pub accuracy_m: f64,
}

/// Adds an alarm.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one with that id.
pub fn insert(tx: &mut Tx, row: &AlarmRow, position: Option<&AlarmPosition>) -> Result<()> {
    diesel::insert_into(alarms::table).values(row).execute(tx.db())?;
    if let Some(position) = position {
        diesel::insert_into(alarm_positions::table).values(position).execute(tx.db())?;
    }
    Ok(())
}

/// Adds a step.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one of that kind.
pub fn insert_step(tx: &mut Tx, row: &AlarmStepRow) -> Result<()> {
    diesel::insert_into(alarm_steps::table).values(row).execute(tx.db())?;
    Ok(())
}

/// The alarm with that id, if there is one.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, id: AlarmId) -> Result<Option<AlarmRow>> {
    Ok(alarms::table.find(id).select(AlarmRow::as_select()).first(read.db()).optional()?)
}

/// What was done about some alarms, in the order of time.
///
/// # Errors
/// Those of the database.
pub fn steps_of(read: &mut impl Read, ids: Vec<AlarmId>) -> Result<Vec<AlarmStepRow>> {
    let of = alarm_steps::table.filter(alarm_steps::alarm_id.eq_any(ids));
    Ok(of.order((alarm_steps::at, alarm_steps::id)).select(AlarmStepRow::as_select()).load(read.db())?)
}

/// Where the phone was, as far as that is still kept.
///
/// # Errors
/// Those of the database.
pub fn position_of(read: &mut impl Read, id: AlarmId) -> Result<Option<AlarmPosition>> {
    Ok(alarm_positions::table.find(id).select(AlarmPosition::as_select()).first(read.db()).optional()?)
}

/// The alarms of some schools, the latest first, after one of them.
///
/// # Errors
/// Those of the database.
pub fn list(
    read: &mut impl Read,
    schools: &Seen,
    after: Option<(Moment, AlarmId)>,
    limit: i64,
) -> Result<Vec<AlarmRow>> {
    let mut query = alarms::table
        .filter(alarms::school_id.eq_any(schools.ids()))
        .order((alarms::received_at.desc(), alarms::id.desc()))
        .limit(limit)
        .select(AlarmRow::as_select())
        .into_boxed();
    if let Some((at, id)) = after {
        query = query.filter(alarms::received_at.lt(at).or(alarms::received_at.eq(at).and(alarms::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// The alarms that a person raised, by time. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<AlarmRow>> {
    let own = alarms::table.filter(alarms::person_id.eq(person));
    Ok(own.order((alarms::at, alarms::id)).select(AlarmRow::as_select()).load(read.db())?)
}

/// Deletes where the phones were of alarms that came in before a moment. Says how many.
///
/// # Errors
/// Those of the database.
pub fn delete_positions_before(tx: &mut Tx, before: Moment) -> Result<usize> {
    let old = alarms::table.filter(alarms::received_at.le(before)).select(alarms::id);
    Ok(diesel::delete(alarm_positions::table.filter(alarm_positions::alarm_id.eq_any(old))).execute(tx.db())?)
}

/// Deletes where a person's phone was.
///
/// # Errors
/// Those of the database.
pub fn delete_positions_of(tx: &mut Tx, person: PersonId) -> Result<()> {
    let own = alarms::table.filter(alarms::person_id.eq(person)).select(alarms::id);
    diesel::delete(alarm_positions::table.filter(alarm_positions::alarm_id.eq_any(own))).execute(tx.db())?;
    Ok(())
}
