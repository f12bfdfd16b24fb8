//! The figures of a day, as they are shown and as they are stored.

use serde::{Deserialize, Serialize};

use super::facts::DayFacts;
use crate::domain::board::{SoFar, so_far};
use crate::domain::coverage::{DayInput, DutyCoverage, Punctuality, RoleSet, Second, Totals, compute, punctuality};
use crate::domain::id::{CheckpointId, DutyId, WindowId};
use crate::domain::words::{CoverageStatus, DayKind, Grade, Role, WindowKind};
use crate::service::school_day::PlannedDuty;

/// What a school's day came to, as far as was known. Times are seconds since the epoch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// What the calendar says.
    pub kind: DayKind,
    /// Why, in Chinese.
    pub reason_zh: String,
    /// Why, in English.
    pub reason_en: String,
    /// How long a proof held.
    pub hold_minutes: u32,
    /// The windows, earliest first.
    pub windows: Vec<WindowFigures>,
    /// The duties, in their order.
    pub duties: Vec<DutyFigures>,
    /// 人次 by role.
    pub person_stays: Vec<(Role, i64)>,
}

/// A window of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowFigures {
    /// The window.
    pub id: WindowId,
    /// Drop-off or pick-up.
    pub kind: WindowKind,
    /// Start.
    pub from: Second,
    /// End (exclusive).
    pub to: Second,
    /// How many minutes before the start people are to be on post.
    pub lead_minutes: u16,
    /// Why its times are not the usual ones.
    pub moved: Option<String>,
}

/// A duty and what it came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyFigures {
    /// The duty.
    pub id: DutyId,
    /// Its window.
    pub window_id: WindowId,
    /// Its checkpoint.
    pub checkpoint_id: CheckpointId,
    /// Who may fill a slot.
    pub roles: Vec<Role>,
    /// How many slots.
    pub count: u32,
    /// The grade that a proof must reach.
    pub min_grade: Grade,
    /// Why it may stay empty.
    pub excused: Option<String>,
    /// What it came to.
    pub status: CoverageStatus,
    /// Length of the window.
    pub required_seconds: i64,
    /// Seconds with all slots filled.
    pub covered_seconds: i64,
    /// Filled slots, summed over the seconds.
    pub slot_seconds: i64,
    /// `slot_seconds` by grade: confirmed, likely, claimed.
    pub seconds_by_grade: (i64, i64, i64),
    /// The stretches with an unfilled slot.
    pub gaps: Vec<GapFigures>,
    /// Earliest `at` of the proofs that count.
    pub first_arrival: Option<Second>,
    /// Latest end of force of those.
    pub last_departure: Option<Second>,
    /// When people were to be on post.
    pub on_post_by: Second,
    /// Slots that were to be filled then.
    pub slots: u32,
    /// Slots that were.
    pub slots_on_time: u32,
}

/// A stretch with the same number of unfilled slots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapFigures {
    /// First second.
    pub from: Second,
    /// End (exclusive).
    pub to: Second,
    /// Unfilled slots.
    pub missing: u32,
}

/// A day computed: the sums to add, and what the figures to show are made of.
#[derive(Debug, Clone)]
pub(super) struct Computed {
    pub(super) totals: Totals,
    input: DayInput,
    coverage: Vec<DutyCoverage>,
}

/// The figures of a day from everything that is known of it.
#[must_use]
pub fn figures_of(facts: &DayFacts) -> DayFigures {
    Computed::of(facts).figures(facts)
}

impl Computed {
    /// Computes a day.
    pub(super) fn of(facts: &DayFacts) -> Self {
        let input = facts.indexed().input;
        let coverage = compute(&input);
        let totals = Totals::of_day(&input, &coverage);
        Self { totals, input, coverage }
    }

    /// The figures of the day that this was computed from.
    pub(super) fn figures(&self, facts: &DayFacts) -> DayFigures {
        written(facts, &self.coverage, &punctuality(&self.input), &self.totals)
    }

    /// What of each window has passed at `now`, by duty.
    pub(super) fn so_far(&self, now: Second) -> Vec<SoFar> {
        self.input.duties.iter().zip(&self.coverage).map(|(duty, coverage)| so_far(duty, coverage, now)).collect()
    }

    /// The sums of the posts whose window is over at `now`; those of the others are still open and count nowhere yet.
    pub(super) fn totals_of_windows_over(&self, now: Second) -> Totals {
        let pairs = self.input.duties.iter().zip(&self.coverage);
        let (duties, coverage): (Vec<_>, Vec<_>) = pairs
            .filter(|(duty, _)| duty.window.to <= now)
            .map(|(duty, coverage)| (duty.clone(), coverage.clone()))
            .unzip();
        let over = DayInput { duties, ..self.input.clone() };
        let (school_days, school_days_set_up) = (self.totals.school_days, self.totals.school_days_set_up);
        Totals { school_days, school_days_set_up, ..Totals::of_day(&over, &coverage) }
    }
}

fn written(facts: &DayFacts, coverage: &[DutyCoverage], on_time: &[Punctuality], totals: &Totals) -> DayFigures {
    let plan = &facts.day.plan;
    let windows = plan.windows.iter().map(|window| WindowFigures {
        id: window.id,
        kind: window.kind,
        from: window.starts_at.timestamp(),
        to: window.ends_at.timestamp(),
        lead_minutes: window.lead_minutes,
        moved: window.moved.clone(),
    });
    let duties = facts.day.duties.iter().zip(coverage).zip(on_time);
    DayFigures {
        kind: plan.decision.kind,
        reason_zh: plan.decision.reason.zh.clone().into_owned(),
        reason_en: plan.decision.reason.en.clone().into_owned(),
        hold_minutes: facts.day.rules.hold_minutes,
        windows: windows.collect(),
        duties: duties.map(|((duty, coverage), on_time)| of_duty(duty, coverage, on_time)).collect(),
        person_stays: totals.person_stays.iter().map(|(role, count)| (*role, *count)).collect(),
    }
}

fn of_duty(duty: &PlannedDuty, coverage: &DutyCoverage, on_time: &Punctuality) -> DutyFigures {
    let grades = coverage.seconds_by_grade;
    DutyFigures {
        id: duty.id,
        window_id: duty.window_id,
        checkpoint_id: duty.checkpoint_id,
        roles: duty.roles.iter().collect(),
        count: duty.count,
        min_grade: duty.min_grade,
        excused: duty.excused.as_ref().map(|excuse| excuse.reason.clone()),
        status: coverage.status,
        required_seconds: coverage.required_seconds,
        covered_seconds: coverage.covered_seconds,
        slot_seconds: coverage.slot_seconds,
        seconds_by_grade: (grades.confirmed, grades.likely, grades.claimed),
        gaps: coverage.gaps.iter().map(|gap| GapFigures { from: gap.from, to: gap.to, missing: gap.missing }).collect(),
        first_arrival: coverage.first_arrival,
        last_departure: coverage.last_departure,
        on_post_by: on_time.on_post_by,
        slots: on_time.slots,
        slots_on_time: on_time.on_time,
    }
}

/// A set of roles as it stands in a column: words in their order, between commas.
pub(super) fn roles_text(roles: RoleSet) -> String {
    roles.iter().map(Role::as_str).collect::<Vec<_>>().join(",")
}
