//! What was told to whom, and whether it arrived. How it gets there is in [`super::outbox`].

use diesel::prelude::*;

use super::columns::JsonText;
use super::dialect;
use super::error::Result;
use super::organizations::{self, Seen};
use super::pool::{Read, Tx};
use super::schema::messages;
use crate::domain::alert::{MessageState, Occasion, Urgency};
use crate::domain::id::{ChannelId, MessageId, OrganizationId, PersonId};
use crate::domain::moment::Moment;

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = messages)]
pub struct MessageRow {
    /// The message; goes along as its idempotency key.
    pub id: MessageId,
    /// The school that it is about; of a test, whose channel it is.
    pub organization_id: OrganizationId,
    /// Why.
    pub occasion: Occasion,
    /// About which alerts.
    pub alerts: JsonText,
    /// To whom; with a channel, whose phone it goes to.
    pub person_id: Option<PersonId>,
    /// Through which channel; none in the app.
    pub channel_id: Option<ChannelId>,
    /// What it says, in Chinese.
    pub text_zh: String,
    /// What it says, in English.
    pub text_en: String,
    /// When it was written.
    pub created_at: Moment,
    /// Where it stands.
    pub state: MessageState,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next.
    pub next_try_at: Option<Moment>,
    /// When it arrived.
    pub sent_at: Option<Moment>,
    /// Why the last attempt failed.
    pub error: Option<String>,
    /// When it was read in the app.
    pub read_at: Option<Moment>,
    /// How soon it is told.
    pub urgency: Urgency,
    /// When it was first taken to be sent.
    pub taken_at: Option<Moment>,
    /// The message in which it was told together with others: what was sent is that one's text.
    pub digest_id: Option<MessageId>,
}

/// Adds some.
///
/// # Errors
/// Those of the database.
pub fn insert(tx: &mut Tx, rows: &[MessageRow]) -> Result<()> {
    dialect::insert_messages(tx.db(), rows)
}

/// A message about an organization in the scope.
///
/// # Errors
/// [`super::Error::NotFound`].
pub fn find(read: &mut impl Read, id: MessageId) -> Result<MessageRow> {
    let row: MessageRow = messages::table.find(id).select(MessageRow::as_select()).first(read.db())?;
    organizations::find(read, row.organization_id)?;
    Ok(row)
}

/// The messages about some organizations, the latest first, after one of them.
///
/// # Errors
/// Those of the database.
pub fn list(
    read: &mut impl Read,
    about: &Seen,
    state: Option<MessageState>,
    after: Option<(Moment, MessageId)>,
    limit: i64,
) -> Result<Vec<MessageRow>> {
    let mut query = messages::table
        .filter(messages::organization_id.eq_any(about.ids()))
        .order((messages::created_at.desc(), messages::id.desc()))
        .limit(limit)
        .select(MessageRow::as_select())
        .into_boxed();
    if let Some(state) = state {
        query = query.filter(messages::state.eq(state));
    }
    if let Some((at, id)) = after {
        query = query.filter(messages::created_at.lt(at).or(messages::created_at.eq(at).and(messages::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// Every message about an organization from a moment on, the oldest first: what alerts of that time were told.
///
/// # Errors
/// Those of the database.
pub fn since(read: &mut impl Read, about: &Seen, from: Moment) -> Result<Vec<MessageRow>> {
    Ok(messages::table
        .filter(messages::organization_id.eq_any(about.ids()))
        .filter(messages::created_at.ge(from))
        .order((messages::created_at, messages::id))
        .select(MessageRow::as_select())
        .load(read.db())?)
}

/// What a person was told in the app, the latest first, after one of them. It is the person's own, so no scope narrows it.
///
/// # Errors
/// Those of the database.
pub fn of_person(
    read: &mut impl Read,
    person: PersonId,
    after: Option<(Moment, MessageId)>,
    limit: i64,
) -> Result<Vec<MessageRow>> {
    let mut query = messages::table
        .filter(messages::person_id.eq(person))
        .filter(messages::channel_id.is_null())
        .order((messages::created_at.desc(), messages::id.desc()))
        .limit(limit)
        .select(MessageRow::as_select())
        .into_boxed();
    if let Some((at, id)) = after {
        query = query.filter(messages::created_at.lt(at).or(messages::created_at.eq(at).and(messages::id.lt(id))));
    }
    Ok(query.load(read.db())?)
}

/// How many messages a person has not read in the app.
///
/// # Errors
/// Those of the database.
pub fn unread(read: &mut impl Read, person: PersonId) -> Result<i64> {
    Ok(messages::table
        .filter(messages::person_id.eq(person))
        .filter(messages::channel_id.is_null())
        .filter(messages::read_at.is_null())
        .count()
        .get_result(read.db())?)
}

/// Marks what a person was told until a moment as read.
///
/// # Errors
/// Those of the database.
pub fn read_until(tx: &mut Tx, person: PersonId, until: Moment, now: Moment) -> Result<()> {
    let target = messages::table
        .filter(messages::person_id.eq(person))
        .filter(messages::channel_id.is_null())
        .filter(messages::read_at.is_null())
        .filter(messages::created_at.le(until));
    diesel::update(target).set(messages::read_at.eq(now)).execute(tx.db())?;
    Ok(())
}
