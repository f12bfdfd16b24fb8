//! Who fills which slot at one instant (DESIGN section 7, `docs/figures.md` "Filling slots").
//!
//! Slots are gone through in order and each is filled if it can be without emptying an earlier one; a search for an
//! augmenting path decides that. Then, in order again, each filled slot takes the best grade that leaves every filled
//! slot filled and every earlier slot its grade: the same search, with a raised floor for the slot.

use super::input::Duty;
use super::proof::Proof;
use crate::domain::words::Grade;

/// How one duty's slots are filled at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Filled {
    /// Slots filled by a confirmed proof.
    pub(super) confirmed: u32,
    /// Slots filled by a likely proof.
    pub(super) likely: u32,
    /// Slots filled by a claimed proof.
    pub(super) claimed: u32,
}

impl Filled {
    /// Slots filled, whatever the grade.
    pub(super) const fn slots(self) -> u32 {
        self.confirmed.saturating_add(self.likely).saturating_add(self.claimed)
    }

    const fn add(&mut self, grade: Grade) {
        match grade {
            Grade::Confirmed => self.confirmed = self.confirmed.saturating_add(1),
            Grade::Likely => self.likely = self.likely.saturating_add(1),
            Grade::Claimed => self.claimed = self.claimed.saturating_add(1),
            Grade::Contradicted | Grade::Rejected => {}
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    row: usize,
    floor: Grade,
    person: Option<usize>,
}

/// The assignment at one instant. One value serves many instants, so that its buffers are allocated once.
#[derive(Debug, Default)]
pub(super) struct Assignment {
    people: Vec<u32>,
    /// Row by row (one for each duty asked), the best grade each person can offer there.
    offers: Vec<Option<Grade>>,
    slots: Vec<Slot>,
    /// For each person, the slot that they fill.
    fills: Vec<Option<usize>>,
    /// For each person, the slot from which the current search came to them.
    reached_from: Vec<Option<usize>>,
    queue: Vec<usize>,
    /// For each row, the lowest floor with which the current search has looked through it.
    looked_through: Vec<Option<Grade>>,
    filled: Vec<Filled>,
}

impl Assignment {
    /// Fills the slots of `duties` (in order) from the proofs in force. `proofs` are sorted by person. Each duty is a row.
    pub(super) fn fill(&mut self, duties: &[&Duty], proofs: &[Proof]) {
        self.take_offers(duties, proofs);
        self.fill_in_order(duties);
        self.raise_grades();
        self.count(duties.len());
    }

    /// How the slots of a row are filled.
    pub(super) fn filled(&self, row: usize) -> Filled {
        self.filled.get(row).copied().unwrap_or_default()
    }

    /// Who fills the slots of a row after [`Self::fill`], and with which grade; in the order of the slots.
    pub(super) fn of_row(&self, row: usize) -> impl Iterator<Item = (u32, Grade)> {
        self.slots.iter().filter(move |slot| slot.row == row).filter_map(|slot| {
            let person = slot.person?;
            Some((self.people.get(person).copied()?, self.offer(slot.row, person)?))
        })
    }

    fn take_offers(&mut self, duties: &[&Duty], proofs: &[Proof]) {
        self.people.clear();
        self.people.extend(proofs.iter().map(|proof| proof.person));
        self.people.dedup();
        self.offers.clear();
        for duty in duties {
            for of_one_person in proofs.chunk_by(|a, b| a.person == b.person) {
                let fitting = of_one_person.iter().filter(|proof| proof.qualifies_for(duty));
                self.offers.push(fitting.map(|proof| proof.grade).max());
            }
        }
        self.fills.clear();
        self.fills.resize(self.people.len(), None);
    }

    fn fill_in_order(&mut self, duties: &[&Duty]) {
        self.slots.clear();
        for (row, duty) in duties.iter().enumerate() {
            for _ in 0..duty.count {
                let slot = self.slots.len();
                self.slots.push(Slot { row, floor: duty.min_grade, person: None });
                if !self.search(slot) {
                    // The slots of a duty are alike: where one stays empty, so do those after it.
                    self.slots.pop();
                    break;
                }
            }
        }
    }

    fn raise_grades(&mut self) {
        for index in 0..self.slots.len() {
            let Some(slot) = self.slots.get(index).copied() else { continue };
            let now = slot.person.and_then(|person| self.offer(slot.row, person));
            let better = [Grade::Confirmed, Grade::Likely].into_iter().filter(|grade| Some(*grade) > now);
            let raised = better.into_iter().find(|grade| self.refill(index, slot, *grade));
            if let (Some(slot), Some(floor)) = (self.slots.get_mut(index), raised.or(now)) {
                slot.floor = floor;
            }
        }
    }

    /// Tries to fill a filled slot again, with at least this grade. Where that fails, all is as it was.
    fn refill(&mut self, index: usize, was: Slot, floor: Grade) -> bool {
        self.put(index, Slot { floor, person: None, ..was });
        self.give(was.person, None);
        let refilled = self.search(index);
        if !refilled {
            self.put(index, was);
            self.give(was.person, Some(index));
        }
        refilled
    }

    /// Looks, breadth first, for a way to fill the slot by moving people between filled slots, and takes it.
    fn search(&mut self, start: usize) -> bool {
        self.reached_from.clear();
        self.reached_from.resize(self.people.len(), None);
        self.looked_through.clear();
        self.looked_through.resize(self.offers.len() / self.people.len().max(1), None);
        self.queue.clear();
        self.queue.push(start);
        let mut next = 0;
        while let Some(index) = self.queue.get(next).copied() {
            next += 1;
            if let Some(free) = self.reach_from(index) {
                self.move_along(free);
                return true;
            }
        }
        false
    }

    /// Marks everybody who could fill the slot; answers the first who is free, and queues the slots of the others.
    fn reach_from(&mut self, index: usize) -> Option<usize> {
        let Slot { row, floor, .. } = *self.slots.get(index)?;
        let looked_through = self.looked_through.get_mut(row)?;
        if looked_through.is_some_and(|lowest| lowest <= floor) {
            return None;
        }
        *looked_through = Some(floor);
        let offers = self.offers.chunks_exact(self.people.len().max(1)).nth(row)?;
        let people = offers.iter().zip(&self.fills).zip(&mut self.reached_from).enumerate();
        for (person, ((offer, fills), reached_from)) in people {
            if *offer < Some(floor) || reached_from.is_some() {
                continue;
            }
            *reached_from = Some(index);
            match fills {
                None => return Some(person),
                Some(filled) => self.queue.push(*filled),
            }
        }
        None
    }

    /// Walks back from a free person to the slot where the search began, moving one person at each step.
    fn move_along(&mut self, free: usize) {
        let mut person = Some(free);
        while let Some(mover) = person {
            let Some(index) = self.reached_from.get(mover).copied().flatten() else { return };
            person = self.slots.get_mut(index).and_then(|slot| slot.person.replace(mover));
            self.give(Some(mover), Some(index));
        }
    }

    fn count(&mut self, duties: usize) {
        self.filled.clear();
        self.filled.resize(duties, Filled::default());
        for slot in &self.slots {
            let grade = slot.person.and_then(|person| self.offer(slot.row, person));
            if let (Some(filled), Some(grade)) = (self.filled.get_mut(slot.row), grade) {
                filled.add(grade);
            }
        }
    }

    fn offer(&self, row: usize, person: usize) -> Option<Grade> {
        self.offers.chunks_exact(self.people.len().max(1)).nth(row)?.get(person).copied().flatten()
    }

    fn put(&mut self, index: usize, slot: Slot) {
        if let Some(place) = self.slots.get_mut(index) {
            *place = slot;
        }
    }

    fn give(&mut self, person: Option<usize>, slot: Option<usize>) {
        if let Some(fills) = person.and_then(|person| self.fills.get_mut(person)) {
            *fills = slot;
        }
    }
}
