//! Who is planned for which post: turns are taken, and nobody stands at two posts at once.

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate};
use rand::RngExt as _;
use rand::rngs::StdRng;

use crate::cli::demo::world::{DutyAsked, School, ids, minute};
use crate::domain::id::{CheckpointId, DutyId, PersonId, ShiftId};
use crate::domain::moment::Moment;
use crate::domain::words::{Role, WindowKind};

/// The people of a drop-off or a pick-up.
pub(in crate::cli::demo) struct Roster {
    pub(in crate::cli::demo) kind: WindowKind,
    pub(in crate::cli::demo) slots: Vec<Slot>,
    /// The first window's start; staggered windows follow one another, and people stay for all of them.
    pub(in crate::cli::demo) starts: Moment,
    /// The last window's end.
    pub(in crate::cli::demo) ends: Moment,
    /// How long before the start people should be there, in minutes.
    pub(in crate::cli::demo) lead_minutes: u16,
}

/// One person at one post.
#[derive(Debug, Clone)]
pub(in crate::cli::demo) struct Slot {
    pub(in crate::cli::demo) checkpoint: CheckpointId,
    /// The duty's place among those of its window.
    pub(in crate::cli::demo) position: usize,
    pub(in crate::cli::demo) roles: &'static [Role],
    pub(in crate::cli::demo) person: PersonId,
    pub(in crate::cli::demo) role: Role,
    /// The shift in each window, with the window's end, earliest first.
    pub(in crate::cli::demo) shifts: Vec<(DutyId, ShiftId, Moment)>,
}

impl Slot {
    /// The duty and shift that an instant belongs to.
    pub(in crate::cli::demo) fn at(&self, at: Moment) -> Option<(DutyId, ShiftId)> {
        let open = self.shifts.iter().find(|(_, _, ends)| at < *ends).or_else(|| self.shifts.last());
        open.map(|(duty, shift, _)| (*duty, *shift))
    }
}

impl Roster {
    /// Draws the people of a date's drop-off or pick-up.
    pub(in crate::cli::demo) fn draw(school: &School, date: NaiveDate, kind: WindowKind, random: &mut StdRng) -> Self {
        let windows: Vec<_> =
            school.windows.iter().map(|window| window.spec).filter(|spec| spec.kind == kind).collect();
        let starts = minute(date, windows.iter().map(|spec| spec.starts).min().unwrap_or_default());
        let ends = minute(date, windows.iter().map(|spec| spec.ends).max().unwrap_or_default());
        let lead_minutes = windows.first().map_or(0, |spec| spec.lead_minutes);
        let mut taken = BTreeSet::new();
        let mut slots = Vec::new();
        let first = school.windows.iter().find(|window| window.spec.kind == kind).map(|window| window.id);
        for duty in school.duties.iter().filter(|duty| Some(duty.window) == first) {
            for _ in 0..duty.count {
                let Some((role, person)) = turn(school, duty, date, &taken, random) else { continue };
                taken.insert(person);
                let shifts = shifts(school, duty, date, random);
                let (checkpoint, position, roles) = (duty.checkpoint, duty.position, duty.roles);
                slots.push(Slot { checkpoint, position, roles, person, role, shifts });
            }
        }
        Self { kind, slots, starts, ends, lead_minutes }
    }

    /// Somebody who may stand at a post and has nothing to do: a stand-in.
    pub(in crate::cli::demo) fn spare(&self, school: &School, roles: &[Role]) -> Option<(Role, PersonId)> {
        let busy: BTreeSet<PersonId> = self.slots.iter().map(|slot| slot.person).collect();
        roles.iter().find_map(|role| {
            let people = school.members.get(role)?;
            people.iter().find(|person| !busy.contains(person)).map(|person| (*role, *person))
        })
    }
}

/// Whose turn it is: the next of the first role that has somebody left. Where several roles may serve, one in four comes
/// from another than the first.
fn turn(
    school: &School,
    duty: &DutyAsked,
    date: NaiveDate,
    taken: &BTreeSet<PersonId>,
    random: &mut StdRng,
) -> Option<(Role, PersonId)> {
    let mut roles = duty.roles.to_vec();
    if roles.len() > 1 && random.random_bool(0.25) {
        roles.rotate_left(1);
    }
    let day = usize::try_from(date.num_days_from_ce()).unwrap_or_default();
    roles.into_iter().find_map(|role| {
        let people = school.members.get(&role)?;
        let from = (day * usize::from(duty.count) + duty.position) % people.len().max(1);
        let order = people.iter().cycle().skip(from).take(people.len());
        order.into_iter().find(|person| !taken.contains(person)).map(|person| (role, *person))
    })
}

/// The shifts of one slot: one in each window of the kind.
fn shifts(school: &School, duty: &DutyAsked, date: NaiveDate, random: &mut StdRng) -> Vec<(DutyId, ShiftId, Moment)> {
    let planned = minute(date, 0);
    let alike = school.duties.iter().filter(|other| other.kind == duty.kind && other.position == duty.position);
    let mut shifts: Vec<_> = alike
        .filter_map(|other| {
            let window = school.windows.iter().find(|window| window.id == other.window)?;
            Some((other.id, ShiftId(ids::at(planned, random)), minute(date, window.spec.ends)))
        })
        .collect();
    shifts.sort_by_key(|(_, _, ends)| *ends);
    shifts
}
