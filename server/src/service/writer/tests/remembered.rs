//! The writer, which remembers the last fixes of people and asks the database for others, flags what somebody flags who has the
//! whole list of them at hand.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::*;
use crate::domain::check_in::flags::Flag;
use crate::domain::words::Datum;
use crate::service::writer::commit::commit;
use crate::service::writer::fixes::{fix_of, flags};
use crate::service::writer::memory::Memory;
use crate::store::check_ins::{FixOnRecord, NEAR, StoredPosition};

/// A check-in: whose (the second person's or the first's), when, how much later it came, where, and how old its fix was.
#[derive(Debug, Clone)]
struct Sent {
    second: bool,
    /// No two happen at the same time: among those of one microsecond any is the latest.
    millisecond: i64,
    late_s: i64,
    place: u8,
    age_ms: i64,
    stored: bool,
}

/// What happens one after the other.
#[derive(Debug, Clone)]
enum Step {
    /// Some check-ins come in one batch.
    Batch(Vec<Sent>),
    /// Somebody else, through a connection of their own, writes a check-in.
    Foreign(Sent),
    /// Rights change.
    Raised,
}

fn sent() -> impl Strategy<Value = Sent> {
    let late_s = prop_oneof![4 => 0..50_i64, 1 => 61..8_000_i64];
    (any::<bool>(), 0..3_600_000_i64, late_s, 0..4_u8, prop_oneof![Just(0), Just(5_000)], prop::bool::weighted(0.95))
        .prop_map(|(second, millisecond, late_s, place, age_ms, stored)| Sent {
            second,
            millisecond,
            late_s,
            place,
            age_ms,
            stored,
        })
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let batch = prop::collection::vec(sent(), 1..5);
    let step =
        prop_oneof![8 => batch.prop_map(Step::Batch), 1 => sent().prop_map(Step::Foreign), 1 => Just(Step::Raised)];
    // Most of a morning comes in order; what does not is among it.
    prop::collection::vec(step, 1..25)
        .prop_map(|steps| steps.into_iter().enumerate().map(|(i, step)| in_turn(i, step)).collect())
}

/// Moves a step's times on, so that the later steps tend to be later.
fn in_turn(i: usize, step: Step) -> Step {
    let moved = |sent: Sent| Sent { millisecond: sent.millisecond + 300_000 * i64::try_from(i).unwrap(), ..sent };
    match step {
        Step::Batch(all) => Step::Batch(all.into_iter().map(moved).collect()),
        Step::Foreign(one) => Step::Foreign(moved(one)),
        Step::Raised => Step::Raised,
    }
}

impl Sent {
    /// Which of two it is.
    fn of<T>(&self, [first, second]: [T; 2]) -> T {
        if self.second { second } else { first }
    }
}

impl Trial {
    /// The check-in of one of two people; one that is not stored is refused by the database, and fails its batch.
    fn sent(&self, id: CheckInId, people: [PersonId; 2], sent: &Sent) -> Candidate {
        let mut candidate = if sent.stored { self.candidate() } else { self.poisoned() };
        let at = NOW.plus(TimeDelta::milliseconds(sent.millisecond));
        let place = f64::from(sent.place);
        candidate.row = CheckIn {
            id,
            person_id: sent.of(people),
            at,
            received_at: at.plus(TimeDelta::seconds(sent.late_s)),
            device_id: format!("{:?}", sent.of(people)),
            ..candidate.row
        };
        // The first two places are the same school's gate; the others are too far away for a few minutes.
        let (lon, lat) = (116.3 + place.max(1.0) * 0.2, 39.9);
        let position = StoredPosition {
            check_in_id: id,
            lon,
            lat,
            datum: Datum::Gcj02,
            age_ms: sent.age_ms,
            mocked: false,
            coarsened_at: None,
        };
        candidate.position = Some(position);
        candidate
    }

    /// Somebody new, signed in.
    fn somebody(&self, person: PersonId, session: SessionId) {
        self.store.write(&Scope::Everything, |tx| sign_in(tx, person, session)).unwrap();
    }

    /// Writes through another connection.
    fn foreign(&self, candidate: &Candidate) {
        let other = Store::open(&self.path(), 2).unwrap();
        let rows = [candidate.row.clone()];
        let positions: Vec<StoredPosition> = candidate.position.iter().cloned().collect();
        other.write(&Scope::Everything, |tx| check_ins::insert_many(tx, &rows, &positions)).unwrap();
    }

    /// The flags of what a batch recorded; nothing for what could not be stored.
    fn judged(&self, memory: &mut Memory, jobs: &[Job]) -> Vec<Option<Vec<Flag>>> {
        let flags = |answer: Answer| match answer {
            Answer::Done(outcomes) => match &outcomes[..] {
                [Outcome::Recorded(row)] => Some(row.flags.read().unwrap()),
                [Outcome::NotStorable] => None,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        };
        commit(&self.store, memory, &Bus::default(), jobs).into_iter().map(flags).collect()
    }
}

/// Every fix on record, in a list.
#[derive(Default)]
struct Known(HashMap<PersonId, Vec<FixOnRecord>>);

impl Known {
    /// The flags of a check-in, which is on record from then on.
    fn judged(&mut self, candidate: &Candidate) -> Vec<Flag> {
        let fix = fix_of(candidate).unwrap();
        let all = self.0.entry(candidate.row.person_id).or_default();
        let near = |other: &&FixOnRecord| fix.at.minus(NEAR) <= other.at && other.at <= fix.at.plus(NEAR);
        let flags = flags(&fix, all.iter().filter(near).copied().collect());
        all.push(fix);
        flags
    }
}

/// The writer's side, and how often there was something to flag.
struct Morning {
    trial: Trial,
    memory: RefCell<Memory>,
    flagged: Cell<usize>,
    plain: Cell<usize>,
}

impl Morning {
    /// One case: two people of whom nobody knows anything yet.
    fn plays(&self, steps: Vec<Step>) -> Result<(), TestCaseError> {
        let (people, sessions) = ([PersonId::fresh(), PersonId::fresh()], [SessionId::fresh(), SessionId::fresh()]);
        let (trial, mut known) = (&self.trial, Known::default());
        people.iter().zip(sessions).for_each(|(person, session)| trial.somebody(*person, session));
        for step in steps {
            match step {
                Step::Batch(all) => {
                    let generation = trial.read(|read| generation::current(read));
                    let job = |sent: &Sent| Job {
                        generation,
                        person: sent.of(people),
                        session: sent.of(sessions),
                        candidates: vec![trial.sent(CheckInId::fresh(), people, sent)],
                    };
                    let jobs: Vec<Job> = all.iter().map(job).collect();
                    let told = trial.judged(&mut self.memory.borrow_mut(), &jobs);
                    let candidates = jobs.iter().flat_map(|job| &job.candidates);
                    let stored = |(sent, candidate): (&Sent, _)| sent.stored.then(|| known.judged(candidate));
                    let expected: Vec<Option<Vec<Flag>>> = all.iter().zip(candidates).map(stored).collect();
                    let flagged = expected.iter().flatten().filter(|flags| !flags.is_empty()).count();
                    self.flagged.set(self.flagged.get() + flagged);
                    self.plain.set(self.plain.get() + expected.len() - flagged);
                    prop_assert_eq!(told, expected);
                }
                Step::Foreign(sent) => {
                    let candidate = trial.sent(CheckInId::fresh(), people, &Sent { stored: true, ..sent });
                    trial.foreign(&candidate);
                    known.judged(&candidate);
                }
                Step::Raised => trial.store.write(&Scope::Everything, generation::raise).unwrap(),
            }
        }
        Ok(())
    }
}

#[test]
fn a_writer_that_remembers_flags_what_a_list_of_everything_does() {
    let (flagged, plain) = (Cell::new(0), Cell::new(0));
    let morning = Morning { trial: Trial::new(), memory: RefCell::default(), flagged, plain };
    TestRunner::new(ProptestConfig::with_cases(100)).run(&steps(), |steps| morning.plays(steps)).unwrap();
    let (flagged, plain) = (morning.flagged.get(), morning.plain.get());
    assert!(flagged > 200 && plain > 200, "the cases are of both kinds: {flagged} flagged, {plain} not");
}
