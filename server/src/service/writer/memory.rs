//! What the writer remembers of the last fixes of people, so that a morning does not read them again for every check-in.
//!
//! A new fix is compared with the last one, and with those before it only as long as their coordinates are the same: so of most
//! people one fix is remembered. It comes to exactly what the database would, or says nothing: it holds only while nobody else
//! writes to the database ([`Undisturbed`]; on PostgreSQL never) and no rights or consents changed, and it knows nothing of a
//! person whose check-ins come out of turn. It lives in memory alone; whoever was not seen for [`NEAR`] is forgotten by and by, and
//! everybody at once when somebody withdraws a consent or leaves, for that raises the generation.

use std::collections::{BTreeSet, HashMap};

use crate::domain::check_in::flags::same_coordinates;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::store::check_ins::{EARLIER, FixOnRecord, NEAR, fixes_of};
use crate::store::{Error, Tx, Undisturbed};

/// How many people are remembered at most; each takes about 150 bytes.
const MOST: usize = 50_000;

/// What is remembered.
#[derive(Default)]
pub(super) struct Memory {
    holds: Option<(Undisturbed, i64)>,
    people: HashMap<PersonId, Recent>,
    tidied: Option<Moment>,
}

/// The last fixes of a person.
struct Recent {
    /// From when on they were looked for.
    since: Moment,
    /// The latest first: the last one, and those before it in the same place, at most [`EARLIER`].
    fixes: Vec<FixOnRecord>,
}

impl Memory {
    /// Begins a batch: forgets what may not hold any more.
    pub(super) fn follow(&mut self, tx: &mut Tx, generation: i64) -> Result<(), Error> {
        let holds = tx.undisturbed()?.map(|undisturbed| (undisturbed, generation));
        if holds.is_none() || holds != self.holds || self.people.len() > MOST {
            self.people.clear();
        }
        self.holds = holds;
        Ok(())
    }

    /// Reads, in one question, what is to be asked of people and is not remembered.
    pub(super) fn read(&mut self, tx: &mut Tx, asked: &[(PersonId, Moment)]) -> Result<(), Error> {
        let Some(first) = asked.iter().map(|(_, at)| *at).min() else { return Ok(()) };
        self.tidy(first);
        let since = first.minus(NEAR);
        let known = |person, at: Moment| self.people.get(person).is_some_and(|recent| recent.since <= at.minus(NEAR));
        let missing: BTreeSet<PersonId> =
            asked.iter().filter(|(person, at)| !known(person, *at)).map(|(person, _)| *person).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut found: HashMap<PersonId, Vec<FixOnRecord>> =
            missing.iter().map(|person| (*person, Vec::new())).collect();
        for (person, fix) in fixes_of(tx, missing.into_iter().collect(), since)? {
            found.entry(person).or_default().push(fix);
        }
        self.people
            .extend(found.into_iter().map(|(person, fixes)| (person, Recent { since, fixes: in_one_place(&fixes) })));
        Ok(())
    }

    /// What a person's fix at a time is compared with on record, besides what its batch adds, if that was read; nothing if something
    /// of it came out of turn.
    pub(super) fn before(&self, person: PersonId, at: Moment, added: &[FixOnRecord]) -> Option<Vec<FixOnRecord>> {
        let recent = self.people.get(&person)?;
        let in_turn = |last: &FixOnRecord| last.at <= at && added.iter().all(|other| last.at <= other.at);
        if !recent.fixes.first().is_none_or(in_turn) {
            return None;
        }
        Some(recent.fixes.iter().filter(|fix| at.minus(NEAR) <= fix.at).copied().collect())
    }

    /// Adds a fix that is on record now, if the person is remembered.
    pub(super) fn add(&mut self, person: PersonId, fix: FixOnRecord) {
        let Some(Recent { fixes, .. }) = self.people.get_mut(&person) else { return };
        match fixes.first() {
            Some(last) if fix.at < last.at => drop(self.people.remove(&person)),
            Some(last) if same_place(last, &fix) => {
                fixes.truncate(EARLIER.saturating_sub(1));
                fixes.reserve_exact(1);
                fixes.insert(0, fix);
            }
            _ => *fixes = vec![fix],
        }
    }

    /// Forgets everything: nobody knows what a transaction that failed has left.
    pub(super) fn clear(&mut self) {
        self.people.clear();
    }

    /// Forgets, once in a while, those of whom nothing would be compared any more.
    fn tidy(&mut self, now: Moment) {
        let old = now.minus(NEAR);
        if self.tidied.is_none_or(|last| last < old) {
            self.people.retain(|_, recent| recent.fixes.first().is_some_and(|last| old <= last.at));
            self.tidied = Some(now);
        }
    }
}

/// The first of some fixes, and those that follow it in the same place.
fn in_one_place(fixes: &[FixOnRecord]) -> Vec<FixOnRecord> {
    let Some(last) = fixes.first() else { return Vec::new() };
    fixes.iter().take(EARLIER).take_while(|fix| same_place(last, fix)).copied().collect()
}

fn same_place(a: &FixOnRecord, b: &FixOnRecord) -> bool {
    same_coordinates((a.lon, a.lat), (b.lon, b.lat))
}
