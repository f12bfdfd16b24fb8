//! Who is on post, who has not come, and who could go where somebody is missing.

use std::collections::BTreeMap;

use super::{BoardInput, PostNow};
use crate::domain::coverage::{DayInput, Duty, Proof, Second, Stay, proofs, stays};
use crate::domain::text_enum::text_enum;
use crate::domain::words::{Grade, Role};

/// Somebody at a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnPost {
    /// Who.
    pub person: u32,
    /// In what capacity: that of the proof that counts best here.
    pub role: Role,
    /// How well proven.
    pub grade: Grade,
    /// Since when they have been there without a break.
    pub since: Second,
    /// Until when what they proved holds, unless they check in again.
    pub until: Second,
    /// Whether they can fill a slot here: the role is listed and the grade suffices.
    pub counts: bool,
}

text_enum! {
    /// Where somebody who could go is now.
    pub enum Whence {
        /// On a shift today, and on no post.
        Free = "free",
        /// At a post that has more people than it asks for.
        Surplus = "surplus",
    }
}

/// Somebody who could go to a post that is short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: u32,
    /// In what capacity.
    pub role: Role,
    /// Where they are now.
    pub whence: Whence,
    /// At which checkpoint, if at one.
    pub checkpoint: Option<u32>,
}

/// Who is where.
pub(super) struct People {
    in_force: Vec<Proof>,
    all: Vec<Proof>,
    stays: Vec<Stay>,
}

impl People {
    pub(super) fn at(input: &BoardInput) -> Self {
        let now = input.now;
        let all = proofs(input.day);
        let in_force = all.iter().filter(|proof| proof.meets(now, now + 1)).copied().collect();
        let stays = stays(input.day).into_iter().filter(|stay| stay.from <= now && now < stay.to).collect();
        Self { in_force, all, stays }
    }

    /// Everybody at the duty's checkpoint, those who count first, then by person.
    pub(super) fn at_post(&self, duty: &Duty) -> Vec<OnPost> {
        let mut best: BTreeMap<u32, (bool, Grade, Role)> = BTreeMap::new();
        for proof in self.in_force.iter().filter(|proof| proof.checkpoint == duty.checkpoint) {
            let Some(role) = proof.role else { continue };
            let this = (proof.qualifies_for(duty), proof.grade, role);
            let kept = best.entry(proof.person).or_insert(this);
            if (this.0, this.1) > (kept.0, kept.1) {
                *kept = this;
            }
        }
        let mut found: Vec<OnPost> =
            best.into_iter().filter_map(|(person, best)| self.on_post(duty, person, best)).collect();
        found.sort_by_key(|on_post| !on_post.counts);
        found
    }

    fn on_post(&self, duty: &Duty, person: u32, (counts, grade, role): (bool, Grade, Role)) -> Option<OnPost> {
        let here = |stay: &&Stay| stay.person == person && stay.checkpoint == duty.checkpoint;
        let stay = self.stays.iter().find(here)?;
        Some(OnPost { person, role, grade, since: stay.from, until: stay.to, counts })
    }

    /// The shifts of a duty whose person has given no proof there since people should be on post.
    pub(super) fn not_come(&self, input: &BoardInput, duty: usize) -> Vec<usize> {
        let Some(asked) = input.day.duties.get(duty) else { return Vec::new() };
        let came = |person: u32| {
            let there = |proof: &&Proof| proof.person == person && proof.checkpoint == asked.checkpoint;
            self.all.iter().filter(there).any(|proof| proof.meets(asked.window.on_post_by(), asked.window.to))
        };
        let of_duty = input.shifts.iter().enumerate().filter(|(_, shift)| shift.duty == duty);
        of_duty.filter(|(_, shift)| !came(shift.person)).map(|(place, _)| place).collect()
    }

    /// The people at checkpoints where more could serve than the posts shown ask for.
    pub(super) fn surplus(&self, day: &DayInput, posts: &[PostNow]) -> Vec<Candidate> {
        let checkpoint = |post: &PostNow| day.duties.get(post.duty).map(|duty| duty.checkpoint);
        let mut people: BTreeMap<u32, Vec<Candidate>> = BTreeMap::new();
        for proof in &self.in_force {
            let there = people.entry(proof.checkpoint).or_default();
            let Some(role) = proof.role.filter(|_| there.iter().all(|known| known.person != proof.person)) else {
                continue;
            };
            let checkpoint = Some(proof.checkpoint);
            there.push(Candidate { person: proof.person, role, whence: Whence::Surplus, checkpoint });
        }
        people.retain(|here, people| {
            let of_here = posts.iter().filter(|post| checkpoint(post) == Some(*here));
            let filled: u32 = of_here.clone().map(|post| post.filled).sum();
            let missing: u32 = of_here.map(|post| post.missing).sum();
            missing == 0 && usize::try_from(filled).is_ok_and(|filled| people.len() > filled)
        });
        people.into_values().flatten().collect()
    }

    /// Who could fill a slot of a post that is short: first those who are free, then those whom another post can spare.
    pub(super) fn could_go(&self, input: &BoardInput, post: &PostNow, surplus: &[Candidate]) -> Vec<Candidate> {
        let Some(duty) = input.day.duties.get(post.duty) else { return Vec::new() };
        let mut found: Vec<Candidate> = Vec::new();
        for shift in input.shifts.iter().filter(|shift| duty.roles.contains(shift.role)) {
            let busy = self.in_force.iter().any(|proof| proof.person == shift.person);
            let known = found.iter().any(|candidate| candidate.person == shift.person);
            if !busy && !known && !post.expects(input, shift.person) {
                let (person, role) = (shift.person, shift.role);
                found.push(Candidate { person, role, whence: Whence::Free, checkpoint: None });
            }
        }
        let spare =
            surplus.iter().filter(|one| duty.roles.contains(one.role) && one.checkpoint != Some(duty.checkpoint));
        found.extend(spare);
        found
    }
}

impl PostNow {
    /// Whether the person is to come here anyway.
    fn expects(&self, input: &BoardInput, person: u32) -> bool {
        self.not_come.iter().filter_map(|&place| input.shifts.get(place)).any(|shift| shift.person == person)
    }
}
