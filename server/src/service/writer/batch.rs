//! What only the database can tell of a check-in, and the rows that come of it.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::commit::Portion;
use super::devices::Devices;
use super::fixes::{Added, Fixes};
use super::memory::Memory;
use super::{Answer, Job, Outcome};
use crate::domain::check_in::flags::Flag;
use crate::domain::check_in::grading::{Facts, grade};
use crate::domain::check_in::reason::Reason;
use crate::domain::id::{CheckInId, OrganizationId, PersonId, SessionId};
use crate::service::check_ins::Candidate;
use crate::store::check_ins::{self, CheckIn, StoredPosition};
use crate::store::{Error, JsonText, Tx, generation, sessions, stale_days};

/// A batch under way.
pub(super) struct Batch<'a> {
    generation: i64,
    sessions: HashMap<SessionId, PersonId>,
    /// The check-ins of the batch's ids that are on record, and those that the batch adds.
    known: HashMap<CheckInId, Arc<CheckIn>>,
    fixes: Fixes<'a>,
    devices: Devices,
    rows: Vec<Arc<CheckIn>>,
    positions: Vec<StoredPosition>,
    late: BTreeSet<(OrganizationId, NaiveDate)>,
}

impl<'a> Batch<'a> {
    /// Reads what is on record, with one question of each kind.
    pub(super) fn begin(tx: &mut Tx, memory: &'a mut Memory, portions: &[Portion]) -> Result<Self, Error> {
        let candidates = || portions.iter().flat_map(|portion| portion.candidates);
        let ids = candidates().map(Candidate::id).collect();
        let sessions: BTreeSet<SessionId> = portions.iter().map(|portion| portion.job.session).collect();
        let generation = generation::current(tx)?;
        memory.follow(tx, generation)?;
        Ok(Self {
            generation,
            sessions: sessions::active_persons(tx, sessions.into_iter().collect())?.into_iter().collect(),
            known: check_ins::by_ids(tx, ids)?.into_iter().map(|row| (row.id, Arc::new(row))).collect(),
            fixes: Fixes::of(tx, memory, candidates())?,
            devices: Devices::of(tx, candidates())?,
            rows: Vec::new(),
            positions: Vec::new(),
            late: BTreeSet::new(),
        })
    }

    /// Decides upon some check-ins of one request.
    pub(super) fn decide(&mut self, tx: &mut Tx, portion: &Portion) -> Result<Answer, Error> {
        if let Some(refused) = self.refuse(portion.job) {
            return Ok(refused);
        }
        let outcomes = portion.candidates.iter().map(|candidate| self.outcome(tx, candidate));
        Ok(Answer::Done(outcomes.collect::<Result<_, _>>()?))
    }

    fn refuse(&self, job: &Job) -> Option<Answer> {
        if self.sessions.get(&job.session) != Some(&job.person) {
            return Some(Answer::SessionEnded);
        }
        (job.generation != self.generation).then_some(Answer::OutOfDate)
    }

    fn outcome(&mut self, tx: &mut Tx, candidate: &Candidate) -> Result<Outcome, Error> {
        if let Some(row) = self.known.get(&candidate.id()) {
            let same = row.person_id == candidate.row.person_id && row.content_hash == candidate.row.content_hash;
            return Ok(if same { Outcome::Replayed(Arc::clone(row)) } else { Outcome::Conflict });
        }
        if let Some(roles) = &candidate.ask {
            return Ok(Outcome::Ask(roles.clone()));
        }
        let row = Arc::new(self.judged(tx, candidate)?);
        self.known.insert(row.id, Arc::clone(&row));
        self.rows.push(Arc::clone(&row));
        self.positions.extend(candidate.position.clone());
        self.late.extend(candidate.late);
        Ok(Outcome::Recorded(row))
    }

    /// The row with its final verdict.
    fn judged(&mut self, tx: &mut Tx, candidate: &Candidate) -> Result<CheckIn, Error> {
        let mut facts: Facts = candidate.facts.clone();
        let row = &candidate.row;
        facts.observed.extend(self.fixes.compare(tx, candidate)?);
        if self.devices.shared(tx, row, candidate.same_window)? {
            facts.observed.push(Flag::SharedDevice);
        }
        let verdict = grade(&facts);
        let reasons: Vec<Reason> = verdict.reasons.into_iter().map(|reason| told(reason, candidate)).collect();
        Ok(CheckIn {
            grade: verdict.grade,
            reasons: JsonText::of(&reasons)?,
            flags: JsonText::of(&verdict.flags)?,
            ..row.clone()
        })
    }

    /// Writes the rows; answers the fixes that came with them.
    pub(super) fn store(self, tx: &mut Tx) -> Result<Added, Error> {
        if !self.rows.is_empty() {
            check_ins::insert_many(tx, &self.rows, &self.positions)?;
            self.devices.note(tx, &self.rows)?;
        }
        if !self.late.is_empty() {
            stale_days::mark_many(tx, &self.late.into_iter().collect::<Vec<_>>())?;
        }
        Ok(self.fixes.into_added())
    }
}

/// A position that was passed over for want of consent is not one that the phone failed to send.
fn told(reason: Reason, candidate: &Candidate) -> Reason {
    if candidate.not_consented && reason == Reason::LocationMissing { Reason::LocationNotConsented } else { reason }
}
