//! The outbox: messages that wait to be sent through channels. Whatever takes one says from which state, so that of several servers
//! one does it.

use diesel::dsl::max;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::connection::MultiBackend;
use super::error::Result;
use super::messages::MessageRow;
use super::pool::{Read, Tx};
use super::schema::{channels, messages};
use crate::domain::alert::{MessageState, Urgency};
use crate::domain::id::{ChannelId, MessageId, PersonId};
use crate::domain::moment::Moment;

/// To whom messages go through a channel; by text message also to which person's phone.
pub type Recipient = (ChannelId, Option<PersonId>);

/// Some of those that are due, the oldest first: of alarms, or of everything else. What is told in a digest is sent with that.
///
/// # Errors
/// Those of the database.
pub fn due(read: &mut impl Read, alarms: bool, now: Moment, limit: i64) -> Result<Vec<MessageRow>> {
    Ok(messages::table
        .filter(messages::state.eq(MessageState::Pending))
        .filter(messages::next_try_at.le(now))
        .filter(messages::digest_id.is_null())
        .filter(messages::urgency.eq(Urgency::Alarm).eq(alarms))
        .order((messages::next_try_at, messages::id))
        .limit(limit)
        .select(MessageRow::as_select())
        .load(read.db())?)
}

/// Takes a message for an attempt: nobody else takes it before `until`. False if somebody did.
///
/// # Errors
/// Those of the database.
pub fn claim(tx: &mut Tx, row: &MessageRow, now: Moment, until: Moment) -> Result<bool> {
    let target = messages::table
        .find(row.id)
        .filter(messages::state.eq(MessageState::Pending))
        .filter(messages::attempts.eq(row.attempts))
        .filter(messages::next_try_at.eq(row.next_try_at));
    let changes = (
        messages::attempts.eq(row.attempts + 1),
        messages::next_try_at.eq(until),
        messages::taken_at.eq(row.taken_at.unwrap_or(now)),
    );
    Ok(diesel::update(target).set(changes).execute(tx.db())? > 0)
}

type Condition = Box<dyn BoxableExpression<messages::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// What may wait and goes to a recipient.
fn to((channel, person): Recipient) -> Condition {
    let of_channel = messages::channel_id.eq(channel).and(messages::urgency.eq(Urgency::MayWait));
    match person {
        Some(person) => Box::new(of_channel.and(messages::person_id.eq(person))),
        None => Box::new(of_channel.and(messages::person_id.is_null())),
    }
}

/// Holds a channel until the transaction ends, so that of several servers one at a time gathers what waits for its recipients.
///
/// # Errors
/// Those of the database.
pub fn hold(tx: &mut Tx, channel: ChannelId) -> Result<()> {
    diesel::update(channels::table.find(channel)).set(channels::version.eq(channels::version)).execute(tx.db())?;
    Ok(())
}

/// When a recipient was last sent something that may wait.
///
/// # Errors
/// Those of the database.
pub fn last_taken(read: &mut impl Read, recipient: Recipient) -> Result<Option<Moment>> {
    Ok(messages::table.filter(to(recipient)).select(max(messages::taken_at)).first(read.db())?)
}

/// Lets everything wait until a moment that may wait and was not taken yet.
///
/// # Errors
/// Those of the database.
pub fn postpone(tx: &mut Tx, recipient: Recipient, until: Moment) -> Result<()> {
    let target = messages::table
        .filter(messages::state.eq(MessageState::Pending))
        .filter(messages::taken_at.is_null())
        .filter(messages::next_try_at.lt(until))
        .filter(to(recipient));
    diesel::update(target).set(messages::next_try_at.eq(until)).execute(tx.db())?;
    Ok(())
}

/// Takes everything for a first attempt that may wait and was not taken yet, as it was written; the oldest first.
///
/// # Errors
/// Those of the database.
pub fn gather(tx: &mut Tx, recipient: Recipient, now: Moment, until: Moment) -> Result<Vec<MessageRow>> {
    let target = messages::table
        .filter(messages::state.eq(MessageState::Pending))
        .filter(messages::taken_at.is_null())
        .filter(to(recipient));
    let changes = (messages::attempts.eq(1), messages::next_try_at.eq(until), messages::taken_at.eq(now));
    let taken: Vec<MessageId> = diesel::update(target).set(changes).returning(messages::id).get_results(tx.db())?;
    Ok(messages::table
        .filter(messages::id.eq_any(taken))
        .order((messages::created_at, messages::id))
        .select(MessageRow::as_select())
        .load(tx.db())?)
}

/// Puts messages into a digest: they stand from now on as it does.
///
/// # Errors
/// Those of the database.
pub fn put_into(tx: &mut Tx, digest: MessageId, parts: Vec<MessageId>) -> Result<()> {
    let target = messages::table.filter(messages::id.eq_any(parts));
    diesel::update(target).set(messages::digest_id.eq(digest)).execute(tx.db())?;
    Ok(())
}

/// What an attempt came to.
pub struct Outcome<'a> {
    /// Where the message stands.
    pub state: MessageState,
    /// Which attempt it was.
    pub attempts: i32,
    /// When it is tried next.
    pub next_try_at: Option<Moment>,
    /// When it arrived.
    pub sent_at: Option<Moment>,
    /// Why it did not.
    pub error: Option<&'a str>,
}

/// Writes down what an attempt came to, also for what was told in that message.
///
/// # Errors
/// Those of the database.
pub fn settle(tx: &mut Tx, id: MessageId, outcome: &Outcome) -> Result<()> {
    let changes = (
        messages::state.eq(outcome.state),
        messages::attempts.eq(outcome.attempts),
        messages::next_try_at.eq(outcome.next_try_at),
        messages::sent_at.eq(outcome.sent_at),
        messages::error.eq(outcome.error),
    );
    diesel::update(messages::table.find(id)).set(changes).execute(tx.db())?;
    diesel::update(messages::table.filter(messages::digest_id.eq(id))).set(changes).execute(tx.db())?;
    Ok(())
}

/// Tries a dead message again from the beginning; false if it is not dead, or was told in another, which is to be tried.
///
/// # Errors
/// Those of the database.
pub fn revive(tx: &mut Tx, id: MessageId, now: Moment) -> Result<bool> {
    let target =
        messages::table.find(id).filter(messages::state.eq(MessageState::Dead)).filter(messages::digest_id.is_null());
    // It counts as taken: it is sent by itself, and however old it is.
    let changes = (
        messages::state.eq(MessageState::Pending),
        messages::attempts.eq(0),
        messages::next_try_at.eq(Some(now)),
        messages::taken_at.eq(Some(now)),
    );
    let revived = diesel::update(target).set(changes).execute(tx.db())? > 0;
    if revived {
        diesel::update(messages::table.filter(messages::digest_id.eq(id))).set(changes).execute(tx.db())?;
    }
    Ok(revived)
}
