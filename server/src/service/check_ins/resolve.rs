//! Which post a check-in is for: by its code, its short code, or its position alone.

use std::sync::Arc;

use crate::domain::check_in::clock::DerivedTime;
use crate::domain::check_in::grading::{Proof, Refusal};
use crate::domain::check_in::submission::Submission;
use crate::domain::code::key_set::KeySet;
use crate::domain::code::screen_code::{ScreenClock, ScreenCode, StepTiming};
use crate::domain::code::short_code::ShortCode;
use crate::domain::code::sign_code::SignCode;
use crate::domain::code::{CheckpointNumber, Code, Unverified};
use crate::domain::id::{CheckpointId, ScreenId, SignId};
use crate::domain::moment::Moment;
use crate::domain::place::{Fix, Placed};
use crate::service::directory::{Known, Missing, PersonPart, SchoolPart};

/// A post, as far as it could be told, and how.
pub(super) struct Found {
    /// The school and the checkpoint.
    pub(super) place: Option<(Arc<Option<SchoolPart>>, CheckpointId)>,
    /// How it is proven.
    pub(super) proof: Proof,
    /// The sign.
    pub(super) sign: Option<SignId>,
    /// The screen.
    pub(super) screen: Option<ScreenId>,
    /// Why it cannot be accepted.
    pub(super) refusal: Option<Refusal>,
}

impl Found {
    const fn nothing(proof: Proof, refusal: Refusal) -> Self {
        Self { place: None, proof, sign: None, screen: None, refusal: Some(refusal) }
    }

    const fn at(place: (Arc<Option<SchoolPart>>, CheckpointId), proof: Proof) -> Self {
        Self { place: Some(place), proof, sign: None, screen: None, refusal: None }
    }
}

/// Finds the post.
pub(super) fn resolve(
    known: &Known,
    (keys, screens): (&KeySet, ScreenClock),
    person: &PersonPart,
    submission: &Submission,
    fix: Option<&Fix>,
    time: &DerivedTime,
) -> Result<Found, Missing> {
    if let Some(typed) = &submission.short_code {
        return by_short_code(known, typed);
    }
    let Some(scanned) = &submission.code else {
        return by_position(known, person, fix, Moment::from(time.at));
    };
    match Unverified::parse(scanned).and_then(|code| code.verify(keys)) {
        Err(error) => Ok(Found::nothing(Proof::Sign, Refusal::Code(error))),
        Ok(Code::Sign(code)) => by_sign(known, &code),
        Ok(Code::Screen(code)) => by_screen(known, screens, &code, time),
    }
}

fn by_sign(known: &Known, code: &SignCode) -> Result<Found, Missing> {
    let Some(place) = by_number(known, code.checkpoint)? else {
        return Ok(Found::nothing(Proof::Sign, Refusal::UnknownCheckpoint));
    };
    let key = (place.1, code.serial.into());
    let sign = place.0.as_ref().as_ref().and_then(|school| {
        let id = *school.serials.get(&key)?;
        Some((id, school.signs.get(&id)?.1))
    });
    // A sign that is not on record was never given out by this installation, whoever signed it.
    let refusal = match sign {
        Some((_, false)) => None,
        Some((_, true)) => Some(Refusal::SignRevoked),
        None => Some(Refusal::UnknownCheckpoint),
    };
    Ok(Found { sign: sign.map(|(id, _)| id), refusal, ..Found::at(place, Proof::Sign) })
}

fn by_screen(known: &Known, screens: ScreenClock, code: &ScreenCode, time: &DerivedTime) -> Result<Found, Missing> {
    let in_step = screens.timing(code, time.at) == StepTiming::InStep;
    let proof = if in_step { Proof::ScreenCode } else { Proof::ScreenCodeOutOfStep };
    let Some(place) = by_number(known, code.checkpoint)? else {
        return Ok(Found::nothing(proof, Refusal::UnknownCheckpoint));
    };
    let key = (place.1, code.screen.into());
    let screen = place.0.as_ref().as_ref().and_then(|school| school.screens.get(&key).copied());
    let refusal = match screen {
        Some((_, false)) => None,
        Some((_, true)) => Some(Refusal::SignRevoked),
        None => Some(Refusal::UnknownCheckpoint),
    };
    Ok(Found { screen: screen.map(|(id, _)| id), refusal, ..Found::at(place, proof) })
}

type Place = (Arc<Option<SchoolPart>>, CheckpointId);

/// A checkpoint in use, by the number in a code.
fn by_number(known: &Known, number: CheckpointNumber) -> Result<Option<Place>, Missing> {
    let Some(school) = known.school_of_number(number.0)? else { return Ok(None) };
    let school = known.school(school)?;
    let checkpoint = school.as_ref().as_ref().and_then(|school| school.numbers.get(&number.0).copied());
    Ok(checkpoint.map(|checkpoint| (school, checkpoint)))
}

fn by_short_code(known: &Known, typed: &str) -> Result<Found, Missing> {
    let code = match ShortCode::parse(typed) {
        Ok(code) => code,
        Err(error) => return Ok(Found::nothing(Proof::ShortCode, Refusal::Code(error))),
    };
    let Some(found) = *known.sign_of_short_code(code.as_str())? else {
        return Ok(Found::nothing(Proof::ShortCode, Refusal::UnknownCheckpoint));
    };
    let school = known.school(found.school)?;
    let sign = school.as_ref().as_ref().and_then(|school| {
        let (checkpoint, revoked) = *school.signs.get(&found.sign)?;
        Some((checkpoint, revoked, school.checkpoints.get(&checkpoint)?.in_use))
    });
    let Some((checkpoint, revoked, true)) = sign else {
        return Ok(Found::nothing(Proof::ShortCode, Refusal::UnknownCheckpoint));
    };
    let refusal = revoked.then_some(Refusal::SignRevoked);
    Ok(Found { sign: Some(found.sign), refusal, ..Found::at((school, checkpoint), Proof::ShortCode) })
}

/// The nearest checkpoint of the person's schools that takes a position alone; failing that, one that asks for a code, to
/// say so.
fn by_position(known: &Known, person: &PersonPart, fix: Option<&Fix>, at: Moment) -> Result<Found, Missing> {
    let Some(fix) = fix else { return Ok(Found::nothing(Proof::FenceOnly, Refusal::NoPostFound)) };
    let index = known.areas(&person.schools)?;
    let mut schools = Vec::with_capacity(person.schools.len());
    for id in person.schools.iter() {
        // Only schools near enough to matter are read: the index knows them all, and most are far away.
        if index.nearest(fix, |placed| placed.school == *id, |_| false).is_some() {
            let school = known.school(*id)?;
            let zone = school.as_ref().as_ref().map_or(chrono_tz::Asia::Shanghai, |school| school.zone);
            schools.push((school, known.day(*id, at.date_in(zone))?));
        }
    }
    let takes_position = |placed: &Placed| {
        let of = |school: &SchoolPart| school.checkpoints.get(&placed.checkpoint).is_some_and(|c| c.fence_only);
        schools.iter().any(|(school, _)| school.as_ref().as_ref().is_some_and(of))
    };
    let open = |checkpoint| schools.iter().any(|(_, day)| day.open_at(checkpoint, at).next().is_some());
    let allowed = index.nearest(fix, takes_position, open);
    let Some(nearest) = allowed.or_else(|| index.nearest(fix, |_| true, open)) else {
        return Ok(Found::nothing(Proof::FenceOnly, Refusal::NoPostFound));
    };
    let refusal = allowed.is_none().then_some(Refusal::FenceOnlyNotAllowed);
    Ok(Found { refusal, ..Found::at((known.school(nearest.school)?, nearest.checkpoint), Proof::FenceOnly) })
}
