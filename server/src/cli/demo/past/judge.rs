//! Judges a check-in of the past by the same pure rules as the server, and makes its row.

use crate::cli::demo::build::Places;
use crate::cli::demo::build::places::Hung;
use crate::cli::demo::day::{Act, GivenFix, Shown};
use crate::cli::demo::world::{Post, School, World};
use crate::domain::check_in::clock::{ClockReadings, derive_time};
use crate::domain::check_in::content::{Content, SubmittedPosition};
use crate::domain::check_in::flags::Flag;
use crate::domain::check_in::grading::{Facts, Proof, Refusal, Verdict, grade};
use crate::domain::id::{ScreenId, SignId};
use crate::domain::moment::Moment;
use crate::domain::place::{Fix, classify, missing_reason};
use crate::domain::words::{Datum, FenceClass};
use crate::problem::Result;
use crate::store::JsonText;
use crate::store::check_ins::{CheckIn, StoredPosition};

/// A check-in as the database keeps it.
pub(super) struct Judged {
    pub(super) row: CheckIn,
    pub(super) position: Option<StoredPosition>,
}

/// Judges one; nothing for a post that has no sign.
pub(super) fn judge(world: &World, places: &Places, school: &School, act: &Act) -> Result<Option<Judged>> {
    let (Some(post), Some(hung)) = (school.post(act.checkpoint), places.at(act.checkpoint)) else { return Ok(None) };
    let received_at = act.sent.at;
    let clock = act.clock_fields(received_at);
    let time = derive_time(&ClockReadings {
        created_at: clock.created_at.utc(),
        sent_at: clock.sent_at.utc(),
        elapsed_ms: clock.elapsed_ms,
        received_at: received_at.utc(),
    });
    let fix = act.fix.and_then(|given| Fix::new(given.position, given.accuracy_m, given.age_ms, given.mocked).ok());
    let fence = classify(fix.as_ref(), &post.area);
    let (proof, sign_id, screen_id, refusal) = proof(act.shown, hung);
    let facts = Facts {
        proof,
        fence: fence.class,
        missing: (fence.class == FenceClass::Missing).then(|| missing_reason(fix.as_ref())).flatten(),
        accuracy_m: fix.map(|fix| fix.accuracy_m()),
        clock: time.quality,
        observed: observed(act, fix.as_ref(), time.jumped),
        refusal,
    };
    let verdict = grade(&facts);
    let device_id = world.person(act.phone_of).map(|person| person.device.clone()).unwrap_or_default();
    let code = shown_text(act.shown, hung);
    let row = CheckIn {
        id: act.id,
        school_id: Some(school.id),
        checkpoint_id: Some(post.id),
        person_id: act.person,
        session_id: world.person(act.person).map(|person| person.session),
        role: Some(act.role),
        kind: act.kind,
        at: Moment::from(time.at),
        clock: time.quality,
        created_at: clock.created_at,
        sent_at: clock.sent_at,
        received_at,
        elapsed_ms: clock.elapsed_ms,
        proof,
        sign_id,
        screen_id,
        fence: fence.class,
        distance_m: fence.distance_m,
        accuracy_m: fix.map(|fix| fix.accuracy_m()),
        grade: verdict.grade,
        reasons: JsonText::of(&verdict.reasons)?,
        flags: JsonText::of(&verdict.flags)?,
        duty_id: act.duty,
        shift_id: act.shift,
        content_hash: content_hash(act, code.as_deref(), clock.created_at, &device_id),
        device_id,
        code,
    };
    let position = act.fix.map(|given| stored(act, &given));
    Ok(Some(Judged { row, position }))
}

/// A check-in that was asked for afterwards (补卡): somebody's word, entered when it was agreed to.
pub(super) fn corrected(school: &School, post: &Post, act: &Act, agreed_at: Moment) -> Result<CheckIn> {
    let facts = Facts {
        proof: Proof::Correction,
        fence: FenceClass::Missing,
        missing: None,
        accuracy_m: None,
        clock: crate::domain::words::ClockQuality::Good,
        observed: Vec::new(),
        refusal: None,
    };
    let Verdict { grade, reasons, flags } = grade(&facts);
    Ok(CheckIn {
        id: act.id,
        school_id: Some(school.id),
        checkpoint_id: Some(post.id),
        person_id: act.person,
        session_id: None,
        role: Some(act.role),
        kind: act.kind,
        at: act.at,
        clock: facts.clock,
        created_at: agreed_at,
        sent_at: agreed_at,
        received_at: agreed_at,
        elapsed_ms: None,
        proof: Proof::Correction,
        sign_id: None,
        screen_id: None,
        fence: FenceClass::Missing,
        distance_m: None,
        accuracy_m: None,
        grade,
        reasons: JsonText::of(&reasons)?,
        flags: JsonText::of(&flags)?,
        duty_id: act.duty,
        shift_id: act.shift,
        content_hash: content_hash(act, None, agreed_at, "correction"),
        device_id: "correction".to_owned(),
        code: None,
    })
}

fn proof(shown: Shown, hung: &Hung) -> (Proof, Option<SignId>, Option<ScreenId>, Option<Refusal>) {
    let screen = hung.screen.as_ref().map(|screen| screen.id);
    match shown {
        Shown::Sign => (Proof::Sign, Some(hung.sign), None, None),
        Shown::OldSign => (Proof::Sign, Some(hung.old.0), None, Some(Refusal::SignRevoked)),
        Shown::ShortCode => (Proof::ShortCode, Some(hung.sign), None, None),
        Shown::Screen if screen.is_some() => (Proof::ScreenCode, None, screen, None),
        Shown::KeptScreen if screen.is_some() => (Proof::ScreenCodeOutOfStep, None, screen, None),
        Shown::Screen | Shown::KeptScreen => (Proof::Sign, Some(hung.sign), None, None),
        Shown::Position => (Proof::FenceOnly, None, None, None),
    }
}

/// What was scanned or typed. A screen's codes of the past were shown and are gone.
fn shown_text(shown: Shown, hung: &Hung) -> Option<String> {
    match shown {
        Shown::OldSign => Some(hung.old.1.clone()),
        Shown::ShortCode => Some(hung.short_code.clone()),
        Shown::Sign | Shown::Screen | Shown::KeptScreen => Some(hung.code.clone()),
        Shown::Position => None,
    }
}

fn observed(act: &Act, fix: Option<&Fix>, jumped: bool) -> Vec<Flag> {
    let seen = [
        (jumped, Flag::ClockJump),
        (fix.is_some_and(Fix::mocked), Flag::MockLocation),
        (act.phone_of != act.person, Flag::SharedDevice),
        (act.shift.is_none() && act.duty.is_some(), Flag::OffShift),
    ];
    seen.into_iter().filter(|(is, _)| *is).map(|(_, flag)| flag).collect()
}

fn stored(act: &Act, given: &GivenFix) -> StoredPosition {
    StoredPosition {
        check_in_id: act.id,
        lon: given.position.lon(),
        lat: given.position.lat(),
        datum: given.datum,
        age_ms: given.age_ms,
        mocked: given.mocked,
        coarsened_at: None,
    }
}

fn content_hash(act: &Act, code: Option<&str>, created_at: Moment, device_id: &str) -> Vec<u8> {
    let typed = act.shown == Shown::ShortCode;
    let content = Content {
        id: act.id,
        kind: act.kind,
        code: code.filter(|_| !typed),
        short_code: code.filter(|_| typed),
        created_at: created_at.utc(),
        position: act.fix.map(|given| SubmittedPosition {
            lon: given.position.lon(),
            lat: given.position.lat(),
            accuracy_m: given.accuracy_m,
            datum: Datum::Wgs84,
            age_ms: given.age_ms,
            mocked: given.mocked,
        }),
        device_id,
    };
    content.hash().bytes().to_vec()
}
