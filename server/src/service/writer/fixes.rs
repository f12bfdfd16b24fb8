//! A person's fixes one after the other: too fast, or too much alike.

use std::collections::{BTreeSet, HashMap};

use chrono::TimeDelta;

use crate::domain::check_in::flags::{Flag, Movement, SentFix, identical_coordinates, impossible_speed};
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::place::{Position, distance_m};
use crate::domain::words::ClockQuality;
use crate::service::check_ins::Candidate;
use crate::store::check_ins::{EARLIER, FixOnRecord, NEAR, fix_after, fixes_before, fixes_of};
use crate::store::{Error, Tx};

/// A check-in that comes in later than this may have been overtaken by one that happened after it.
const PROMPT: TimeDelta = TimeDelta::minutes(1);

/// The fixes that the batch itself adds: the database does not show them yet.
pub(super) struct Fixes {
    /// Those on record of the persons whose check-ins come in promptly, the latest first.
    on_record: HashMap<PersonId, Vec<FixOnRecord>>,
    added: HashMap<PersonId, Vec<FixOnRecord>>,
}

impl Fixes {
    /// Reads what the prompt check-ins are compared with: they all happened about now, so one question is enough.
    pub(super) fn of<'a>(tx: &mut Tx, candidates: impl Iterator<Item = &'a Candidate>) -> Result<Self, Error> {
        let prompt = candidates.filter(|candidate| candidate.position.is_some() && is_prompt(candidate));
        let asked: Vec<(PersonId, Moment)> = prompt.map(|c| (c.row.person_id, c.row.at)).collect();
        let mut on_record: HashMap<PersonId, Vec<FixOnRecord>> = HashMap::new();
        let times = asked.iter().map(|(_, at)| *at);
        if let (Some(first), Some(last)) = (times.clone().min(), times.max()) {
            let persons: BTreeSet<PersonId> = asked.into_iter().map(|(person, _)| person).collect();
            for (person, fix) in fixes_of(tx, persons.into_iter().collect(), (first.minus(NEAR), last))? {
                on_record.entry(person).or_default().push(fix);
            }
        }
        Ok(Self { on_record, added: HashMap::new() })
    }

    /// Compares a new fix with the person's others around that time.
    pub(super) fn compare(&mut self, tx: &mut Tx, candidate: &Candidate) -> Result<Vec<Flag>, Error> {
        let Some(fix) = fix_of(candidate) else { return Ok(Vec::new()) };
        let (person, at) = (candidate.row.person_id, candidate.row.at);
        let mut others = if is_prompt(candidate) {
            self.before(person, at)
        } else {
            let mut around = fixes_before(tx, person, at)?;
            around.extend(fix_after(tx, person, at)?);
            around
        };
        let added = self.added.entry(person).or_default();
        let near = |other: &&FixOnRecord| at.minus(NEAR) <= other.at && other.at <= at.plus(NEAR);
        others.extend(added.iter().filter(near).copied());
        added.push(fix);
        Ok(flags(&fix, others))
    }

    /// As [`fixes_before`], of what was read already.
    fn before(&self, person: PersonId, at: Moment) -> Vec<FixOnRecord> {
        let fixes = self.on_record.get(&person).into_iter().flatten();
        let near = fixes.filter(|other| at.minus(NEAR) <= other.at && other.at <= at);
        near.copied().take(usize::try_from(EARLIER).unwrap_or_default()).collect()
    }
}

/// Whether a check-in came when it happened, so that none that happened after it can have overtaken it.
fn is_prompt(candidate: &Candidate) -> bool {
    candidate.row.received_at <= candidate.row.at.plus(PROMPT)
}

fn fix_of(candidate: &Candidate) -> Option<FixOnRecord> {
    let position = candidate.position.as_ref()?;
    let row = &candidate.row;
    let (lon, lat, age_ms) = (position.lon, position.lat, position.age_ms);
    Some(FixOnRecord { at: row.at, clock: row.clock, accuracy_m: row.accuracy_m, lon, lat, age_ms })
}

fn flags(fix: &FixOnRecord, mut others: Vec<FixOnRecord>) -> Vec<Flag> {
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
