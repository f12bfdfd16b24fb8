//! Judging a check-in by what the directory knows: everything but what only the database can tell, which the writer adds.

use chrono::{NaiveDate, TimeDelta};

use super::post::{Standing, stand};
use super::resolve::{Found, resolve};
use crate::domain::check_in::clock::DerivedTime;
use crate::domain::check_in::flags::Flag;
use crate::domain::check_in::grading::{Facts, Refusal};
use crate::domain::check_in::role::Resolution;
use crate::domain::check_in::submission::Submission;
use crate::domain::code::key_set::KeySet;
use crate::domain::code::screen_code::ScreenClock;
use crate::domain::id::{CheckInId, CheckpointId, OrganizationId, PersonId, SessionId};
use crate::domain::moment::Moment;
use crate::domain::place::{Fence, Fix, classify, missing_reason};
use crate::domain::words::{CheckInKind, FenceClass, Grade, Role};
use crate::service::directory::{DayPart, Known, Missing, PersonPart, SchoolPart};
use crate::store::JsonText;
use crate::store::check_ins::{CheckIn, StoredPosition};

/// Whose check-in it is, and when it came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sender {
    pub(super) person: PersonId,
    pub(super) session: SessionId,
    pub(super) received_at: Moment,
}

/// A check-in on its way into the database.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The row, but for grade, reasons and flags.
    pub row: CheckIn,
    /// What the grade depends on, but for what the writer finds.
    pub facts: Facts,
    /// The position to keep.
    pub position: Option<StoredPosition>,
    /// A position was sent and passed over, for want of consent.
    pub not_consented: bool,
    /// The time in which another person's use of the device counts.
    pub same_window: (Moment, Moment),
    /// The school's day, if its figures were final before this came.
    pub late: Option<(OrganizationId, NaiveDate)>,
    /// The roles among which the person has to choose. Nothing is recorded then; the writer only looks whether the
    /// check-in is a known one.
    pub ask: Option<Vec<Role>>,
}

impl Candidate {
    /// The check-in's id.
    #[must_use]
    pub const fn id(&self) -> CheckInId {
        self.row.id
    }
}

/// Outside every window, the use of a device by another person counts within an hour.
const WITHOUT_WINDOW: TimeDelta = TimeDelta::hours(1);

/// Judges one check-in; codes by their keys and the steps of screens.
pub(super) fn judge(
    known: &Known,
    codes: (&KeySet, ScreenClock),
    sender: &Sender,
    submission: &Submission,
) -> Result<Candidate, Missing> {
    let person = known.person(sender.person)?;
    let time = submission.time(sender.received_at.utc());
    let sent = submission.position;
    let fix = sent.map(|(_, fix)| fix).filter(|_| person.location_consent);
    let found = resolve(known, codes, &person, submission, fix.as_ref(), &time)?;
    let base = Base { sender, submission, time, fix, not_consented: sent.is_some() && fix.is_none() };
    let Some((school, checkpoint)) = found.place.clone() else { return Ok(base.nowhere(&found)) };
    let Some(school) = school.as_ref() else { return Ok(base.nowhere(&found)) };
    let date = Moment::from(time.at).date_in(school.zone);
    let day = known.day(school.id, date)?;
    Ok(base.at(&person, &found, school, checkpoint, (date, &day)))
}

/// What is the same wherever the person stands.
struct Base<'a> {
    sender: &'a Sender,
    submission: &'a Submission,
    time: DerivedTime,
    fix: Option<Fix>,
    not_consented: bool,
}

impl Base<'_> {
    /// A check-in whose post could not be told.
    fn nowhere(&self, found: &Found) -> Candidate {
        // A good fix that is near no post of the person's is outside of all of them.
        let elsewhere = found.refusal == Some(Refusal::NoPostFound) && missing_reason(self.fix.as_ref()).is_none();
        let class = if elsewhere { FenceClass::Outside } else { FenceClass::Missing };
        let fence = Fence { class, distance_m: None };
        let at = Moment::from(self.time.at);
        Candidate {
            row: self.row(found, fence),
            facts: self.facts(found, fence, false),
            position: self.position(),
            not_consented: self.not_consented,
            same_window: (at.minus(WITHOUT_WINDOW), at.plus(WITHOUT_WINDOW)),
            late: None,
            ask: None,
        }
    }

    /// A check-in at a post.
    fn at(
        &self,
        person: &PersonPart,
        found: &Found,
        school: &SchoolPart,
        checkpoint: CheckpointId,
        (date, day): (NaiveDate, &DayPart),
    ) -> Candidate {
        let at = Moment::from(self.time.at);
        let area = school.checkpoints.get(&checkpoint).map(|checkpoint| &checkpoint.area);
        let fence = area
            .map_or(Fence { class: FenceClass::Missing, distance_m: None }, |area| classify(self.fix.as_ref(), area));
        let roles = person.roles_at(&school.path);
        let Standing { role, duty, shift, off_shift } =
            stand(day, checkpoint, at, self.sender.person, &roles, self.submission.role);
        let mut candidate = self.nowhere(found);
        candidate.row = CheckIn {
            school_id: Some(school.id),
            checkpoint_id: Some(checkpoint),
            duty_id: duty.map(|(id, _)| id),
            shift_id: shift,
            ..self.row(found, fence)
        };
        candidate.facts = self.facts(found, fence, off_shift);
        match role {
            Resolution::Found { role, .. } => candidate.row.role = Some(role),
            Resolution::NoRole => {
                let refusal = if person.waits_at(&school.path) { Refusal::MembershipPending } else { Refusal::NoRole };
                candidate.facts.refusal = candidate.facts.refusal.or(Some(refusal));
            }
            Resolution::Ask(roles) if candidate.facts.refusal.is_none() => candidate.ask = Some(roles),
            Resolution::Ask(_) => (),
        }
        if let Some((_, window)) = duty {
            candidate.same_window = (Moment(window.starts_at.0 - day.hold_micros), window.ends_at);
        }
        candidate.late = (day.final_at <= self.sender.received_at).then_some((school.id, date));
        candidate
    }

    fn facts(&self, found: &Found, fence: Fence, off_shift: bool) -> Facts {
        let mocked = self.fix.is_some_and(|fix| fix.mocked()).then_some(Flag::MockLocation);
        let jumped = self.time.jumped.then_some(Flag::ClockJump);
        // Who walks a round is on nobody's roster.
        let walks = self.submission.kind == CheckInKind::Pass;
        Facts {
            proof: found.proof,
            fence: fence.class,
            missing: (fence.class == FenceClass::Missing).then(|| missing_reason(self.fix.as_ref())).flatten(),
            accuracy_m: self.fix.map(|fix| fix.accuracy_m()),
            clock: self.time.quality,
            observed: [mocked, jumped, (off_shift && !walks).then_some(Flag::OffShift)].into_iter().flatten().collect(),
            refusal: found.refusal,
        }
    }

    fn row(&self, found: &Found, fence: Fence) -> CheckIn {
        let submission = self.submission;
        CheckIn {
            id: submission.id,
            school_id: None,
            checkpoint_id: None,
            person_id: self.sender.person,
            session_id: Some(self.sender.session),
            role: None,
            kind: submission.kind,
            at: self.time.at.into(),
            clock: self.time.quality,
            created_at: submission.created_at.into(),
            sent_at: submission.sent_at.into(),
            received_at: self.sender.received_at,
            elapsed_ms: submission.elapsed_ms,
            proof: found.proof,
            sign_id: found.sign,
            screen_id: found.screen,
            fence: fence.class,
            distance_m: fence.distance_m,
            accuracy_m: self.fix.map(|fix| fix.accuracy_m()),
            grade: Grade::Rejected,
            reasons: JsonText::empty_list(),
            flags: JsonText::empty_list(),
            duty_id: None,
            shift_id: None,
            device_id: submission.device_id.clone(),
            code: submission.code.clone().or_else(|| submission.short_code.clone()),
            content_hash: submission.content_hash().bytes().to_vec(),
        }
    }

    fn position(&self) -> Option<StoredPosition> {
        let ((sent, _), fix) = self.submission.position.zip(self.fix)?;
        Some(StoredPosition {
            check_in_id: self.submission.id,
            lon: fix.position().lon(),
            lat: fix.position().lat(),
            datum: sent.datum,
            age_ms: sent.age_ms,
            mocked: sent.mocked,
            coarsened_at: None,
        })
    }
}
