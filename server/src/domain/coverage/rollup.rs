//! Sums over schools and days, and the rates made from them. Every denominator is defined here and in
//! `docs/figures.md` ("Roll-ups"), nowhere else.

use std::collections::BTreeMap;

use super::compute::{DutyCoverage, SecondsByGrade, asks_nothing};
use super::input::{DayInput, RoleSet};
use super::person_stay::person_stays;
use super::punctuality::punctuality;
use crate::domain::words::{CoverageStatus, DayKind, Role};

/// Sums over duties. A *post* is one duty on one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct DutyTotals {
    /// Posts that count: covered, short or empty. The denominator of 到岗率.
    pub posts_required: i64,
    /// Posts without a gap.
    pub posts_covered: i64,
    /// Posts with a gap, though somebody came.
    pub posts_short: i64,
    /// Posts that nobody filled.
    pub posts_empty: i64,
    /// Posts with a recorded reason; in no denominator.
    pub posts_excused: i64,
    /// Posts on a day whose kind is not known; in no denominator.
    pub posts_unknown: i64,
    /// Seconds that the posts required last.
    pub required_seconds: i64,
    /// Seconds of those with all slots filled.
    pub covered_seconds: i64,
    /// Slots × seconds of the posts required.
    pub required_slot_seconds: i64,
    /// Slot-seconds of those filled.
    pub slot_seconds: i64,
    /// `slot_seconds` by grade.
    pub seconds_by_grade: SecondsByGrade,
}

impl DutyTotals {
    /// The sums of one duty with `count` slots on one date.
    #[must_use]
    pub fn of(count: u32, coverage: &DutyCoverage) -> Self {
        let one_if = |status| i64::from(coverage.status == status);
        let mut totals = Self {
            posts_covered: one_if(CoverageStatus::Covered),
            posts_short: one_if(CoverageStatus::Short),
            posts_empty: one_if(CoverageStatus::Empty),
            posts_excused: one_if(CoverageStatus::Excused),
            posts_unknown: one_if(CoverageStatus::Unknown),
            ..Self::default()
        };
        totals.posts_required = totals.posts_covered + totals.posts_short + totals.posts_empty;
        if totals.posts_required > 0 {
            totals.required_seconds = coverage.required_seconds;
            totals.covered_seconds = coverage.covered_seconds;
            totals.required_slot_seconds = coverage.required_seconds.saturating_mul(i64::from(count));
            totals.slot_seconds = coverage.slot_seconds;
            totals.seconds_by_grade = coverage.seconds_by_grade;
        }
        totals
    }

    /// Adds other sums.
    pub const fn add(&mut self, other: &Self) {
        self.posts_required += other.posts_required;
        self.posts_covered += other.posts_covered;
        self.posts_short += other.posts_short;
        self.posts_empty += other.posts_empty;
        self.posts_excused += other.posts_excused;
        self.posts_unknown += other.posts_unknown;
        self.required_seconds += other.required_seconds;
        self.covered_seconds += other.covered_seconds;
        self.required_slot_seconds += other.required_slot_seconds;
        self.slot_seconds += other.slot_seconds;
        self.seconds_by_grade.confirmed += other.seconds_by_grade.confirmed;
        self.seconds_by_grade.likely += other.seconds_by_grade.likely;
        self.seconds_by_grade.claimed += other.seconds_by_grade.claimed;
    }

    /// 到岗率: posts covered of posts required.
    #[must_use]
    pub const fn posts_rate(&self) -> Rate {
        Rate { part: self.posts_covered, whole: self.posts_required }
    }

    /// Share of the required time with all slots filled.
    #[must_use]
    pub const fn time_rate(&self) -> Rate {
        Rate { part: self.covered_seconds, whole: self.required_seconds }
    }

    /// Share of the required slot-time that was filled.
    #[must_use]
    pub const fn slot_rate(&self) -> Rate {
        Rate { part: self.slot_seconds, whole: self.required_slot_seconds }
    }
}

/// Sums over the days of schools. A *school-day* is one school on one date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// School-days known to be school days or make-up days. The denominator of 护学岗设置率.
    pub school_days: i64,
    /// School-days of those with at least one duty, excused or not.
    pub school_days_set_up: i64,
    /// School-days whose kind is not known; in no denominator.
    pub school_days_unknown: i64,
    /// All duties.
    pub duties: DutyTotals,
    /// The duties by the roles that they list; each duty is in one entry, so the entries add up to `duties`.
    pub by_roles: BTreeMap<RoleSet, DutyTotals>,
    /// Slots of the posts required. The denominator of punctuality.
    pub slots: i64,
    /// Slots of those filled by start − lead.
    pub slots_on_time: i64,
    /// 人次 by role; each person-stay is in one entry.
    pub person_stays: BTreeMap<Role, i64>,
}

impl Totals {
    /// The sums of one school's day. `coverage` is what [`super::compute`] gave for it.
    #[must_use]
    pub fn of_day(day: &DayInput, coverage: &[DutyCoverage]) -> Self {
        let mut totals = Self::default();
        totals.count_day(day);
        for ((duty, coverage), punctuality) in day.duties.iter().zip(coverage).zip(punctuality(day)) {
            let of_duty = DutyTotals::of(duty.count, coverage);
            totals.duties.add(&of_duty);
            totals.by_roles.entry(duty.roles).or_default().add(&of_duty);
            if of_duty.posts_required > 0 {
                totals.slots += i64::from(punctuality.slots);
                totals.slots_on_time += i64::from(punctuality.on_time);
            }
        }
        for stay in person_stays(day) {
            *totals.person_stays.entry(stay.role).or_default() += 1;
        }
        totals
    }

    fn count_day(&mut self, day: &DayInput) {
        if day.kind == DayKind::Unknown {
            self.school_days_unknown = 1;
        } else if !asks_nothing(day.kind) {
            self.school_days = 1;
            self.school_days_set_up = i64::from(!day.duties.is_empty());
        }
    }

    /// Adds the sums of other days or schools.
    pub fn add(&mut self, other: &Self) {
        self.school_days += other.school_days;
        self.school_days_set_up += other.school_days_set_up;
        self.school_days_unknown += other.school_days_unknown;
        self.duties.add(&other.duties);
        for (roles, totals) in &other.by_roles {
            self.by_roles.entry(*roles).or_default().add(totals);
        }
        self.slots += other.slots;
        self.slots_on_time += other.slots_on_time;
        for (role, count) in &other.person_stays {
            *self.person_stays.entry(*role).or_default() += count;
        }
    }

    /// 护学岗设置率: school-days with a post of school-days.
    #[must_use]
    pub const fn set_up_rate(&self) -> Rate {
        Rate { part: self.school_days_set_up, whole: self.school_days }
    }

    /// Share of the slots filled by start − lead.
    #[must_use]
    pub const fn punctuality_rate(&self) -> Rate {
        Rate { part: self.slots_on_time, whole: self.slots }
    }
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// What counts.
    pub part: i64,
    /// The denominator.
    pub whole: i64,
}

impl Rate {
    /// The rate in hundredths of a percent, rounded down, so that 100 % is never shown for less. `None` if the
    /// denominator is zero: nothing was required, which is neither 0 % nor 100 %.
    #[must_use]
    pub const fn basis_points(self) -> Option<i64> {
        self.part.saturating_mul(10_000).checked_div(self.whole)
    }
}
