//! One check-in as a person makes it, and what others say about it later.

use chrono::TimeDelta;

use super::fix::GivenFix;
use crate::domain::alarm::AlarmStep;
use crate::domain::hazard::{BuiltInCategory, HazardLevel, HazardStep};
use crate::domain::id::{
    AlarmId, CheckInId, ChecklistId, CheckpointId, DutyId, HazardId, InspectionId, OrganizationId, PersonId, ShiftId,
};
use crate::domain::inspection::{ChecklistItem, InspectionAnswer};
use crate::domain::moment::Moment;
use crate::domain::words::{CheckInKind, Role};

/// A check-in.
#[derive(Debug, Clone)]
pub(in crate::cli::demo) struct Act {
    pub(in crate::cli::demo) id: CheckInId,
    pub(in crate::cli::demo) person: PersonId,
    pub(in crate::cli::demo) role: Role,
    pub(in crate::cli::demo) checkpoint: CheckpointId,
    pub(in crate::cli::demo) kind: CheckInKind,
    /// When it really happens.
    pub(in crate::cli::demo) at: Moment,
    pub(in crate::cli::demo) shown: Shown,
    pub(in crate::cli::demo) fix: Option<GivenFix>,
    pub(in crate::cli::demo) sent: Sent,
    /// Whose phone it is made with.
    pub(in crate::cli::demo) phone_of: PersonId,
    /// None on a round.
    pub(in crate::cli::demo) duty: Option<DutyId>,
    /// None for a stand-in and on a round.
    pub(in crate::cli::demo) shift: Option<ShiftId>,
}

/// What the person holds the phone to, or types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::demo) enum Shown {
    /// The sign.
    Sign,
    /// The sign that was replaced.
    OldSign,
    /// The short code below the sign.
    ShortCode,
    /// The gate-room screen.
    Screen,
    /// A photo of the screen from some minutes before.
    KeptScreen,
    /// Nothing: a position alone.
    Position,
}

/// When it reaches the server, and what became of the phone's clock until then.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli::demo) struct Sent {
    pub(in crate::cli::demo) at: Moment,
    pub(in crate::cli::demo) clock: PhoneClock,
}

/// The phone's clocks between check-in and upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::demo) enum PhoneClock {
    /// Both ran on.
    Whole,
    /// The phone was restarted: nothing counted on.
    Restarted,
    /// Restarted, and the wall clock set back by two hours.
    SetBack,
}

/// The three clock fields of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli::demo) struct ClockFields {
    pub(in crate::cli::demo) created_at: Moment,
    pub(in crate::cli::demo) sent_at: Moment,
    pub(in crate::cli::demo) elapsed_ms: Option<i64>,
}

impl Act {
    /// What the phone says of time when it sends at a moment: not before `sent.at`, but a request can be late.
    pub(in crate::cli::demo) fn clock_fields(&self, now: Moment) -> ClockFields {
        let waited = now.0.saturating_sub(self.at.0).max(0) / 1000;
        let created_at = Moment(now.0.saturating_sub(waited * 1000));
        let (sent_at, elapsed_ms) = match self.sent.clock {
            PhoneClock::Whole => (now, Some(waited)),
            PhoneClock::Restarted => (now, None),
            PhoneClock::SetBack => (now.minus(TimeDelta::hours(2)), None),
        };
        ClockFields { created_at, sent_at, elapsed_ms }
    }
}

/// A later word on a check-in.
#[derive(Debug, Clone)]
pub(in crate::cli::demo) struct Word {
    pub(in crate::cli::demo) kind: WordKind,
    /// Who says it.
    pub(in crate::cli::demo) by: PersonId,
    pub(in crate::cli::demo) at: Moment,
    pub(in crate::cli::demo) reason: &'static str,
}

/// What is said.
#[derive(Debug, Clone)]
pub(in crate::cli::demo) enum WordKind {
    /// Somebody on duty vouches for a check-in.
    CoSign(CheckInId),
    /// It is not to stand.
    Void(CheckInId),
    /// Somebody whose phone failed asks for check-ins to be entered (补卡), and the principal agrees.
    Correct(Vec<Act>),
    /// Somebody holds the key for help, in a drill. Only in the show.
    Alarm(AlarmId, OrganizationId, CheckpointId),
    /// What is done about it.
    AlarmStep(AlarmId, AlarmStep),
    /// Somebody reports a hazard. Only in the show.
    Hazard(HazardId, OrganizationId, CheckpointId, BuiltInCategory, HazardLevel),
    /// What is done about it, and who has to put it right.
    HazardStep(HazardId, HazardStep, Option<PersonId>),
    /// Somebody has gone through a checklist.
    Inspect(Inspected),
}

/// An inspection where everything is right, but for one item perhaps.
#[derive(Debug, Clone)]
pub(in crate::cli::demo) struct Inspected {
    pub(in crate::cli::demo) id: InspectionId,
    pub(in crate::cli::demo) school: OrganizationId,
    pub(in crate::cli::demo) checklist: ChecklistId,
    pub(in crate::cli::demo) items: Vec<ChecklistItem>,
    /// At which item, and what is wrong.
    pub(in crate::cli::demo) no: Option<(usize, &'static str)>,
}

impl Inspected {
    /// The answer to the item at a place, with its note.
    pub(in crate::cli::demo) fn answer(&self, place: usize) -> (InspectionAnswer, &'static str) {
        match self.no {
            Some((wrong, note)) if wrong == place => (InspectionAnswer::No, note),
            _ => (InspectionAnswer::Yes, ""),
        }
    }
}
