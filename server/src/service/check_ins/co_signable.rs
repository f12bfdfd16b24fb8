//! Whose check-ins somebody on duty could vouch for now. Leaders, police and guards in charge may, without reading the whole
//! evidence of the school.

use std::collections::{BTreeMap, HashMap};

use super::amend::may_vouch;
use super::stand::{shows, that_stand};
use super::view::{Shown, dress, zone_of};
use crate::domain::id::CheckpointId;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::{CheckInKind, FenceClass, Grade};
use crate::problem::{Problem, Result};
use crate::service::{Actor, App};
use crate::store::check_ins::{self, CheckIn, Wanted};
use crate::store::organizations::{self, Organization};
use crate::store::{Read, directory};

/// How many of one's own latest check-ins are looked at, and how many of others at one post.
const MOST: i64 = 200;

/// What one could vouch for.
#[derive(Debug)]
pub struct CoSignable {
    /// The check-ins, newest first.
    pub check_ins: Vec<Shown>,
    /// The posts where one is on duty well enough to vouch; none: check in first.
    pub posts: Vec<(CheckpointId, String)>,
}

/// A post where the actor stands: its school, and when they proved it.
struct Stand {
    school: Organization,
    hold_micros: i64,
    proofs: Vec<Moment>,
    left: Vec<Moment>,
}

/// The check-ins of others that the actor could co-sign now with effect.
///
/// # Errors
/// Those of the database.
pub fn co_signable(app: &App, actor: &Actor) -> Result<CoSignable> {
    let stands = stands(app, actor)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let names = directory::checkpoint_names(read, stands.keys().copied().collect())?;
        let mut found = BTreeMap::new();
        for (post, stand) in &stands {
            for shown in at_post(app, read, actor, *post, stand)? {
                found.insert((shown.row.at, shown.row.id), shown);
            }
        }
        Ok(CoSignable { check_ins: found.into_values().rev().collect(), posts: names })
    })
}

/// Where the actor has proved to stand within one hold, in a role that may vouch.
fn stands(app: &App, actor: &Actor) -> Result<HashMap<CheckpointId, Stand>> {
    let now = app.clock.now();
    let own = Wanted { person: Some(actor.person), ..Wanted::default() };
    let rows = app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let rows = check_ins::list(read, &own, None, MOST)?;
        that_stand(read, rows)
    })?;
    let mut stands: HashMap<CheckpointId, Stand> = HashMap::new();
    for row in rows.iter().filter(|row| is_proof(row)) {
        let (Some(school), Some(post), Some(role)) = (row.school_id, row.checkpoint_id, row.role) else { continue };
        let school = app.store.read(&Scope::Everything, |read| organizations::find(read, school))?;
        if actor.require_over(Right::CoSign, &school.path).is_err() || !may_vouch(actor, &school, role) {
            continue;
        }
        let date = row.at.date_in(zone_of(&school.timezone));
        let (_, hold) = app.directory.answer(app, |known| known.day(school.id, date).map(|day| day.hold_micros))?;
        if row.at.0.saturating_add(hold) < now.0 {
            break;
        }
        let left = || {
            let leaves = rows.iter().filter(|one| one.kind == CheckInKind::Leave && one.checkpoint_id == Some(post));
            leaves.map(|one| one.at).collect()
        };
        let stand =
            stands.entry(post).or_insert_with(|| Stand { school, hold_micros: hold, proofs: Vec::new(), left: left() });
        stand.proofs.push(row.at);
    }
    Ok(stands)
}

const fn is_proof(row: &CheckIn) -> bool {
    matches!(row.kind, CheckInKind::Arrive | CheckInKind::StillHere)
}

fn at_post(app: &App, read: &mut impl Read, actor: &Actor, post: CheckpointId, stand: &Stand) -> Result<Vec<Shown>> {
    let (hold, proofs) = (stand.hold_micros, &stand.proofs);
    let there = |at: Moment| proofs.iter().any(|proof| shows(*proof, &stand.left, hold, at));
    let first = proofs.iter().map(|at| at.0).min().unwrap_or_default().saturating_sub(hold);
    let last = proofs.iter().map(|at| at.0).max().unwrap_or_default().saturating_add(hold).saturating_add(1);
    let span = Some((Moment(first), Moment(last)));
    let wanted = Wanted { school: Some(stand.school.id), checkpoint: Some(post), span, ..Wanted::default() };
    let mut rows = check_ins::list(read, &wanted, None, MOST)?;
    rows.retain(|row| {
        row.person_id != actor.person && is_proof(row) && row.fence != FenceClass::Outside && there(row.at)
    });
    let mut shown = dress(app, read, rows)?;
    // Only a claim gains by it.
    shown.retain(|shown| shown.effective == Grade::Claimed);
    Ok(shown)
}
