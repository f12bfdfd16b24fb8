//! Channels of organizations.

use diesel::prelude::*;

use super::error::{Error, Result};
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::channels;
use crate::domain::alert::ChannelKind;
use crate::domain::id::{ChannelId, OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// A channel.
#[derive(Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = channels)]
pub struct ChannelRow {
    /// The channel.
    pub id: ChannelId,
    /// Whose.
    pub organization_id: OrganizationId,
    /// Which way.
    pub kind: ChannelKind,
    /// Its name.
    pub name: String,
    /// Where to; empty for text messages.
    pub url: String,
    /// What signs; empty if nothing does.
    pub secret: String,
    /// Whether it is used.
    pub enabled: bool,
    /// Rises with each edit (ETag).
    pub version: i32,
    /// Who added it.
    pub author_id: Option<PersonId>,
    /// When.
    pub created_at: Moment,
    /// When it was taken away; its messages stay.
    pub ended_at: Option<Moment>,
}

/// What to change.
#[derive(Default, AsChangeset)]
#[diesel(table_name = channels)]
pub struct ChannelPatch {
    /// Another name.
    pub name: Option<String>,
    /// Another address.
    pub url: Option<String>,
    /// Another secret.
    pub secret: Option<String>,
    /// Whether it is used.
    pub enabled: Option<bool>,
    /// Taken away.
    pub ended_at: Option<Moment>,
}

/// Adds one.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, row: &ChannelRow) -> Result<()> {
    diesel::insert_into(channels::table).values(row).execute(tx.db())?;
    Ok(())
}

/// A channel of an organization in the scope, also one that was taken away.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(read: &mut impl Read, id: ChannelId) -> Result<ChannelRow> {
    let row: ChannelRow = channels::table.find(id).select(ChannelRow::as_select()).first(read.db())?;
    organizations::find(read, row.organization_id)?;
    Ok(row)
}

/// The channels of some organizations, by name.
///
/// # Errors
/// Those of the database.
pub fn of(read: &mut impl Read, organizations: &Seen) -> Result<Vec<ChannelRow>> {
    Ok(channels::table
        .filter(channels::organization_id.eq_any(organizations.ids()))
        .filter(channels::ended_at.is_null())
        .order((channels::name, channels::id))
        .select(ChannelRow::as_select())
        .load(read.db())?)
}

/// Changes a channel that is still at `version`.
///
/// # Errors
/// [`Error::Stale`].
pub fn update(tx: &mut Tx, id: ChannelId, version: i32, patch: &ChannelPatch) -> Result<()> {
    let target = channels::table.find(id).filter(channels::version.eq(version));
    let rows = diesel::update(target).set((patch, channels::version.eq(version + 1))).execute(tx.db())?;
    if rows == 0 { Err(Error::Stale) } else { Ok(()) }
}
