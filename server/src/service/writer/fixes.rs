//! A person's fixes one after the other: too fast, or too much alike.

use std::collections::HashMap;

use chrono::TimeDelta;

use super::memory::Memory;
use crate::domain::check_in::flags::{Flag, Movement, SentFix, identical_coordinates, impossible_speed};
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::place::{Position, distance_m};
use crate::domain::words::ClockQuality;
use crate::service::check_ins::Candidate;
use crate::store::check_ins::{FixOnRecord, NEAR, fix_after, fixes_before};
use crate::store::{Error, Tx};

/// A check-in that comes in later than this may have been overtaken by one that happened after it.
const PROMPT: TimeDelta = TimeDelta::minutes(1);

/// The fixes that a new one is compared with.
pub(super) struct Fixes<'a> {
    /// Those on record of the persons whose check-ins come in promptly.
    on_record: &'a mut Memory,
    /// Those that the batch itself adds: the database does not show them yet.
    added: Added,
}

/// The fixes that a batch adds.
pub(super) type Added = HashMap<PersonId, Vec<FixOnRecord>>;

impl<'m> Fixes<'m> {
    /// Reads what the prompt check-ins are compared with, as far as it is not remembered: they all happened about now, so one
    /// question is enough.
    pub(super) fn of<'a>(
        tx: &mut Tx,
        on_record: &'m mut Memory,
        candidates: impl Iterator<Item = &'a Candidate>,
    ) -> Result<Self, Error> {
        let prompt = candidates.filter(|candidate| candidate.position.is_some() && is_prompt(candidate));
        let asked: Vec<(PersonId, Moment)> = prompt.map(|c| (c.row.person_id, c.row.at)).collect();
        on_record.read(tx, &asked)?;
        Ok(Self { on_record, added: HashMap::new() })
    }

    /// Compares a new fix with the person's others around that time.
    pub(super) fn compare(&mut self, tx: &mut Tx, candidate: &Candidate) -> Result<Vec<Flag>, Error> {
        let Some(fix) = fix_of(candidate) else { return Ok(Vec::new()) };
        let (person, at) = (candidate.row.person_id, candidate.row.at);
        let added = self.added.entry(person).or_default();
        let remembered = if is_prompt(candidate) { self.on_record.before(person, at, added) } else { None };
        let mut others = match remembered {
            Some(fixes) => fixes,
            None => around(tx, person, at)?,
        };
        let near = |other: &&FixOnRecord| at.minus(NEAR) <= other.at && other.at <= at.plus(NEAR);
        others.extend(added.iter().filter(near).copied());
        added.push(fix);
        Ok(flags(&fix, others))
    }

    /// What the batch adds.
    pub(super) fn into_added(self) -> Added {
        self.added
    }
}

/// The person's fixes on record before and after a time.
fn around(tx: &mut Tx, person: PersonId, at: Moment) -> Result<Vec<FixOnRecord>, Error> {
    let mut fixes = fixes_before(tx, person, at)?;
    fixes.extend(fix_after(tx, person, at)?);
    Ok(fixes)
}

/// Whether a check-in came when it happened, so that none that happened after it can have overtaken it.
fn is_prompt(candidate: &Candidate) -> bool {
    candidate.row.received_at <= candidate.row.at.plus(PROMPT)
}

/// The fix of a check-in, if it came with one that is kept.
pub(super) fn fix_of(candidate: &Candidate) -> Option<FixOnRecord> {
    let position = candidate.position.as_ref()?;
    let row = &candidate.row;
    let (lon, lat, age_ms) = (position.lon, position.lat, position.age_ms);
    Some(FixOnRecord { at: row.at, clock: row.clock, accuracy_m: row.accuracy_m, lon, lat, age_ms })
}

/// What of a fix is to be looked at, among others of the person in any order.
pub(super) fn flags(fix: &FixOnRecord, mut others: Vec<FixOnRecord>) -> Vec<Flag> {
    others.sort_by_key(|other| std::cmp::Reverse(other.at));
    let earlier = others.iter().find(|other| other.at <= fix.at);
    let later = others.iter().rev().find(|other| other.at > fix.at);
    let fast = [earlier, later].into_iter().flatten().filter_map(|other| movement(other, fix));
    let before: Vec<SentFix> = others.iter().filter(|other| other.at <= fix.at).map(sent).collect();
    let too_fast = fast.into_iter().any(|movement| impossible_speed(&movement)).then_some(Flag::ImpossibleSpeed);
    let alike = identical_coordinates(&sent(fix), &before).then_some(Flag::IdenticalCoordinates);
    [too_fast, alike].into_iter().flatten().collect()
}

/// When the fix was taken: it may be older than its check-in.
fn taken_at(fix: &FixOnRecord) -> Moment {
    fix.at.minus(TimeDelta::try_milliseconds(fix.age_ms).unwrap_or_default())
}

fn sent(fix: &FixOnRecord) -> SentFix {
    SentFix { lon: fix.lon, lat: fix.lat, taken_at: taken_at(fix).seconds() }
}

fn movement(from: &FixOnRecord, to: &FixOnRecord) -> Option<Movement> {
    let (a, b) = (Position::new(from.lon, from.lat).ok()?, Position::new(to.lon, to.lat).ok()?);
    Some(Movement {
        distance_m: distance_m(a, b),
        accuracy_sum_m: from.accuracy_m.unwrap_or_default() + to.accuracy_m.unwrap_or_default(),
        apart: TimeDelta::microseconds(taken_at(to).0 - taken_at(from).0),
        times_trusted: from.clock != ClockQuality::Poor && to.clock != ClockQuality::Poor,
    })
}
