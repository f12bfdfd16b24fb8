//! Digests: what waits for one recipient is told in one message (`docs/alerts.md`).

use std::collections::{BTreeSet, HashMap};

use crate::domain::alert::{MessageState, News, Occasion, Place, Urgency, digest, waits_until};
use crate::domain::id::{AlertId, MessageId, OrganizationId};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::OrganizationKind;
use crate::problem::Result;
use crate::service::App;
use crate::store::alerts::{self, AlertRow};
use crate::store::messages::{self, MessageRow};
use crate::store::organizations::{self, Organization};
use crate::store::outbox::{self, Recipient};
use crate::store::{JsonText, Tx, channels};

/// Takes what waits for a recipient as one message that nobody else takes before `until`; none if it waits on. The channel is held.
pub(super) fn take(
    app: &App,
    tx: &mut Tx,
    recipient: Recipient,
    now: Moment,
    until: Moment,
) -> Result<Option<MessageRow>> {
    if let Some(waits) = waits_until(outbox::last_taken(tx, recipient)?, now) {
        outbox::postpone(tx, recipient, waits)?;
        return Ok(None);
    }
    let mut parts = outbox::gather(tx, recipient, now, until)?;
    if parts.len() < 2 {
        return Ok(parts.pop());
    }
    let row = compose(app, tx, recipient, &parts, (now, until))?;
    messages::insert(tx, std::slice::from_ref(&row))?;
    outbox::put_into(tx, row.id, parts.iter().map(|part| part.id).collect())?;
    Ok(Some(row))
}

fn compose(
    app: &App,
    tx: &mut Tx,
    (channel, person_id): Recipient,
    parts: &[MessageRow],
    (now, until): (Moment, Moment),
) -> Result<MessageRow> {
    let about: Vec<(&MessageRow, Vec<AlertId>)> =
        parts.iter().map(|part| Ok((part, part.alerts.read()?))).collect::<Result<_>>()?;
    let ids: BTreeSet<AlertId> = about.iter().flat_map(|(_, ids)| ids).copied().collect();
    let alerts: HashMap<AlertId, AlertRow> =
        alerts::by_ids(tx, &ids)?.into_iter().map(|alert| (alert.id, alert)).collect();
    let places: BTreeSet<OrganizationId> = alerts.values().map(|alert| alert.organization_id).collect();
    let places: HashMap<OrganizationId, Place> =
        organizations::find_all(tx, &Vec::from_iter(places))?.into_iter().map(|one| (one.id, place(one))).collect();
    let news = about.iter().flat_map(|(part, ids)| {
        ids.iter().filter_map(|id| {
            let alert = alerts.get(id)?;
            let place = places.get(&alert.organization_id)?;
            Some(News { alert: *id, kind: alert.kind, place, resolved: part.occasion == Occasion::Resolved })
        })
    });
    let news: Vec<News> = news.collect();
    let organization_id = channels::find(tx, channel)?.organization_id;
    let link = link(&app.config.public_url, &organizations::find(tx, organization_id)?);
    Ok(MessageRow {
        id: MessageId::fresh(),
        organization_id,
        occasion: Occasion::Digest,
        alerts: JsonText::of(&ids)?,
        person_id,
        channel_id: Some(channel),
        text_zh: digest(&news, &link, Lang::Zh),
        text_en: digest(&news, &link, Lang::En),
        created_at: now,
        state: MessageState::Pending,
        attempts: 1,
        next_try_at: Some(until),
        sent_at: None,
        error: None,
        read_at: None,
        urgency: Urgency::MayWait,
        taken_at: Some(now),
        digest_id: None,
    })
}

fn place(one: Organization) -> Place {
    Place { id: one.id, kind: one.kind, name: one.name }
}

/// The page on which whoever answers for an organization sees how it stands now: a school's board, the others' schools with the
/// worst gaps first.
fn link(public_url: &str, organization: &Organization) -> String {
    let (public_url, id) = (public_url.trim_end_matches('/'), organization.id);
    if organization.kind == OrganizationKind::School {
        format!("{public_url}/desk/schools/{id}/board")
    } else {
        format!("{public_url}/desk/organizations/{id}/schools")
    }
}
