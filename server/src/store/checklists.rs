//! Checklists that organizations added. They are never edited, only retired.

use diesel::prelude::*;

use super::columns::JsonText;
use super::error::{Error, Result};
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::checklists;
use crate::domain::id::{ChecklistId, OrganizationId, PersonId};
use crate::domain::inspection::{Checklist, Inspector};
use crate::domain::moment::Moment;
use crate::domain::patrol::Per;

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = checklists)]
pub struct ChecklistRow {
    /// Its id.
    pub id: ChecklistId,
    /// Whose: it holds there and in all below.
    pub organization_id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Who goes through it.
    pub inspector: Inspector,
    /// In which time it is asked for.
    pub per: Per,
    /// How often in that time.
    pub times: i32,
    /// What is looked at.
    pub items: JsonText,
    /// Who added it.
    pub author_id: PersonId,
    /// When.
    pub created_at: Moment,
    /// Who retired it.
    pub retired_by: Option<PersonId>,
    /// When; none while it holds.
    pub retired_at: Option<Moment>,
}

impl ChecklistRow {
    /// A row for a new checklist of an organization.
    ///
    /// # Errors
    /// [`Error::Other`] for a number beyond the column, which was checked before.
    pub fn of(
        list: &Checklist,
        organization_id: OrganizationId,
        author_id: PersonId,
        created_at: Moment,
    ) -> Result<Self> {
        Ok(Self {
            id: ChecklistId::fresh(),
            organization_id,
            name: list.name.clone(),
            inspector: list.inspector,
            per: list.per,
            times: i32::try_from(list.times).map_err(|_| Error::Other("times of a checklist".into()))?,
            items: JsonText::of(&list.items)?,
            author_id,
            created_at,
            retired_by: None,
            retired_at: None,
        })
    }

    /// What it says.
    ///
    /// # Errors
    /// [`Error::Other`] if a column cannot be read, which is a defect.
    pub fn list(&self) -> Result<Checklist> {
        Ok(Checklist {
            name: self.name.clone(),
            inspector: self.inspector,
            per: self.per,
            times: u32::try_from(self.times).map_err(|_| Error::Other(format!("checklist {}", self.id)))?,
            items: self.items.read()?,
        })
    }
}

/// Adds a checklist.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, row: &ChecklistRow) -> Result<()> {
    diesel::insert_into(checklists::table).values(row).execute(tx.db())?;
    Ok(())
}

/// Retires a checklist, unless it is.
///
/// # Errors
/// Those of the database.
pub fn retire(tx: &mut Tx, id: ChecklistId, by: PersonId, at: Moment) -> Result<bool> {
    let held = checklists::table.filter(checklists::id.eq(id)).filter(checklists::retired_at.is_null());
    let retired = (checklists::retired_by.eq(by), checklists::retired_at.eq(at));
    Ok(diesel::update(held).set(retired).execute(tx.db())? > 0)
}

/// The checklists of some organizations, retired ones too, the oldest first.
///
/// # Errors
/// Those of the database.
pub fn of(read: &mut impl Read, organizations: &Seen) -> Result<Vec<ChecklistRow>> {
    Ok(checklists::table
        .filter(checklists::organization_id.eq_any(organizations.ids()))
        .order((checklists::created_at, checklists::id))
        .select(ChecklistRow::as_select())
        .load(read.db())?)
}

/// Some checklists, whosever they are: what an inspection that may be read refers to.
///
/// # Errors
/// Those of the database.
pub fn find_all(read: &mut impl Read, ids: Vec<ChecklistId>) -> Result<Vec<ChecklistRow>> {
    let some = checklists::table.filter(checklists::id.eq_any(ids));
    Ok(some.select(ChecklistRow::as_select()).load(read.db())?)
}
