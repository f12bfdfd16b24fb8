//! Making, listing and withdrawing invites.

use chrono::TimeDelta;
use serde_json::json;

use crate::domain::id::{InviteId, OrganizationId};
use crate::domain::invite;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::sign;
use crate::domain::words::Role;
use crate::problem::{Code, Problem, Result};
use crate::service::audit::{self, Event};
use crate::service::keys::Purpose;
use crate::service::{Actor, App};
use crate::store::invites::{self, Invite};

/// The longest that an invite may last.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// An invite, as asked for.
#[derive(Debug)]
pub struct NewInvite {
    /// In what capacity.
    pub role: Role,
    /// Whether to lead the others of that role.
    pub in_charge: bool,
    /// Whether those who come by it need no approval.
    pub auto_approve: bool,
    /// For those who manage invites.
    pub note: String,
    /// When it runs out.
    pub expires_at: Moment,
    /// How many may come by it; none for any number.
    pub use_limit: Option<i32>,
}

/// Makes an invite.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`.
pub fn create(app: &App, actor: &Actor, organization: OrganizationId, new: NewInvite) -> Result<Invite> {
    let place = actor.require(app, Right::ManageMembers, organization)?;
    let now = app.clock.now();
    if new.expires_at <= now || new.expires_at > now.plus(LONGEST) {
        return Err(Problem::invalid("expires_at", "it must lie in the coming 366 days / 须在今后 366 天之内"));
    }
    if new.use_limit.is_some_and(|limit| limit < 1) {
        return Err(Problem::invalid(
            "use_limit",
            "it must be at least 1, or null for any number / 至少为 1，不限则为 null",
        ));
    }
    let row = Invite {
        id: InviteId::fresh(),
        organization_id: organization,
        role: new.role,
        in_charge: new.in_charge,
        auto_approve: new.auto_approve,
        note: new.note,
        expires_at: new.expires_at,
        use_limit: new.use_limit,
        uses: 0,
        created_by: actor.person,
        created_at: now,
        revoked_at: None,
    };
    app.store.write(&actor.scope(Right::ManageMembers), |tx| {
        invites::insert(tx, &row)?;
        let details = json!({ "role": row.role, "auto_approve": row.auto_approve, "use_limit": row.use_limit });
        let subject = Some(("invite", row.id.to_string()));
        audit::done(
            tx,
            actor,
            now,
            Event { action: "invite.create", organization: Some(&place.path), subject, details },
        )
    })?;
    Ok(row)
}

/// A page of an organization's invites, newest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(
    app: &App,
    actor: &Actor,
    organization: OrganizationId,
    after: Option<InviteId>,
    limit: i64,
) -> Result<Vec<Invite>> {
    actor.require(app, Right::ManageMembers, organization)?;
    Ok(app.store.read(&actor.scope(Right::ManageMembers), |read| invites::list(read, organization, after, limit))?)
}

/// Withdraws an invite. One that was withdrawn before stays so.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn revoke(app: &App, actor: &Actor, organization: OrganizationId, id: InviteId) -> Result<()> {
    let place = actor.require(app, Right::ManageMembers, organization)?;
    let now = app.clock.now();
    app.store.write(&actor.scope(Right::ManageMembers), |tx| {
        of_organization(invites::find(tx, id)?, organization)?;
        if invites::revoke(tx, id, now)? {
            let subject = Some(("invite", id.to_string()));
            let event = Event { action: "invite.revoke", organization: Some(&place.path), subject, details: json!({}) };
            audit::done(tx, actor, now, event)?;
        }
        Ok(())
    })
}

/// The QR of an invite's link, as SVG.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn qr(app: &App, actor: &Actor, organization: OrganizationId, id: InviteId) -> Result<String> {
    actor.require(app, Right::ManageMembers, organization)?;
    let found = app.store.read(&actor.scope(Right::ManageMembers), |read| invites::find(read, id))?;
    of_organization(found, organization)?;
    sign::link_svg(&link(app, id)?).map_err(Problem::internal)
}

fn of_organization(invite: Invite, organization: OrganizationId) -> Result<Invite> {
    if invite.organization_id == organization { Ok(invite) } else { Err(Code::NotFound.into()) }
}

/// The link that people follow.
///
/// # Errors
/// A defect only.
pub fn link(app: &App, id: InviteId) -> Result<String> {
    let ring = app.keys.ring();
    let key = ring.newest(Purpose::Invite)?.secret.as_slice().try_into().map_err(Problem::internal)?;
    Ok(format!("{}/join/{}", app.config.public_url.trim_end_matches('/'), invite::token(&key, id)))
}
