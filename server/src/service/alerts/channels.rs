//! Channels of an organization, what was sent through them, and what was given up.

use data_encoding::BASE64;
use rand::Rng as _;
use serde_json::json;

use super::managed;
use crate::domain::alert::{ChannelKind, MessageState, Occasion, Urgency};
use crate::domain::id::{ChannelId, MessageId, OrganizationId};
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::{Actor, App};
pub use crate::store::channels::ChannelRow;
use crate::store::channels::{self, ChannelPatch};
use crate::store::messages::{self, MessageRow};
use crate::store::organizations::{Organization, Seen};
use crate::store::outbox;
use crate::store::{JsonText, Tx};

/// The most channels of an organization.
const MOST_CHANNELS: usize = 20;
/// The longest address and secret, characters.
const LONGEST: usize = 1000;

/// What to change of a channel; what is none stays.
#[derive(Default)]
pub struct Edit {
    /// Another name.
    pub name: Option<String>,
    /// Another address.
    pub url: Option<String>,
    /// Another secret.
    pub secret: Option<String>,
    /// Whether it is used.
    pub enabled: Option<bool>,
}

/// The channels of an organization.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<ChannelRow>> {
    let organization = managed(app, actor, id)?;
    let seen = Seen::rows(&[organization]);
    app.store.read(&actor.scope(Right::ManageAlerts), |read| Ok(channels::of(read, &seen)?))
}

/// Adds a channel. A webhook without a secret gets one.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`, `too_many_channels`.
pub fn create(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    kind: ChannelKind,
    (name, url, secret): (String, String, String),
) -> Result<ChannelRow> {
    let organization = managed(app, actor, id)?;
    let secret = if kind == ChannelKind::Webhook && secret.is_empty() { fresh_secret() } else { secret };
    check(app, kind, &url, &secret)?;
    let row = ChannelRow {
        id: ChannelId::fresh(),
        organization_id: organization.id,
        kind,
        name,
        url,
        secret,
        enabled: true,
        version: 1,
        author_id: Some(actor.person),
        created_at: app.clock.now(),
        ended_at: None,
    };
    app.store.write::<_, Problem>(&actor.scope(Right::ManageAlerts), |tx| {
        if channels::of(tx, &Seen::rows(std::slice::from_ref(&organization)))?.len() >= MOST_CHANNELS {
            return Err(Code::TooManyChannels.into());
        }
        channels::insert(tx, &row)?;
        changed(app, tx, actor, &organization, "channel.add", &row)
    })?;
    Ok(row)
}

fn fresh_secret() -> String {
    let mut bytes = [0; 24];
    rand::rng().fill_bytes(&mut bytes);
    format!("whsec_{}", BASE64.encode(&bytes))
}

fn check(app: &App, kind: ChannelKind, url: &str, secret: &str) -> Result<()> {
    let long = |text: &str| text.chars().count() > LONGEST;
    if long(secret) {
        return Err(Problem::invalid("secret", format!("at most {LONGEST} characters / 最多 {LONGEST} 字")));
    }
    let fits = if kind == ChannelKind::Sms { url.is_empty() } else { !long(url) && app.sender.takes(url) };
    if fits {
        return Ok(());
    }
    Err(Problem::invalid(
        "url",
        "an https address that anybody can reach; none for sms / 可公开访问的 https 地址；短信不填",
    ))
}

/// Edits a channel that is still at `version`.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `invalid_field`.
pub fn edit(app: &App, actor: &Actor, id: ChannelId, version: i32, edit: Edit) -> Result<ChannelRow> {
    let (organization, row) = of(app, actor, id)?;
    let url = edit.url.as_deref().unwrap_or(&row.url);
    check(app, row.kind, url, edit.secret.as_deref().unwrap_or(&row.secret))?;
    let Edit { name, url, secret, enabled } = edit;
    let patch = ChannelPatch { name, url, secret, enabled, ended_at: None };
    write(app, actor, &organization, &row, (version, &patch), "channel.edit")
}

/// Takes a channel away. What was sent through it stays on record.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`.
pub fn end(app: &App, actor: &Actor, id: ChannelId, version: i32) -> Result<()> {
    let (organization, row) = of(app, actor, id)?;
    // Nobody needs the secret any more.
    let secret = Some(String::new());
    let patch =
        ChannelPatch { ended_at: Some(app.clock.now()), secret, enabled: Some(false), ..ChannelPatch::default() };
    write(app, actor, &organization, &row, (version, &patch), "channel.end").map(drop)
}

fn of(app: &App, actor: &Actor, id: ChannelId) -> Result<(Organization, ChannelRow)> {
    let row = app.store.read::<_, Problem>(&actor.scope(Right::ReadSetUp), |read| Ok(channels::find(read, id)?))?;
    let organization = managed(app, actor, row.organization_id)?;
    if row.ended_at.is_some() { Err(Code::NotFound.into()) } else { Ok((organization, row)) }
}

fn write(
    app: &App,
    actor: &Actor,
    organization: &Organization,
    row: &ChannelRow,
    (version, patch): (i32, &ChannelPatch),
    action: &'static str,
) -> Result<ChannelRow> {
    app.store.write::<_, Problem>(&actor.scope(Right::ManageAlerts), |tx| {
        channels::update(tx, row.id, version, patch)?;
        let row = channels::find(tx, row.id)?;
        changed(app, tx, actor, organization, action, &row)?;
        Ok(row)
    })
}

fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    organization: &Organization,
    action: &'static str,
    row: &ChannelRow,
) -> Result<()> {
    let details = json!({ "kind": row.kind, "name": row.name, "enabled": row.enabled });
    note(app, tx, actor, organization, action, ("channel", row.id.to_string()), details)
}

/// Sends a message through a channel, to try whether it works; by text message to the actor's own phone.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn test(app: &App, actor: &Actor, id: ChannelId) -> Result<MessageRow> {
    let (organization, row) = of(app, actor, id)?;
    let now = app.clock.now();
    let message = MessageRow {
        id: MessageId::fresh(),
        organization_id: organization.id,
        occasion: Occasion::Test,
        alerts: JsonText::empty_list(),
        person_id: (row.kind == ChannelKind::Sms).then_some(actor.person),
        channel_id: Some(row.id),
        text_zh: format!("【护学岗】{}：这是一条测试消息，通道“{}”可以使用。", organization.name, row.name),
        text_en: format!("[Guard posts] {}: this is a test, the channel “{}” works.", organization.name, row.name),
        created_at: now,
        state: MessageState::Pending,
        attempts: 0,
        next_try_at: Some(now),
        sent_at: None,
        error: None,
        read_at: None,
        urgency: Urgency::AtOnce,
        taken_at: None,
        digest_id: None,
    };
    app.store.write::<_, Problem>(&actor.scope(Right::ManageAlerts), |tx| {
        messages::insert(tx, std::slice::from_ref(&message))?;
        changed(app, tx, actor, &organization, "channel.test", &row)
    })?;
    Ok(message)
}

/// Sends a message again that was given up.
///
/// # Errors
/// `not_found`, `forbidden`; `stale` if it was not given up, or was told in another one, which is to be sent again.
pub fn again(app: &App, actor: &Actor, id: MessageId) -> Result<MessageRow> {
    let scope = actor.scope(Right::ReadSetUp);
    let row = app.store.read::<_, Problem>(&scope, |read| Ok(messages::find(read, id)?))?;
    let organization = managed(app, actor, row.organization_id)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManageAlerts), |tx| {
        if !outbox::revive(tx, id, app.clock.now())? {
            return Err(Code::Stale.into());
        }
        note(app, tx, actor, &organization, "message.again", ("message", id.to_string()), json!({}))?;
        Ok(messages::find(tx, id)?)
    })
}
