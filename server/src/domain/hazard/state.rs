//! What may follow what.

use chrono::NaiveDate;

use crate::domain::id::PersonId;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// Something that is done about a hazard.
    pub enum HazardStep {
        /// Somebody is to put it right by a day (交办).
        Assigned = "assigned",
        /// It was put right (整改).
        Rectified = "rectified",
        /// It was looked at and is right (验收).
        Accepted = "accepted",
        /// It was looked at and is not right: back to whoever has it.
        SentBack = "sent_back",
        /// It leaves the ledger (销号).
        WrittenOff = "written_off",
        /// It is there again.
        Reopened = "reopened",
    }
}

text_enum! {
    /// Where a hazard stands.
    pub enum HazardState {
        /// Somebody reported it.
        Reported = "reported",
        /// Somebody has to put it right.
        Assigned = "assigned",
        /// It was put right, and nobody has looked.
        Rectified = "rectified",
        /// It is right.
        Accepted = "accepted",
        /// It is off the ledger.
        WrittenOff = "written_off",
    }
}

/// A step that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// What.
    pub kind: HazardStep,
    /// Who.
    pub by: PersonId,
    /// Who has to put it right from now on, if the step says so.
    pub assignee: Option<PersonId>,
    /// By when, if the step says so.
    pub deadline: Option<NaiveDate>,
}

/// Where a hazard stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    /// The state.
    pub state: HazardState,
    /// Who has to put it right.
    pub assignee: Option<PersonId>,
    /// The last day on which it is to be put right.
    pub deadline: NaiveDate,
    /// Who put it right last.
    pub rectified_by: Option<PersonId>,
}

/// Where a hazard that was reported with a deadline stands after some steps.
#[must_use]
pub fn stands(deadline: NaiveDate, steps: &[Taken]) -> Stands {
    let begin = Stands { state: HazardState::Reported, assignee: None, deadline, rectified_by: None };
    steps.iter().fold(begin, |stands, step| stands.after(step).unwrap_or(stands))
}

impl Stands {
    /// Where it stands after one more step; none if that cannot follow.
    #[must_use]
    pub fn after(self, step: &Taken) -> Option<Self> {
        let state = match (self.state, step.kind) {
            (HazardState::Reported | HazardState::Assigned, HazardStep::Assigned)
            | (HazardState::Rectified, HazardStep::SentBack)
            | (HazardState::Accepted | HazardState::WrittenOff, HazardStep::Reopened) => HazardState::Assigned,
            (HazardState::Reported | HazardState::Assigned, HazardStep::Rectified) => HazardState::Rectified,
            (HazardState::Rectified, HazardStep::Accepted) => HazardState::Accepted,
            (HazardState::Accepted, HazardStep::WrittenOff) => HazardState::WrittenOff,
            _ => return None,
        };
        let rectified_by = if step.kind == HazardStep::Rectified { Some(step.by) } else { self.rectified_by };
        Some(Self {
            state,
            assignee: step.assignee.or(self.assignee),
            deadline: step.deadline.unwrap_or(self.deadline),
            rectified_by,
        })
    }

    /// Whether it still has to be put right.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, HazardState::Reported | HazardState::Assigned)
    }
}

impl HazardStep {
    /// Whether it needs words: what was done, or why.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Rectified | Self::SentBack | Self::Reopened)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(kind: HazardStep, by: PersonId) -> Taken {
        Taken { kind, by, assignee: None, deadline: None }
    }

    #[test]
    fn nothing_is_written_off_before_it_is_accepted() {
        use HazardStep::{Accepted, Assigned, Rectified, Reopened, SentBack, WrittenOff};
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let by = PersonId::fresh();
        let cases: [(&[HazardStep], HazardState, &[HazardStep]); 7] = [
            (&[], HazardState::Reported, &[Assigned, Rectified]),
            (&[Assigned], HazardState::Assigned, &[Assigned, Rectified]),
            (&[Assigned, Rectified], HazardState::Rectified, &[Accepted, SentBack]),
            (&[Assigned, Rectified, SentBack], HazardState::Assigned, &[Assigned, Rectified]),
            (&[Rectified, Accepted], HazardState::Accepted, &[WrittenOff, Reopened]),
            (&[Rectified, Accepted, WrittenOff], HazardState::WrittenOff, &[Reopened]),
            (&[Rectified, Accepted, WrittenOff, Reopened], HazardState::Assigned, &[Assigned, Rectified]),
        ];
        for (kinds, state, next) in cases {
            let steps: Vec<Taken> = kinds.iter().map(|kind| step(*kind, by)).collect();
            let reached = stands(day, &steps);
            assert_eq!(reached.state, state, "{kinds:?}");
            let may = |kind: &HazardStep| reached.after(&step(*kind, by)).is_some();
            let possible: Vec<HazardStep> = HazardStep::ALL.iter().copied().filter(may).collect();
            assert_eq!(possible, next, "{kinds:?}");
        }
    }

    #[test]
    fn the_deadline_of_the_report_holds_until_somebody_sets_another() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let (one, two) = (PersonId::fresh(), PersonId::fresh());
        assert_eq!(stands(day(30), &[]).deadline, day(30));
        let assigned = Taken { assignee: Some(two), deadline: Some(day(25)), ..step(HazardStep::Assigned, one) };
        let reached = stands(day(30), &[assigned, step(HazardStep::Rectified, two)]);
        assert_eq!((reached.assignee, reached.deadline), (Some(two), day(25)));
        assert_eq!(reached.rectified_by, Some(two));
    }
}
