//! What people said about check-ins of the past: co-signatures, voidings, corrections, reviews of flags.

use chrono::TimeDelta;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use super::{inspections, judge};
use crate::cli::demo::day::{Act, Day, Word, WordKind};
use crate::cli::demo::world::{School, World, ids};
use crate::domain::check_in::effective::{AmendmentKind, ReviewOutcome};
use crate::domain::check_in::flags::Flag;
use crate::domain::id::{AmendmentId, CheckInId, CorrectionId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::words::{CorrectionState, Office, Role};
use crate::problem::Result;
use crate::store::Tx;
use crate::store::check_ins::{Amendment, CheckIn, insert_amendment, insert_many};
use crate::store::corrections::{self, Correction};

/// How many flags in a hundred somebody has looked at.
const REVIEWED: u32 = 60;
/// How many of those looked at turn out to be nothing, in a hundred.
const DISMISSED: u32 = 85;

pub(super) fn insert(tx: &mut Tx, world: &World, school: &School, day: &Day, rows: &[CheckIn]) -> Result<()> {
    let first = rows.first().map_or(0, |row| row.at.0);
    let mut random = StdRng::seed_from_u64(world.seed ^ first.unsigned_abs());
    for word in &day.words {
        match &word.kind {
            WordKind::CoSign(id) => say(tx, school, word, AmendmentKind::CoSign, *id, &mut random)?,
            WordKind::Void(id) => say(tx, school, word, AmendmentKind::Void, *id, &mut random)?,
            WordKind::Correct(acts) => correct(tx, school, word, acts, &mut random)?,
            WordKind::Inspect(inspected) => inspections::insert(tx, world, word, inspected, &mut random)?,
            WordKind::Alarm(..) | WordKind::AlarmStep(..) | WordKind::Hazard(..) | WordKind::HazardStep(..) => {}
        }
    }
    review(tx, world, school, rows, &mut random)
}

fn say(
    tx: &mut Tx,
    school: &School,
    word: &Word,
    kind: AmendmentKind,
    check_in_id: CheckInId,
    random: &mut StdRng,
) -> Result<()> {
    let amendment = Amendment {
        id: AmendmentId(ids::at(word.at, random)),
        check_in_id,
        school_id: Some(school.id),
        kind,
        flag: None,
        outcome: None,
        author_id: word.by,
        author_role: (kind == AmendmentKind::CoSign).then_some(Role::SchoolLeader),
        reason: word.reason.to_owned(),
        at: word.at,
    };
    Ok(insert_amendment(tx, &amendment)?)
}

/// Asked for by the person, agreed to by the principal forty minutes later.
fn correct(tx: &mut Tx, school: &School, word: &Word, acts: &[Act], random: &mut StdRng) -> Result<()> {
    let agreed_at = word.at.plus(TimeDelta::minutes(40));
    for act in acts {
        let Some(post) = school.post(act.checkpoint) else { continue };
        let row = judge::corrected(school, post, act, agreed_at)?;
        insert_many(tx, &[row], &[])?;
        corrections::insert(
            tx,
            &Correction {
                id: CorrectionId(ids::at(word.at, random)),
                school_id: school.id,
                checkpoint_id: act.checkpoint,
                person_id: act.person,
                role: act.role,
                kind: act.kind,
                at: act.at,
                reason: word.reason.to_owned(),
                requested_by: act.person,
                requested_at: word.at,
                state: CorrectionState::Approved,
                decided_by: Some(word.by),
                decided_at: Some(agreed_at),
                decision_reason: Some("已核对当日值班安排".to_owned()),
                check_in_id: Some(act.id),
            },
        )?;
    }
    Ok(())
}

/// The safety officer looks at most flags in the evening.
fn review(tx: &mut Tx, world: &World, school: &School, rows: &[CheckIn], random: &mut StdRng) -> Result<()> {
    let Some(officer) = world.holder(school.id, Office::SafetyOfficer) else { return Ok(()) };
    for row in rows {
        for flag in row.flags.read::<Vec<Flag>>()? {
            if random.random_range(0..100) < REVIEWED {
                insert_amendment(tx, &reviewed(row, flag, officer.id, random))?;
            }
        }
    }
    Ok(())
}

fn reviewed(row: &CheckIn, flag: Flag, by: PersonId, random: &mut StdRng) -> Amendment {
    let at: Moment = row.received_at.plus(TimeDelta::minutes(random.random_range(60..240)));
    let dismissed = random.random_range(0..100) < DISMISSED;
    Amendment {
        id: AmendmentId(ids::at(at, random)),
        check_in_id: row.id,
        school_id: row.school_id,
        kind: AmendmentKind::Review,
        flag: Some(flag),
        outcome: Some(if dismissed { ReviewOutcome::Dismissed } else { ReviewOutcome::Upheld }),
        author_id: by,
        author_role: None,
        reason: if dismissed { "已核实，本人在岗" } else { "已核实，提醒本人到岗扫码" }.to_owned(),
        at,
    }
}
