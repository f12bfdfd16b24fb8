//! The evidence behind every second of a day: which check-in fills which slot, and what each person's stays rest on.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::facts::{DayFacts, Indexed, load_days};
use super::view::school_of;
use crate::domain::coverage::{LaneStretch, Proof, Second, lanes, proofs, stays};
use crate::domain::id::{CheckInId, CheckpointId, DutyId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::words::{Grade, Role};
use crate::problem::{Code, Problem, Result};
use crate::service::{Actor, App};
use crate::store::board_facts;
use crate::store::check_ins::EvidenceRow;
use crate::store::organizations::Seen;

/// A stretch that rests on one check-in.
#[derive(Debug, Clone)]
pub struct Rests {
    /// First second.
    pub from: Second,
    /// End (exclusive).
    pub to: Second,
    /// Who.
    pub person: PersonId,
    /// The grade that counts.
    pub grade: Grade,
    /// In what capacity.
    pub role: Option<Role>,
    /// The check-in.
    pub check_in: CheckInId,
}

/// A stay with what it rests on.
#[derive(Debug, Clone)]
pub struct StayEvidence {
    /// Where.
    pub checkpoint: CheckpointId,
    /// Its stretches, without a break between them.
    pub stretches: Vec<Rests>,
    /// Every proof of it, oldest first.
    pub check_ins: Vec<CheckInId>,
}

/// The evidence of a day.
#[derive(Debug)]
pub struct DayEvidence {
    /// The school's clock.
    pub zone: Tz,
    /// The moment up to which everything received is in it.
    pub as_known_at: Moment,
    /// The lanes of each duty, one for each slot.
    pub duties: Vec<(DutyId, Vec<Vec<Rests>>)>,
    /// The stays, by person, checkpoint and time.
    pub stays: Vec<StayEvidence>,
    /// The names of people.
    pub people: HashMap<PersonId, String>,
    /// The names of checkpoints.
    pub checkpoints: HashMap<CheckpointId, String>,
}

/// The evidence of a day at a school.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn evidence(app: &App, actor: &Actor, school: OrganizationId, date: NaiveDate) -> Result<DayEvidence> {
    let school = school_of(app, actor, school)?;
    actor.require_over(Right::ReadEvidence, &school.path)?;
    app.store.read::<_, Problem>(&actor.scope(Right::ReadEvidence), |read| {
        let years = app.years(read)?;
        let facts = load_days(read, &years, &[school.id], date, date)?.pop().ok_or(Code::NotFound)?;
        let mut people: Vec<PersonId> = facts.evidence.iter().map(|row| row.person).collect();
        people.sort_unstable();
        people.dedup();
        let seen = Seen::rows(std::slice::from_ref(&school));
        let behind = Behind::new(&facts);
        Ok(DayEvidence {
            zone: facts.day.zone,
            as_known_at: app.clock.now(),
            duties: behind.duties(),
            stays: behind.stays(),
            people: board_facts::person_names(read, &people)?.into_iter().collect(),
            checkpoints: board_facts::checkpoint_names(read, &seen)?.into_iter().collect(),
        })
    })
}

/// The check-ins behind proofs.
struct Behind<'a> {
    facts: &'a DayFacts,
    indexed: Indexed,
    proofs: Vec<Proof>,
    rows: HashMap<(PersonId, CheckpointId, Second), &'a EvidenceRow>,
}

impl<'a> Behind<'a> {
    fn new(facts: &'a DayFacts) -> Self {
        let indexed = facts.indexed();
        let proofs = proofs(&indexed.input);
        let mut rows = HashMap::new();
        for row in &facts.evidence {
            // Of two in the same second the better one is the one that counts.
            let best = rows.entry((row.person, row.checkpoint, row.at.seconds())).or_insert(row);
            if row.grade > best.grade {
                *best = row;
            }
        }
        Self { facts, indexed, proofs, rows }
    }

    fn check_in(&self, person: u32, checkpoint: CheckpointId, at: Second) -> Option<&EvidenceRow> {
        self.rows.get(&(self.indexed.people.id(person)?, checkpoint, at)).copied()
    }

    fn duties(&self) -> Vec<(DutyId, Vec<Vec<Rests>>)> {
        let duties = self.facts.day.duties.iter().zip(lanes(&self.indexed.input));
        let of_duty = |(duty, lanes): (&crate::service::school_day::PlannedDuty, Vec<Vec<LaneStretch>>)| {
            let rests = |one: &LaneStretch| {
                let LaneStretch { from, to, person, grade, role, proof_at } = *one;
                let row = self.check_in(person, duty.checkpoint_id, proof_at)?;
                Some(Rests { from, to, person: row.person, grade, role, check_in: row.id })
            };
            (duty.id, lanes.iter().map(|lane| lane.iter().filter_map(rests).collect()).collect())
        };
        duties.map(of_duty).collect()
    }

    fn stays(&self) -> Vec<StayEvidence> {
        let with_checkpoint = stays(&self.indexed.input).into_iter();
        let found = with_checkpoint.filter_map(|stay| {
            let checkpoint = self.indexed.checkpoints.id(stay.checkpoint)?;
            let own = |proof: &&Proof| (proof.person, proof.checkpoint) == (stay.person, stay.checkpoint);
            let of_stay = self.proofs.iter().filter(own).filter(|proof| proof.meets(stay.from, stay.to));
            let check_ins = of_stay.clone().filter_map(|proof| self.check_in(stay.person, checkpoint, proof.from));
            let stretches = stay.stretches.iter().filter_map(|part| {
                let in_force =
                    of_stay.clone().filter(|proof| proof.meets(part.from, part.to) && proof.grade == part.grade);
                let best = in_force.max_by_key(|proof| proof.from)?;
                let row = self.check_in(stay.person, checkpoint, best.from)?;
                let (from, to, grade) = (part.from, part.to, part.grade);
                Some(Rests { from, to, person: row.person, grade, role: best.role, check_in: row.id })
            });
            Some(StayEvidence {
                checkpoint,
                stretches: stretches.collect(),
                check_ins: check_ins.map(|row| row.id).collect(),
            })
        });
        found.collect()
    }
}
