//! Which steps the alerts of a school take: its own, else those of the nearest bureau above that set some, else those that come with huxue.

use serde_json::json;

use super::managed;
use crate::domain::alert::{AlertKind, Step, check_steps};
use crate::domain::id::OrganizationId;
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::alert_rules::{self, AlertRule};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{JsonText, Read};

/// The steps of a kind of alert at an organization.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The kind.
    pub kind: AlertKind,
    /// Whether such alerts are raised.
    pub enabled: bool,
    /// The steps.
    pub steps: Vec<Step>,
    /// Who set them; none if they come with huxue.
    pub set_by: Option<OrganizationId>,
}

/// The organizations on the way from the root to one of them, itself included, in that order.
pub(super) fn chain(read: &mut impl Read, organization: &Organization) -> Result<Vec<Organization>> {
    let ids: Vec<OrganizationId> = organization.path.ids().collect();
    let mut chain = organizations::find_all(read, &ids)?;
    chain.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(chain)
}

/// What the organizations on the way from the root to a school set; `above` is in that order.
pub(super) fn along(read: &mut impl Read, above: &[Organization]) -> Result<Vec<AlertRule>> {
    let mut rules = alert_rules::of(read, &Seen::rows(above))?;
    let depth = |rule: &AlertRule| above.iter().position(|one| one.id == rule.organization_id);
    rules.sort_by_key(depth);
    Ok(rules)
}

/// The steps of a kind, given what was set along the way; none if such alerts are not raised.
pub(super) fn in_force(along: &[AlertRule], kind: AlertKind) -> Result<Option<Vec<Step>>> {
    match along.iter().rev().find(|rule| rule.kind == kind) {
        None => Ok(Some(kind.default_steps().to_vec())),
        Some(rule) if rule.enabled => Ok(Some(rule.steps.read()?)),
        Some(_) => Ok(None),
    }
}

/// The steps of every kind that is told of an organization, or of what lies below it.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<InForce>> {
    let organization = actor.require(app, Right::ReadSetUp, id)?;
    app.store.read::<_, Problem>(&crate::domain::scope::Scope::Everything, |read| {
        let above = chain(read, &organization)?;
        let rules = along(read, &above)?;
        let of_kind = |kind: &AlertKind| {
            let rule = rules.iter().rev().find(|rule| rule.kind == *kind);
            let steps = rule.map_or_else(|| Ok(kind.default_steps().to_vec()), |rule| rule.steps.read())?;
            let (enabled, set_by) = (rule.is_none_or(|rule| rule.enabled), rule.map(|rule| rule.organization_id));
            Ok(InForce { kind: *kind, enabled, steps, set_by })
        };
        AlertKind::ALL.iter().filter(|kind| kind.set_at(organization.kind)).map(of_kind).collect()
    })
}

/// Sets the steps of a kind for an organization and what lies below it; without steps, goes back to those above.
///
/// # Errors
/// `not_found`, also for a kind that is not told of such organizations; `forbidden`, `invalid_field`.
pub fn set(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    kind: AlertKind,
    rule: Option<(bool, &[Step])>,
) -> Result<Vec<InForce>> {
    let organization = managed(app, actor, id)?;
    if !kind.set_at(organization.kind) {
        return Err(Code::NotFound.into());
    }
    if let Some((enabled, steps)) = rule {
        check_steps(kind, enabled, steps).map_err(|text| Problem::invalid("steps", text))?;
    }
    app.store.write::<_, Problem>(&actor.scope(Right::ManageAlerts), |tx| {
        match rule {
            None => alert_rules::clear(tx, organization.id, kind)?,
            Some((enabled, steps)) => {
                let (steps, author_id) = (JsonText::of(&steps)?, Some(actor.person));
                let changed_at = app.clock.now();
                alert_rules::put(
                    tx,
                    &AlertRule { organization_id: organization.id, kind, enabled, steps, author_id, changed_at },
                )?;
            }
        }
        let details = json!({ "kind": kind, "enabled": rule.map(|(on, _)| on), "steps": rule.map(|(_, steps)| steps) });
        note(app, tx, actor, &organization, "alert_rule.set", ("organization", organization.id.to_string()), details)
    })?;
    list(app, actor, id)
}
