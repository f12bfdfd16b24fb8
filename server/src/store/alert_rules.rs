//! The steps that organizations set for their alerts.

use diesel::prelude::*;

use super::columns::JsonText;
use super::error::Result;
use super::organizations::Seen;
use super::pool::{Read, Tx};
use super::schema::alert_rules;
use crate::domain::alert::AlertKind;
use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// The steps for a kind of alert.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = alert_rules)]
pub struct AlertRule {
    /// Whose.
    pub organization_id: OrganizationId,
    /// For which kind.
    pub kind: AlertKind,
    /// Whether such alerts are raised.
    pub enabled: bool,
    /// The steps.
    pub steps: JsonText,
    /// Who set them.
    pub author_id: Option<PersonId>,
    /// When.
    pub changed_at: Moment,
}

/// Sets the steps for a kind.
///
/// # Errors
/// Those of the database.
pub fn put(tx: &mut Tx, row: &AlertRule) -> Result<()> {
    clear(tx, row.organization_id, row.kind)?;
    diesel::insert_into(alert_rules::table).values(row).execute(tx.db())?;
    Ok(())
}

/// Goes back to what is set above, or to the steps that come with huxue.
///
/// # Errors
/// Those of the database.
pub fn clear(tx: &mut Tx, organization: OrganizationId, kind: AlertKind) -> Result<()> {
    diesel::delete(alert_rules::table.find((organization, kind))).execute(tx.db())?;
    Ok(())
}

/// What these organizations set.
///
/// # Errors
/// Those of the database.
pub fn of(read: &mut impl Read, organizations: &Seen) -> Result<Vec<AlertRule>> {
    Ok(alert_rules::table
        .filter(alert_rules::organization_id.eq_any(organizations.ids()))
        .order((alert_rules::organization_id, alert_rules::kind))
        .select(AlertRule::as_select())
        .load(read.db())?)
}
