//! Inspections with their answers. Rows are only ever added.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::error::Result;
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::{inspection_answers, inspections};
use crate::domain::id::{ChecklistId, HazardId, InspectionId, OrganizationId, PersonId};
use crate::domain::inspection::InspectionAnswer;
use crate::domain::moment::Moment;

/// An inspection.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = inspections)]
pub struct InspectionRow {
    /// Its id, made by whoever inspects.
    pub id: InspectionId,
    /// At which school.
    pub school_id: OrganizationId,
    /// By which checklist.
    pub checklist_id: ChecklistId,
    /// Who.
    pub person_id: PersonId,
    /// When.
    pub at: Moment,
    /// On which date of the school.
    pub date: NaiveDate,
}

/// An answer to an item.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = inspection_answers)]
#[diesel(treat_none_as_default_value = false)]
pub struct InspectionAnswerRow {
    /// Of which inspection.
    pub inspection_id: InspectionId,
    /// The place of its item in the checklist.
    pub place: i32,
    /// What was answered.
    pub answer: InspectionAnswer,
    /// In words; may be empty.
    pub note: String,
    /// The hazard that a "no" became.
    pub hazard_id: Option<HazardId>,
}

/// Adds an inspection with its answers.
///
/// # Errors
/// [`crate::store::Error::Duplicate`] if there is one with that id.
pub fn insert(tx: &mut Tx, row: &InspectionRow, answers: &[InspectionAnswerRow]) -> Result<()> {
    diesel::insert_into(inspections::table).values(row).execute(tx.db())?;
    for answer in answers {
        diesel::insert_into(inspection_answers::table).values(answer).execute(tx.db())?;
    }
    Ok(())
}

/// The inspection with that id, if there is one.
///
/// # Errors
/// Those of the database.
pub fn find(read: &mut impl Read, id: InspectionId) -> Result<Option<InspectionRow>> {
    Ok(inspections::table.find(id).select(InspectionRow::as_select()).first(read.db()).optional()?)
}

/// The answers of some inspections, each in the order of its checklist.
///
/// # Errors
/// Those of the database.
pub fn answers_of(
    read: &mut impl Read,
    ids: Vec<InspectionId>,
) -> Result<HashMap<InspectionId, Vec<InspectionAnswerRow>>> {
    let rows: Vec<InspectionAnswerRow> = inspection_answers::table
        .filter(inspection_answers::inspection_id.eq_any(ids))
        .order((inspection_answers::inspection_id, inspection_answers::place))
        .select(InspectionAnswerRow::as_select())
        .load(read.db())?;
    let mut by_inspection: HashMap<InspectionId, Vec<InspectionAnswerRow>> = HashMap::new();
    for row in rows {
        by_inspection.entry(row.inspection_id).or_default().push(row);
    }
    Ok(by_inspection)
}

/// Which inspections of a school.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// From this date on.
    pub from: Option<NaiveDate>,
    /// Until this date, included.
    pub to: Option<NaiveDate>,
    /// Those before this one.
    pub after: Option<(Moment, InspectionId)>,
}

/// The inspections of some schools, the latest first.
///
/// # Errors
/// Those of the database.
pub fn list(read: &mut impl Read, schools: &Seen, filter: Filter, limit: i64) -> Result<Vec<InspectionRow>> {
    let mut query = inspections::table
        .filter(inspections::school_id.eq_any(schools.ids()))
        .order((inspections::at.desc(), inspections::id.desc()))
        .limit(limit)
        .select(InspectionRow::as_select())
        .into_boxed();
    if let Some(from) = filter.from {
        query = query.filter(inspections::date.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(inspections::date.le(to));
    }
    if let Some((at, id)) = filter.after {
        query = query.filter(inspections::at.lt(at).or(inspections::at.eq(at).and(inspections::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// By which checklist each school was inspected on which dates from `from` to `to`, both included.
///
/// # Errors
/// Those of the database.
pub fn dates(
    read: &mut impl Read,
    schools: &Seen,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<(OrganizationId, ChecklistId, NaiveDate)>> {
    Ok(inspections::table
        .filter(inspections::school_id.eq_any(schools.ids()))
        .filter(inspections::date.between(from, to))
        .order((inspections::school_id, inspections::date))
        .select((inspections::school_id, inspections::checklist_id, inspections::date))
        .load(read.db())?)
}

/// The inspections of a person, by time. They are the person's own, so no scope narrows them.
///
/// # Errors
/// Those of the database.
pub fn of_person(read: &mut impl Read, person: PersonId) -> Result<Vec<InspectionRow>> {
    let own = inspections::table.filter(inspections::person_id.eq(person));
    Ok(own.order((inspections::at, inspections::id)).select(InspectionRow::as_select()).load(read.db())?)
}
