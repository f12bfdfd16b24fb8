//! Invites to join an organization.

use diesel::prelude::*;

use super::error::{Error, Result};
use super::organizations as tree;
use super::pool::{Read, Tx};
use super::schema::{invites, organizations};
use crate::domain::id::{InviteId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::scope::Path;
use crate::domain::words::Role;

/// An invite.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = invites)]
pub struct Invite {
    /// Its id.
    pub id: InviteId,
    /// To which organization.
    pub organization_id: OrganizationId,
    /// In what capacity.
    pub role: Role,
    /// Whether to lead the others of that role.
    pub in_charge: bool,
    /// Whether those who come by it need no approval.
    pub auto_approve: bool,
    /// For those who manage invites.
    pub note: String,
    /// From when on it is not taken any more.
    pub expires_at: Moment,
    /// How many may come by it; none for any number.
    pub use_limit: Option<i32>,
    /// How many came.
    pub uses: i32,
    /// Who made it.
    pub created_by: PersonId,
    /// When.
    pub created_at: Moment,
    /// When it was withdrawn.
    pub revoked_at: Option<Moment>,
}

/// Adds one.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, invite: &Invite) -> Result<()> {
    diesel::insert_into(invites::table).values(invite).execute(tx.db())?;
    Ok(())
}

/// One in the scope.
///
/// # Errors
/// [`super::Error::NotFound`] if there is none in the scope.
pub fn find(read: &mut impl Read, id: InviteId) -> Result<Invite> {
    let (found, path): (Invite, Path) = invites::table
        .inner_join(organizations::table.on(organizations::id.eq(invites::organization_id)))
        .filter(invites::id.eq(id))
        .select((Invite::as_select(), organizations::path))
        .first(read.db())?;
    if read.scope().covers(&path) { Ok(found) } else { Err(Error::NotFound) }
}

/// Those of an organization in the scope, newest first, before an id.
///
/// # Errors
/// [`Error::NotFound`] if the organization is not in the scope.
pub fn list(
    read: &mut impl Read,
    organization: OrganizationId,
    after: Option<InviteId>,
    limit: i64,
) -> Result<Vec<Invite>> {
    let organization = tree::find(read, organization)?.id;
    let mut query = invites::table
        .filter(invites::organization_id.eq(organization))
        .select(Invite::as_select())
        .order(invites::id.desc())
        .limit(limit)
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(invites::id.lt(after));
    }
    Ok(query.load(read.db())?)
}

/// Withdraws one; false if it was withdrawn before.
///
/// # Errors
/// Those of the database.
pub fn revoke(tx: &mut Tx, id: InviteId, now: Moment) -> Result<bool> {
    let open = invites::table.find(id).filter(invites::revoked_at.is_null());
    Ok(diesel::update(open).set(invites::revoked_at.eq(now)).execute(tx.db())? == 1)
}

/// Counts a use; false if it was withdrawn, ran out, or all its uses are taken. The condition and the count are one
/// statement, so that the last use is given once, whoever asks at the same time.
///
/// # Errors
/// Those of the database.
pub fn take_use(tx: &mut Tx, id: InviteId, now: Moment) -> Result<bool> {
    let free = invites::use_limit.is_null().or(invites::use_limit.gt(invites::uses.nullable()));
    let usable = invites::table.find(id).filter(invites::revoked_at.is_null()).filter(invites::expires_at.gt(now));
    Ok(diesel::update(usable.filter(free)).set(invites::uses.eq(invites::uses + 1)).execute(tx.db())? == 1)
}
