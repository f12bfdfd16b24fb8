//! One person at one post now: what they did there today, and who else is there. For the phone in their hand.

use chrono_tz::Tz;

use super::board::{self, BoardFacts};
use super::codes::{self, NextWindow};
use super::school_day::zone_of;
use super::{Actor, App, checkpoints};
use crate::domain::coverage::{Proof, Second, Stay, proofs, stays};
use crate::domain::id::{CheckpointId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::{Right, roles_over};
use crate::domain::words::{Grade, Role};
use crate::problem::{Problem, Result};

/// A stretch of somebody's stay at the post.
#[derive(Debug, Clone)]
pub struct Stretch {
    /// First second.
    pub from: Second,
    /// End (exclusive), as far as is known.
    pub to: Second,
    /// In what capacity.
    pub role: Option<Role>,
    /// How well proven.
    pub grade: Grade,
}

/// Somebody else at the post.
#[derive(Debug, Clone)]
pub struct Other {
    /// Their stay, from its begin on; its grade is the one now.
    pub stay: Stretch,
    /// Their name, for those who may read the evidence.
    pub name: Option<String>,
}

/// The person at the post.
#[derive(Debug)]
pub struct Here {
    /// The server's moment.
    pub now: Moment,
    /// The school's clock.
    pub zone: Tz,
    /// The school's day, without names for those who may not see them.
    pub facts: BoardFacts,
    /// The roles that the person may check in with.
    pub roles: Vec<Role>,
    /// The window that is open now, or the next one today.
    pub window: Option<NextWindow>,
    /// The person's stays here today, oldest first, a row for each grade.
    pub stays: Vec<Stretch>,
    /// Until when what they proved holds, if they are here now.
    pub until: Option<Second>,
    /// By when to say that one is still here; none if the window ends before.
    pub again_by: Option<Second>,
    /// At which other post they are now, and until when.
    pub elsewhere: Option<(CheckpointId, Second)>,
    /// Who else is here now.
    pub others: Vec<Other>,
}

/// The actor at a post whose school's coverage they may read.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn here(app: &App, actor: &Actor, id: CheckpointId) -> Result<Here> {
    let school = checkpoints::require(app, actor, Right::ReadCoverage, id)?.school;
    let (now, zone) = (app.clock.now(), zone_of(&school.timezone)?);
    let named = actor.require_over(Right::ReadEvidence, &school.path).is_ok();
    let roles = roles_over(&actor.grants, &school.path).collect();
    let facts = app.store.read::<_, Problem>(&actor.scope(Right::ReadCoverage), |read| {
        board::loaded(app, read, school, now.date_in(zone), named)
    })?;
    let window = codes::window(&facts.facts.day, now);
    let mut indexed = facts.facts.indexed();
    let (me, here) = (indexed.people.of(actor.person), indexed.checkpoints.of(id));
    let (stays, proofs) = (stays(&indexed.input), proofs(&indexed.input));
    let at = now.seconds();
    let running = |stay: &&Stay| stay.from <= at && at < stay.to;
    let mine: Vec<&Stay> = stays.iter().filter(|stay| stay.person == me).collect();
    let until = mine.iter().copied().filter(running).find(|stay| stay.checkpoint == here).map(|stay| stay.to);
    let away = mine.iter().copied().filter(running).find(|stay| stay.checkpoint != here);
    let ends = window.as_ref().filter(|window| window.open).map(|window| window.ends_at.timestamp());
    let others = stays.iter().filter(|stay| stay.person != me && stay.checkpoint == here).filter(running);
    let others: Vec<Other> = others
        .map(|stay| {
            let name = indexed.people.id(stay.person).and_then(|id: PersonId| facts.people.get(&id).cloned());
            Other { stay: Stretch { from: stay.from, to: stay.to, ..stretch_at(stay, &proofs, at) }, name }
        })
        .collect();
    Ok(Here {
        roles,
        stays: mine.iter().filter(|stay| stay.checkpoint == here).flat_map(|stay| stretches(stay, &proofs)).collect(),
        again_by: until.filter(|until| ends.is_some_and(|ends| *until < ends)),
        elsewhere: away.and_then(|stay| Some((indexed.checkpoints.id(stay.checkpoint)?, stay.to))),
        others,
        now,
        zone,
        window,
        until,
        facts,
    })
}

fn stretches(stay: &Stay, proofs: &[Proof]) -> Vec<Stretch> {
    let row = |part: &crate::domain::coverage::Stretch| Stretch {
        from: part.from,
        to: part.to,
        ..stretch_at(stay, proofs, part.from)
    };
    stay.stretches.iter().map(row).collect()
}

/// The best proof of a stay at a second.
fn stretch_at(stay: &Stay, proofs: &[Proof], at: Second) -> Stretch {
    let of_stay = |proof: &&Proof| (proof.person, proof.checkpoint) == (stay.person, stay.checkpoint);
    let best = proofs.iter().filter(of_stay).filter(|proof| proof.meets(at, at + 1)).max_by_key(|proof| proof.grade);
    let grade = best.map_or(Grade::Claimed, |proof| proof.grade);
    Stretch { from: stay.from, to: stay.to, role: best.and_then(|proof| proof.role), grade }
}
