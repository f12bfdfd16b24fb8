//! Calendars: imported notices of the State Council, and the days and terms that bureaus and schools enter.

use chrono::{NaiveDate, Weekday};
use diesel::prelude::*;

use super::error::{Error, Result};
use super::pool::{Read, Tx};
use super::schema::{calendar_entries, calendar_years, terms};
use super::{generation, organizations};
use crate::domain::calendar::day::{DayEntry, Term};
use crate::domain::id::{OrganizationId, PersonId, TermId};
use crate::domain::moment::Moment;
use crate::domain::words::DayKind;

/// A notice as it was imported.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = calendar_years)]
pub struct YearRow {
    /// The notice's year.
    pub year: i32,
    /// The notice in the form of holiday-cn.
    pub body: String,
    /// Where it came from: a file's name, or the API.
    pub source: String,
    /// When it was imported.
    pub loaded_at: Moment,
}

/// What an organization says of one date.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = calendar_entries)]
pub struct EntryRow {
    /// The bureau or school.
    pub organization_id: OrganizationId,
    /// The date.
    pub date: NaiveDate,
    /// What kind of day it is.
    pub kind: DayKind,
    /// Whose weekday's windows are kept, 1 is Monday.
    pub as_weekday: Option<i32>,
    /// Why; may be empty.
    pub reason: String,
    /// Who entered it.
    pub author_id: PersonId,
    /// When.
    pub created_at: Moment,
}

impl EntryRow {
    /// The entry as the calendar's rules take it.
    #[must_use]
    pub fn entry(&self) -> DayEntry {
        let as_weekday = self.as_weekday.and_then(|day| u8::try_from(day - 1).ok()?.try_into().ok());
        DayEntry { date: self.date, kind: self.kind, reason: self.reason.clone(), as_weekday }
    }

    /// How a weekday stands in the table.
    #[must_use]
    pub fn weekday_number(day: Weekday) -> i32 {
        i32::try_from(day.number_from_monday()).unwrap_or_default()
    }
}

/// A term of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = terms)]
pub struct TermRow {
    /// Its id.
    pub id: TermId,
    /// The bureau or school.
    pub organization_id: OrganizationId,
    /// Its name.
    pub name: String,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day, within the term.
    pub ends_on: NaiveDate,
    /// Who entered it.
    pub author_id: PersonId,
    /// When.
    pub created_at: Moment,
}

impl TermRow {
    /// The term as the calendar's rules take it.
    #[must_use]
    pub fn term(&self) -> Term {
        Term { from: self.starts_on, to: self.ends_on, name: self.name.clone() }
    }
}

/// The imported notices, earliest year first.
///
/// # Errors
/// Those of the database.
pub fn years(read: &mut impl Read) -> Result<Vec<YearRow>> {
    Ok(calendar_years::table.order(calendar_years::year).select(YearRow::as_select()).load(read.db())?)
}

/// What these organizations say of the dates from `from` to `to`, both included, by date.
///
/// The scope does not narrow it: the days of a school follow those of every bureau above it, whoever asks.
///
/// # Errors
/// Those of the database.
pub fn entries(
    read: &mut impl Read,
    organizations: &[OrganizationId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<EntryRow>> {
    Ok(calendar_entries::table
        .filter(calendar_entries::organization_id.eq_any(organizations.to_vec()))
        .filter(calendar_entries::date.between(from, to))
        .order(calendar_entries::date)
        .select(EntryRow::as_select())
        .load(read.db())?)
}

/// Every term of these organizations, by start. The scope does not narrow it, as with [`entries`].
///
/// # Errors
/// Those of the database.
pub fn terms(read: &mut impl Read, organizations: &[OrganizationId]) -> Result<Vec<TermRow>> {
    Ok(terms::table
        .filter(terms::organization_id.eq_any(organizations.to_vec()))
        .order((terms::starts_on, terms::id))
        .select(TermRow::as_select())
        .load(read.db())?)
}

/// Keeps a notice, in place of the one of the same year.
///
/// # Errors
/// Those of the database.
pub fn put_year(tx: &mut Tx, row: &YearRow) -> Result<()> {
    diesel::delete(calendar_years::table.find(row.year)).execute(tx.db())?;
    diesel::insert_into(calendar_years::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Keeps what an organization says of a date, in place of what it said before.
///
/// # Errors
/// Those of the database.
pub fn put_entry(tx: &mut Tx, row: &EntryRow) -> Result<()> {
    diesel::delete(calendar_entries::table.find((row.organization_id, row.date))).execute(tx.db())?;
    diesel::insert_into(calendar_entries::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Takes away what an organization says of a date.
///
/// # Errors
/// [`Error::NotFound`] if it says nothing.
pub fn delete_entry(tx: &mut Tx, organization: OrganizationId, date: NaiveDate) -> Result<()> {
    let rows = diesel::delete(calendar_entries::table.find((organization, date))).execute(tx.db())?;
    if rows == 0 { Err(Error::NotFound) } else { generation::raise(tx) }
}

/// A term of an organization in the scope.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find_term(read: &mut impl Read, id: TermId) -> Result<TermRow> {
    let row: TermRow = terms::table.find(id).select(TermRow::as_select()).first(read.db())?;
    organizations::find(read, row.organization_id)?;
    Ok(row)
}

/// Adds a term.
///
/// # Errors
/// Those of the database.
pub fn insert_term(tx: &mut Tx, row: &TermRow) -> Result<()> {
    diesel::insert_into(terms::table).values(row).execute(tx.db())?;
    generation::raise(tx)
}

/// Takes a term away.
///
/// # Errors
/// Those of the database.
pub fn delete_term(tx: &mut Tx, id: TermId) -> Result<()> {
    diesel::delete(terms::table.find(id)).execute(tx.db())?;
    generation::raise(tx)
}
