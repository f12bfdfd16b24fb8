//! Alerts as they are read: by those who answer for a school, and by those who were told.

use std::collections::{BTreeSet, HashMap};

use serde_json::json;

use super::{managed, told_of};
use crate::domain::alert::{AlertKind, MessageState};
use crate::domain::id::{AlertId, ChannelId, MessageId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::service::alarms;
use crate::service::coverage::roll_up::schools_of;
use crate::service::rules::note;
use crate::service::{Actor, App};
pub use crate::store::alerts::AlertRow;
pub use crate::store::messages::MessageRow;
use crate::store::organizations::{self, Filter, Organization, Seen};
use crate::store::{Read, alerts, channels, messages, persons};

/// An alert with the names that it is shown with.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The alert.
    pub row: AlertRow,
    /// The school, station or bureau.
    pub organization: String,
    /// Who sees to it.
    pub acknowledged_by: Option<String>,
}

/// A message with the names that it is shown with.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The message.
    pub row: MessageRow,
    /// To whom.
    pub person: Option<String>,
    /// Through which channel.
    pub channel: Option<String>,
}

/// The alerts of a school; of a station and its schools; of a bureau and all below it; the latest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    open: bool,
    (after, limit): (Option<(Moment, AlertId)>, i64),
) -> Result<Vec<Shown>> {
    let organization = actor.require(app, Right::ReadEvidence, id)?;
    let about = around(app, &actor.scope(Right::ReadEvidence), &organization)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let rows = alerts::list(read, &Seen::rows(&about), open, after, limit)?;
        shown(read, rows)
    })
}

/// An organization, what lies below it, and the schools that it answers for; of them those in the scope.
fn around(app: &App, scope: &Scope, organization: &Organization) -> Result<Vec<Organization>> {
    let mut around = schools_of(app, scope, organization)?;
    let all = app.store.read(scope, |read| organizations::list(read, &Filter::default(), None, i64::MAX))?;
    let others = all.into_iter().filter(|one| one.kind != OrganizationKind::School);
    around.extend(others.filter(|one| organization.path.covers(&one.path)));
    Ok(around)
}

fn shown(read: &mut impl Read, rows: Vec<AlertRow>) -> Result<Vec<Shown>> {
    let places: BTreeSet<OrganizationId> = rows.iter().map(|row| row.organization_id).collect();
    let people: BTreeSet<PersonId> = rows.iter().filter_map(|row| row.acknowledged_by).collect();
    let places = organizations::find_all(read, &Vec::from_iter(places))?;
    let places: HashMap<OrganizationId, String> = places.into_iter().map(|one| (one.id, one.name)).collect();
    let people: HashMap<PersonId, String> = persons::names(read, people.into_iter().collect())?.into_iter().collect();
    let of = |row: AlertRow| Shown {
        organization: places.get(&row.organization_id).cloned().unwrap_or_default(),
        acknowledged_by: row.acknowledged_by.and_then(|by| people.get(&by).cloned()),
        row,
    };
    Ok(rows.into_iter().map(of).collect())
}

/// An alert with everything that was told of it, the oldest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn get(app: &App, actor: &Actor, id: AlertId) -> Result<(Shown, Vec<Letter>)> {
    let (school, row) = of(app, actor, Right::ReadEvidence, id)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let told = told_of(read, &school, &row)?;
        let told = letters(read, told)?;
        Ok((shown(read, vec![row])?.pop().ok_or(Code::NotFound)?, told))
    })
}

fn of(app: &App, actor: &Actor, right: Right, id: AlertId) -> Result<(Organization, AlertRow)> {
    let row = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(alerts::find(read, id)?))?;
    let school = actor.require(app, right, row.organization_id)?;
    Ok((school, row))
}

fn letters(read: &mut impl Read, rows: Vec<MessageRow>) -> Result<Vec<Letter>> {
    let people: BTreeSet<PersonId> = rows.iter().filter_map(|row| row.person_id).collect();
    let people: HashMap<PersonId, String> = persons::names(read, people.into_iter().collect())?.into_iter().collect();
    let mut named: HashMap<ChannelId, String> = HashMap::new();
    for id in rows.iter().filter_map(|row| row.channel_id).collect::<BTreeSet<_>>() {
        named.insert(id, channels::find(read, id)?.name);
    }
    let of = |row: MessageRow| Letter {
        person: row.person_id.and_then(|id| people.get(&id).cloned()),
        channel: row.channel_id.and_then(|id| named.get(&id).cloned()),
        row,
    };
    Ok(rows.into_iter().map(of).collect())
}

/// Notes that the actor sees to an alert: it goes no step further. Whoever was told may say so, and whoever may change the day; the
/// first one is kept.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn acknowledge(app: &App, actor: &Actor, id: AlertId) -> Result<Shown> {
    let row = app.store.read::<_, Problem>(&Scope::Everything, |read| Ok(alerts::find(read, id)?))?;
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let school = organizations::find(tx, row.organization_id)?;
        let told = told_of(tx, &school, &row)?;
        if told.iter().all(|message| message.person_id != Some(actor.person)) {
            actor.require_seen(Right::ChangeDay, &school.path)?;
        }
        if alerts::acknowledge(tx, id, actor.person, app.clock.now())? {
            if row.kind == AlertKind::Alarm {
                alarms::steps::acknowledged(app, tx, actor, &row)?;
            }
            let details = json!({ "kind": row.kind, "date": row.date });
            note(app, tx, actor, &school, "alert.acknowledge", ("alert", id.to_string()), details)?;
        }
        let row = alerts::find(tx, id)?;
        shown(tx, vec![row])?.pop().ok_or_else(|| Code::NotFound.into())
    })
}

/// What was sent about an organization, the latest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn sent(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    state: Option<MessageState>,
    (after, limit): (Option<(Moment, MessageId)>, i64),
) -> Result<Vec<Letter>> {
    let organization = managed(app, actor, id)?;
    let about = around(app, &actor.scope(Right::ManageAlerts), &organization)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let rows = messages::list(read, &Seen::rows(&about), state, after, limit)?;
        letters(read, rows)
    })
}

/// What the actor was told in the app, the latest first, with the alerts that it is about; and how much of it is unread.
#[derive(Debug, Clone)]
pub struct Inbox {
    /// How many are unread.
    pub unread: i64,
    /// The messages, each with its alerts.
    pub messages: Vec<(MessageRow, Vec<Shown>)>,
}

/// Reads it.
///
/// # Errors
/// Those of the database.
pub fn inbox(app: &App, actor: &Actor, (after, limit): (Option<(Moment, MessageId)>, i64)) -> Result<Inbox> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let rows = messages::of_person(read, actor.person, after, limit)?;
        let ids = |row: &MessageRow| row.alerts.read::<Vec<AlertId>>().unwrap_or_default();
        let about: BTreeSet<AlertId> = rows.iter().flat_map(ids).collect();
        let about = alerts::by_ids(read, &about)?;
        let about: HashMap<AlertId, Shown> = shown(read, about)?.into_iter().map(|one| (one.row.id, one)).collect();
        let with = |row: MessageRow| {
            let alerts = ids(&row).iter().filter_map(|id| about.get(id).cloned()).collect();
            (row, alerts)
        };
        let messages = rows.into_iter().map(with).collect();
        Ok(Inbox { unread: messages::unread(read, actor.person)?, messages })
    })
}

/// Marks what the actor was told until a moment as read.
///
/// # Errors
/// Those of the database.
pub fn read_until(app: &App, actor: &Actor, until: Moment) -> Result<()> {
    let now = app.clock.now();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(messages::read_until(tx, actor.person, until, now)?))?;
    app.bus.person_told(actor.person);
    Ok(())
}

/// Somebody who watches what they are told.
pub struct InboxWatch {
    actor: Actor,
    seen: Option<InboxNow>,
}

/// What stands in an inbox.
#[derive(Debug, Clone)]
pub struct InboxNow {
    /// How much of it is unread.
    pub unread: i64,
    /// The latest message.
    pub latest: Option<MessageRow>,
}

impl InboxWatch {
    /// Begins to watch.
    #[must_use]
    pub const fn new(actor: Actor) -> Self {
        Self { actor, seen: None }
    }

    /// The person who watches.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Looks now; the database is asked only when there is news.
    ///
    /// # Errors
    /// `session_ended`; those of the database.
    pub fn look(&mut self, app: &App, news: bool) -> Result<&InboxNow> {
        self.actor = self.actor.again(app)?;
        let person = self.actor.person;
        let seen = match self.seen.take().filter(|_| !news) {
            Some(seen) => seen,
            None => app.store.read::<_, Problem>(&Scope::Everything, |read| {
                let latest = messages::of_person(read, person, None, 1)?.pop();
                Ok(InboxNow { unread: messages::unread(read, person)?, latest })
            })?,
        };
        Ok(self.seen.insert(seen))
    }
}
