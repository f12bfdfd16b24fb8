//! One-key alarms (一键求助): what may follow what.

use super::text_enum::text_enum;

text_enum! {
    /// What somebody did about an alarm.
    pub enum AlarmStep {
        /// They see to it.
        Acknowledged = "acknowledged",
        /// They were there; with what was done.
        Handled = "handled",
        /// Nothing is left to do.
        Closed = "closed",
        /// Whoever raised it takes it back; with the reason.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Where an alarm stands.
    pub enum AlarmState {
        /// Nobody has said that they see to it.
        Raised = "raised",
        /// Somebody sees to it.
        Acknowledged = "acknowledged",
        /// Somebody was there.
        Handled = "handled",
        /// It is over.
        Closed = "closed",
        /// It was a mistake.
        Withdrawn = "withdrawn",
    }
}

impl AlarmState {
    /// Where it stands after some steps, in their order.
    #[must_use]
    pub fn after(steps: impl IntoIterator<Item = AlarmStep>) -> Self {
        steps.into_iter().fold(Self::Raised, |state, step| state.then(step).unwrap_or(state))
    }

    /// Where it stands after one more step; none if that step cannot follow.
    #[must_use]
    pub const fn then(self, step: AlarmStep) -> Option<Self> {
        match (self, step) {
            (Self::Raised, AlarmStep::Acknowledged) => Some(Self::Acknowledged),
            (Self::Raised | Self::Acknowledged, AlarmStep::Handled) => Some(Self::Handled),
            (Self::Raised | Self::Acknowledged, AlarmStep::Withdrawn) => Some(Self::Withdrawn),
            (Self::Handled, AlarmStep::Closed) => Some(Self::Closed),
            _ => None,
        }
    }

    /// Whether nothing follows any more.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }
}

impl AlarmStep {
    /// Whether it needs words: what was done, or why it is taken back.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Handled | Self::Withdrawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alarm_goes_one_way() {
        use AlarmStep::{Acknowledged, Closed, Handled, Withdrawn};
        let cases: [(&[AlarmStep], AlarmState, &[AlarmStep]); 6] = [
            (&[], AlarmState::Raised, &[Acknowledged, Handled, Withdrawn]),
            (&[Acknowledged], AlarmState::Acknowledged, &[Handled, Withdrawn]),
            (&[Acknowledged, Handled], AlarmState::Handled, &[Closed]),
            (&[Handled], AlarmState::Handled, &[Closed]),
            (&[Handled, Closed], AlarmState::Closed, &[]),
            (&[Acknowledged, Withdrawn], AlarmState::Withdrawn, &[]),
        ];
        for (steps, state, next) in cases {
            let reached = AlarmState::after(steps.iter().copied());
            assert_eq!(reached, state, "{steps:?}");
            let possible: Vec<AlarmStep> =
                AlarmStep::ALL.iter().copied().filter(|step| reached.then(*step).is_some()).collect();
            assert_eq!(possible, next, "{steps:?}");
            assert_eq!(reached.is_over(), next.is_empty());
        }
    }
}
