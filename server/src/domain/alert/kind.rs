//! What alerts are about, and to whom they go one after the other.

use serde::{Deserialize, Serialize};

use crate::domain::text_enum::text_enum;
use crate::domain::words::OrganizationKind;

text_enum! {
    /// What an alert is about.
    pub enum AlertKind {
        /// By the time people should be on post (start − lead) nobody is.
        NobodyOnTime = "nobody_on_time",
        /// Nobody was there when the window began, and it was not full since.
        NobodyAtStart = "nobody_at_start",
        /// Slots have been unfilled for longer than the live grace.
        Gap = "gap",
        /// Somebody left within the window and a slot is unfilled since.
        EarlyDeparture = "early_departure",
        /// The window ended with a gap longer than the live grace.
        EndedShort = "ended_short",
        /// Tomorrow has duties with fewer shifts than slots.
        UnplannedDuty = "unplanned_duty",
        /// Shifts of tomorrow are not accepted yet.
        ShiftUnconfirmed = "shift_unconfirmed",
        /// Somebody scanned a sign that was replaced.
        RevokedSign = "revoked_sign",
        /// Rounds of a patrol route that should have been walked by now were not begun.
        RoundOverdue = "round_overdue",
        /// Somebody asks for help with one key.
        Alarm = "alarm",
        /// Somebody has not said that they leave, long after the window.
        NoCheckOut = "no_check_out",
        /// Somebody was given a hazard to put right.
        HazardAssigned = "hazard_assigned",
        /// A hazard is to be put right today.
        HazardDue = "hazard_due",
        /// A hazard was to be put right by now.
        HazardOverdue = "hazard_overdue",
        /// The State Council's notice for the next year is not loaded.
        CalendarMissing = "calendar_missing",
    }
}

text_enum! {
    /// To whom a step goes.
    pub enum StepTo {
        /// Whom it is about: asked whether they are all right, told what they are given.
        Person = "person",
        /// Everybody on post at the school.
        OnPost = "on_post",
        /// The school leaders with a shift in that window; all school leaders if none is planned.
        DutyLeader = "duty_leader",
        /// The safety officers of the school.
        SafetyOfficer = "safety_officer",
        /// The principals of the school.
        Principal = "principal",
        /// The chiefs of the stations that answer for the school.
        Station = "station",
        /// The officers of the nearest bureau above the school.
        Bureau = "bureau",
    }
}

/// A step of an escalation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// To whom.
    pub to: StepTo,
    /// How long after the alert was raised, minutes.
    #[schema(maximum = 1440, example = 5)]
    pub after_minutes: u32,
}

/// The most minutes after which a step may come: a day.
pub const MOST_MINUTES: u32 = 1440;
/// The most steps.
pub const MOST_STEPS: usize = 10;

const fn step(to: StepTo, after_minutes: u32) -> Step {
    Step { to, after_minutes }
}

const SOON: &[Step] = &[step(StepTo::DutyLeader, 0), step(StepTo::SafetyOfficer, 0)];
const NOW: &[Step] = &[
    step(StepTo::DutyLeader, 0),
    step(StepTo::SafetyOfficer, 2),
    step(StepTo::Principal, 5),
    step(StepTo::Station, 10),
    step(StepTo::Bureau, 15),
];
const AFTERWARDS: &[Step] = &[step(StepTo::SafetyOfficer, 0), step(StepTo::Principal, 0)];
const BEFOREHAND: &[Step] = &[step(StepTo::SafetyOfficer, 0), step(StepTo::Principal, 60)];
const HELP: &[Step] = &[
    step(StepTo::OnPost, 0),
    step(StepTo::DutyLeader, 0),
    step(StepTo::SafetyOfficer, 0),
    step(StepTo::Principal, 0),
    step(StepTo::Station, 0),
    step(StepTo::Bureau, 5),
];
const WELFARE: &[Step] = &[step(StepTo::Person, 0), step(StepTo::DutyLeader, 30)];
const OF_ASSIGNEE: &[Step] = &[step(StepTo::Person, 0)];
const OF_DEADLINE: &[Step] = &[step(StepTo::Person, 0), step(StepTo::SafetyOfficer, 60)];
const OF_HAZARD: &[Step] =
    &[step(StepTo::SafetyOfficer, 0), step(StepTo::Principal, 0), step(StepTo::Bureau, MOST_MINUTES)];
const OF_STATION: &[Step] = &[step(StepTo::Station, 0), step(StepTo::Bureau, 60)];
const OF_BUREAU: &[Step] = &[step(StepTo::Bureau, 0), step(StepTo::Bureau, MOST_MINUTES)];

impl AlertKind {
    /// The steps unless a school, or a bureau above it, has set others.
    #[must_use]
    pub const fn default_steps(self) -> &'static [Step] {
        match self {
            Self::NobodyOnTime => SOON,
            Self::NobodyAtStart | Self::Gap | Self::EarlyDeparture => NOW,
            Self::EndedShort => AFTERWARDS,
            Self::UnplannedDuty | Self::ShiftUnconfirmed | Self::RevokedSign => BEFOREHAND,
            Self::Alarm => HELP,
            Self::NoCheckOut => WELFARE,
            Self::HazardAssigned => OF_ASSIGNEE,
            Self::HazardDue => OF_DEADLINE,
            Self::HazardOverdue => OF_HAZARD,
            Self::RoundOverdue => OF_STATION,
            Self::CalendarMissing => OF_BUREAU,
        }
    }

    /// Whether it is told again, as resolved, once it does not hold any more.
    #[must_use]
    pub const fn tells_its_end(self) -> bool {
        !matches!(
            self,
            Self::EndedShort | Self::RevokedSign | Self::NoCheckOut | Self::HazardAssigned | Self::HazardDue
        )
    }

    /// Whether people raise and end it, not the server.
    #[must_use]
    pub const fn is_by_hand(self) -> bool {
        matches!(self, Self::Alarm)
    }

    /// Whether it is about one duty.
    #[must_use]
    pub const fn is_of_duty(self) -> bool {
        matches!(self, Self::NobodyOnTime | Self::NobodyAtStart | Self::Gap | Self::EarlyDeparture | Self::EndedShort)
    }

    /// Of what kind of organization it is told; its steps are set there or above.
    #[must_use]
    pub const fn told_of(self) -> OrganizationKind {
        match self {
            Self::RoundOverdue => OrganizationKind::Station,
            Self::CalendarMissing => OrganizationKind::Bureau,
            _ => OrganizationKind::School,
        }
    }

    /// Whether its steps may be set at such an organization: its own kind, or a bureau for all below it.
    #[must_use]
    pub fn set_at(self, kind: OrganizationKind) -> bool {
        kind == OrganizationKind::Bureau || kind == self.told_of()
    }
}

/// Checks the steps of an escalation.
///
/// # Errors
/// What they have to be, in English and Chinese.
pub fn check_steps(kind: AlertKind, enabled: bool, steps: &[Step]) -> Result<(), String> {
    if kind == AlertKind::Alarm && !(enabled && steps.iter().any(|step| step.after_minutes == 0)) {
        return Err("an alarm is always told to somebody at once / 一键求助必须立即通知到人".to_owned());
    }
    let rising = steps.iter().zip(steps.iter().skip(1)).all(|(a, b)| a.after_minutes <= b.after_minutes);
    if steps.len() > MOST_STEPS || !rising || steps.iter().any(|step| step.after_minutes > MOST_MINUTES) {
        return Err(format!(
            "at most {MOST_STEPS}, in the order of their minutes, at most {MOST_MINUTES} / 最多 {MOST_STEPS} 步，按分钟递增，且不超过 {MOST_MINUTES} 分钟"
        ));
    }
    Ok(())
}

/// When each step is due, seconds after the alert was raised. A step that reaches nobody is skipped, and the next one comes in its
/// place at its time; none is due where everybody after it is missing too.
#[must_use]
pub fn due(steps: &[Step], reaches: impl Fn(StepTo) -> bool) -> Vec<(usize, i64)> {
    let mut due = Vec::new();
    let mut in_place_of: Option<i64> = None;
    for (place, step) in steps.iter().enumerate() {
        let own = i64::from(step.after_minutes) * 60;
        let at = in_place_of.map_or(own, |earlier| earlier.min(own));
        if reaches(step.to) {
            due.push((place, at));
            in_place_of = None;
        } else {
            in_place_of = Some(at);
        }
    }
    due
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_reaches_nobody_makes_room_for_the_next() {
        let all = due(NOW, |_| true);
        assert_eq!(all, [(0, 0), (1, 120), (2, 300), (3, 600), (4, 900)]);
        let no_leader = due(NOW, |to| to != StepTo::DutyLeader);
        assert_eq!(no_leader, [(1, 0), (2, 300), (3, 600), (4, 900)]);
        let only_bureau = due(NOW, |to| to == StepTo::Bureau);
        assert_eq!(only_bureau, [(4, 0)], "nobody below is there: it is told at once");
        let no_middle = due(NOW, |to| !matches!(to, StepTo::SafetyOfficer | StepTo::Principal));
        assert_eq!(no_middle, [(0, 0), (3, 120), (4, 900)]);
        assert_eq!(due(NOW, |_| false), []);
    }

    #[test]
    fn steps_are_checked() {
        assert!(AlertKind::ALL.iter().all(|kind| check_steps(*kind, true, kind.default_steps()).is_ok()));
        assert!(check_steps(AlertKind::Gap, true, &[]).is_ok(), "nobody is to be told");
        for (enabled, steps) in [(true, &[][..]), (false, HELP), (true, &[step(StepTo::Bureau, 5)][..])] {
            assert!(check_steps(AlertKind::Alarm, enabled, steps).is_err(), "an alarm is never silent");
        }
        let steps =
            |minutes: &[u32]| -> Vec<Step> { minutes.iter().map(|after| step(StepTo::Bureau, *after)).collect() };
        for wrong in [steps(&[5, 4]), steps(&[1441]), steps(&[1; 11])] {
            assert!(check_steps(AlertKind::Gap, true, &wrong).is_err(), "{wrong:?}");
        }
    }
}
