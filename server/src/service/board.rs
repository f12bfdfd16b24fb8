//! The board of a school: what every post looks like now. What it is made from is read from the database; the board itself
//! is computed from that for any second, so that time alone needs no question.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::coverage::{DayFacts, Indexed, load_days};
use super::{Actor, App, school_day};
use crate::domain::board::{Board, BoardInput, PlannedShift, board};
use crate::domain::coverage::{LaneStretch, lanes};
use crate::domain::id::{CheckpointId, OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::service::coverage::view::school_of;
use crate::store::organizations::{Organization, Seen};
use crate::store::shifts;
pub use crate::store::shifts::ShiftRow;
use crate::store::{Read, board_facts};

/// All that a day's board is made from.
#[derive(Debug, Clone)]
pub struct BoardFacts {
    /// The school.
    pub school: Organization,
    /// What was asked, and the evidence.
    pub facts: DayFacts,
    /// The day's shifts that stand, those of its duties alone.
    pub shifts: Vec<ShiftRow>,
    /// The names of people, for those who may see them.
    pub people: HashMap<PersonId, String>,
    /// The names of checkpoints.
    pub checkpoints: HashMap<CheckpointId, String>,
    /// The names of windows.
    pub windows: HashMap<WindowId, String>,
    indexed: Indexed,
    planned: Vec<PlannedShift>,
}

/// Reads what today's board is made from. Names are read for those alone who may see the evidence.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn load(app: &App, actor: &Actor, school: OrganizationId) -> Result<BoardFacts> {
    let school = school_of(app, actor, school)?;
    let date = app.clock.now().date_in(school_day::zone_of(&school.timezone)?);
    let named = actor.require_over(Right::ReadEvidence, &school.path).is_ok();
    app.store.read(&actor.scope(Right::ReadCoverage), |read| loaded(app, read, school, date, named))
}

/// Reads what the board of a day is made from, for whoever has been let in already; with names of people if `named`.
pub(super) fn loaded(
    app: &App,
    read: &mut impl Read,
    school: Organization,
    date: NaiveDate,
    named: bool,
) -> Result<BoardFacts> {
    let years = app.years(read)?;
    let seen = Seen::rows(std::slice::from_ref(&school));
    let facts = load_days(read, &years, &[school.id], date, date)?.pop().ok_or(Code::NotFound)?;
    let place = |shift: &ShiftRow| facts.day.duties.iter().position(|duty| duty.id == shift.duty_id);
    let shifts = shifts::of_school_on(read, school.id, date)?;
    let shifts: Vec<(usize, ShiftRow)> = shifts.into_iter().filter_map(|shift| Some((place(&shift)?, shift))).collect();
    let mut indexed = facts.indexed();
    let planned = shifts.iter().map(|(duty, shift)| PlannedShift {
        person: indexed.people.of(shift.person_id),
        duty: *duty,
        role: shift.role,
    });
    let planned = planned.collect();
    let shifts: Vec<ShiftRow> = shifts.into_iter().map(|(_, shift)| shift).collect();
    let mut people: Vec<PersonId> = shifts.iter().map(|shift| shift.person_id).collect();
    people.extend(facts.evidence.iter().map(|row| row.person));
    people.sort_unstable();
    people.dedup();
    let people = if named { board_facts::person_names(read, &people)? } else { Vec::new() };
    Ok(BoardFacts {
        people: people.into_iter().collect(),
        checkpoints: board_facts::checkpoint_names(read, &seen)?.into_iter().collect(),
        windows: board_facts::window_names(read, &seen, date)?.into_iter().collect(),
        school,
        facts,
        shifts,
        indexed,
        planned,
    })
}

impl BoardFacts {
    /// The board at a moment of the day.
    #[must_use]
    pub fn at(&self, now: Moment) -> Board {
        let grace_seconds = self.facts.day.rules.live_grace_seconds.into();
        board(&BoardInput { day: &self.indexed.input, shifts: &self.planned, now: now.seconds(), grace_seconds })
    }

    /// Who fills each slot of each duty, in the order of the duties.
    #[must_use]
    pub fn lanes(&self) -> Vec<Vec<Vec<LaneStretch>>> {
        lanes(&self.indexed.input)
    }

    /// Whether a moment lies in the day that was read.
    #[must_use]
    pub fn is_of(&self, now: Moment) -> bool {
        now.date_in(self.facts.day.zone) == self.facts.day.date
    }

    /// Who is behind an index of the board.
    #[must_use]
    pub fn person(&self, index: u32) -> Option<PersonId> {
        self.indexed.people.id(index)
    }

    /// Which checkpoint is behind an index of the board.
    #[must_use]
    pub fn checkpoint(&self, index: u32) -> Option<CheckpointId> {
        self.indexed.checkpoints.id(index)
    }
}

/// Somebody who watches a board: rights are looked at again each time, the database only when there is news.
pub struct Watch {
    actor: Actor,
    school: OrganizationId,
    facts: Option<BoardFacts>,
}

impl Watch {
    /// Begins to watch.
    #[must_use]
    pub const fn new(actor: Actor, school: OrganizationId) -> Self {
        Self { actor, school, facts: None }
    }

    /// The person who watches.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Looks at the board now; `news` tells that something about the school may have changed.
    ///
    /// # Errors
    /// `session_ended`, `not_found`, `forbidden` once the person may not look any more; those of the database.
    pub fn look(&mut self, app: &App, news: bool) -> Result<(&BoardFacts, Moment)> {
        self.actor = self.actor.again(app)?;
        let school = school_of(app, &self.actor, self.school)?;
        let now = app.clock.now();
        let named = self.actor.require_over(Right::ReadEvidence, &school.path).is_ok();
        let kept = self.facts.take().filter(|facts| !news && facts.is_of(now) && (named || facts.people.is_empty()));
        let facts = match kept {
            Some(facts) => facts,
            None => load(app, &self.actor, self.school)?,
        };
        Ok::<_, Problem>((self.facts.insert(facts), now))
    }
}
