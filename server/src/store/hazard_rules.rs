//! What bureaus decided about hazards.

use diesel::prelude::*;

use super::columns::JsonText;
use super::error::{Error, Result};
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::hazard_rules;
use crate::domain::hazard::OwnRules;
use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// What a bureau decided.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = hazard_rules)]
#[diesel(treat_none_as_null = true)]
pub struct HazardRulesRow {
    /// Which bureau.
    pub organization_id: OrganizationId,
    /// Its categories, in its order.
    pub categories: JsonText,
    /// Its days by level; none if it follows the bureau above.
    pub days: Option<JsonText>,
    /// Rises with each edit.
    pub version: i32,
    /// Who edited it last.
    pub author_id: PersonId,
    /// When.
    pub changed_at: Moment,
}

impl HazardRulesRow {
    /// What it says.
    ///
    /// # Errors
    /// A defect only.
    pub fn own(&self) -> Result<OwnRules> {
        let days = self.days.as_ref().map(JsonText::read).transpose()?;
        Ok(OwnRules { categories: self.categories.read()?, days })
    }
}

/// Keeps what a bureau decided, if its last edit was the one before.
///
/// # Errors
/// [`Error::Stale`].
pub fn put(tx: &mut Tx, row: &HazardRulesRow) -> Result<()> {
    if row.version == 1 {
        let first = diesel::insert_into(hazard_rules::table).values(row).execute(tx.db());
        return match first.map_err(Error::from) {
            Err(Error::Duplicate(_)) => Err(Error::Stale),
            other => other.map(|_| ()),
        };
    }
    let target = hazard_rules::table.find(row.organization_id).filter(hazard_rules::version.eq(row.version - 1));
    let rows = diesel::update(target).set(row).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { Ok(()) }
}

/// What some organizations decided.
///
/// # Errors
/// Those of the database.
pub fn of(read: &mut impl Read, organizations: &Seen) -> Result<Vec<HazardRulesRow>> {
    let of = hazard_rules::table.filter(hazard_rules::organization_id.eq_any(organizations.ids()));
    Ok(of.select(HazardRulesRow::as_select()).load(read.db())?)
}

/// What every bureau decided: a hazard keeps its category when its school moves to another.
///
/// # Errors
/// Those of the database.
pub fn every(read: &mut impl Read) -> Result<Vec<HazardRulesRow>> {
    Ok(hazard_rules::table.order(hazard_rules::organization_id).select(HazardRulesRow::as_select()).load(read.db())?)
}
