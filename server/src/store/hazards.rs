//! Hazards and the steps taken about them. Rows are only ever added.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::{exists, max, not};
use diesel::prelude::*;

use super::error::Result;
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::{hazard_steps, hazards};
use crate::domain::hazard::{HazardCategory, HazardLevel, HazardStep, Taken};
use crate::domain::id::{CheckpointId, HazardId, HazardStepId, OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// A hazard.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = hazards)]
pub struct HazardRow {
    /// Its id, made by whoever reports it.
    pub id: HazardId,
    /// At which school.
    pub school_id: OrganizationId,
    /// At which post, if it is at one.
    pub checkpoint_id: Option<CheckpointId>,
    /// The year of its number.
    pub year: i32,
    /// Counts the school's hazards of the year.
    pub number: i32,
    /// What kind.
    pub category: HazardCategory,
    /// How bad.
    pub level: HazardLevel,
    /// What is wrong.
    pub description: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// Who reported it.
    pub person_id: PersonId,
    /// When.
    pub reported_at: Moment,
    /// The last day on which it was to be put right when it was reported; none if it is from before that was kept.
    pub deadline: Option<NaiveDate>,
}

/// Something that was done about a hazard.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = hazard_steps)]
pub struct HazardStepRow {
    /// The step.
    pub id: HazardStepId,
    /// Of which hazard.
    pub hazard_id: HazardId,
    /// Its place among the steps.
    pub place: i32,
    /// What.
    pub kind: HazardStep,
    /// Who.
    pub person_id: PersonId,
    /// When.
    pub at: Moment,
    /// In their words; may be empty.
    pub text: String,
    /// Who has to put it right from now on.
    pub assignee_id: Option<PersonId>,
    /// By when.
    pub deadline: Option<NaiveDate>,
}

impl HazardStepRow {
    /// What the rules see of it.
    #[must_use]
    pub const fn taken(&self) -> Taken {
        Taken { kind: self.kind, by: self.person_id, assignee: self.assignee_id, deadline: self.deadline }
    }
}

/// The next number of a school in a year.
///
/// # Errors
/// Those of the database.
pub fn next_number(tx: &mut Tx, school: OrganizationId, year: i32) -> Result<i32> {
    let of_year = hazards::table.filter(hazards::school_id.eq(school)).filter(hazards::year.eq(year));
    let last: Option<i32> = of_year.select(max(hazards::number)).first(tx.db())?;
    Ok(last.unwrap_or_default().saturating_add(1))
}

/// Adds a hazard.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one with that id or number.
pub fn insert(tx: &mut Tx, row: &HazardRow) -> Result<()> {
    diesel::insert_into(hazards::table).values(row).execute(tx.db())?;
    Ok(())
}

/// Adds a step.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if somebody took one meanwhile.
pub fn insert_step(tx: &mut Tx, row: &HazardStepRow) -> Result<()> {
    diesel::insert_into(hazard_steps::table).values(row).execute(tx.db())?;
    Ok(())
}

/// The hazard with that id, if there is one.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, id: HazardId) -> Result<Option<HazardRow>> {
    Ok(hazards::table.find(id).select(HazardRow::as_select()).first(read.db()).optional()?)
}

/// Some hazards, whosever they are: what an inspection that may be read became.
///
/// # Errors
/// Those of the database.
pub fn find_all(read: &mut impl Read, ids: Vec<HazardId>) -> Result<Vec<HazardRow>> {
    Ok(hazards::table.filter(hazards::id.eq_any(ids)).select(HazardRow::as_select()).load(read.db())?)
}

/// What was done about some hazards, each in its order.
///
/// # Errors
/// Those of the database.
pub fn steps_of(read: &mut impl Read, ids: Vec<HazardId>) -> Result<HashMap<HazardId, Vec<HazardStepRow>>> {
    let of = hazard_steps::table.filter(hazard_steps::hazard_id.eq_any(ids));
    let rows: Vec<HazardStepRow> =
        of.order((hazard_steps::hazard_id, hazard_steps::place)).select(HazardStepRow::as_select()).load(read.db())?;
    let mut by_hazard: HashMap<HazardId, Vec<HazardStepRow>> = HashMap::new();
    for row in rows {
        by_hazard.entry(row.hazard_id).or_default().push(row);
    }
    Ok(by_hazard)
}

/// The hazards of some schools, the latest first, after one of them.
///
/// # Errors
/// Those of the database.
pub fn list(
    read: &mut impl Read,
    schools: &Seen,
    after: Option<(Moment, HazardId)>,
    limit: i64,
) -> Result<Vec<HazardRow>> {
    let mut query = hazards::table
        .filter(hazards::school_id.eq_any(schools.ids()))
        .order((hazards::reported_at.desc(), hazards::id.desc()))
        .limit(limit)
        .select(HazardRow::as_select())
        .into_boxed();
    if let Some((at, id)) = after {
        query = query.filter(hazards::reported_at.lt(at).or(hazards::reported_at.eq(at).and(hazards::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// The hazards of some schools that were neither put right nor written off last: those that may be overdue.
///
/// # Errors
/// Those of the database.
pub fn unsettled(read: &mut impl Read, schools: &Seen) -> Result<Vec<HazardRow>> {
    let settled = [HazardStep::Rectified, HazardStep::Accepted, HazardStep::WrittenOff];
    let later = diesel::alias!(hazard_steps as later);
    // The last word about the hazard, and it settles it.
    let settles = hazard_steps::table
        .filter(hazard_steps::hazard_id.eq(hazards::id))
        .filter(hazard_steps::kind.eq_any(settled))
        .filter(not(exists(
            later
                .filter(later.field(hazard_steps::hazard_id).eq(hazard_steps::hazard_id))
                .filter(later.field(hazard_steps::place).gt(hazard_steps::place)),
        )));
    Ok(hazards::table
        .filter(hazards::school_id.eq_any(schools.ids()))
        .filter(not(exists(settles)))
        .select(HazardRow::as_select())
        .load(read.db())?)
}

/// The hazards that were ever assigned to a person. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn assigned_to(read: &mut impl Read, person: PersonId) -> Result<Vec<HazardRow>> {
    let own = hazard_steps::table.filter(hazard_steps::assignee_id.eq(person)).select(hazard_steps::hazard_id);
    let found = hazards::table.filter(hazards::id.eq_any(own));
    Ok(found.order((hazards::reported_at, hazards::id)).select(HazardRow::as_select()).load(read.db())?)
}

/// The hazards that a person reported, by time. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<HazardRow>> {
    let own = hazards::table.filter(hazards::person_id.eq(person));
    Ok(own.order((hazards::reported_at, hazards::id)).select(HazardRow::as_select()).load(read.db())?)
}
