//! What may wait to be told together with other things, and for how long.

use chrono::TimeDelta;

use super::kind::{AlertKind, StepTo};
use crate::domain::moment::Moment;
use crate::domain::text_enum::text_enum;

text_enum! {
    /// How soon something is told through a channel; the sooner, the lesser.
    pub enum Urgency {
        /// Before everything else, and by itself.
        Alarm = "alarm",
        /// At once.
        AtOnce = "at_once",
        /// At once if nothing else that may wait was just told to the same recipient; else together with what comes until then.
        MayWait = "may_wait",
    }
}

/// How long after a message that may wait the next one is told to the same recipient.
const APART: TimeDelta = TimeDelta::seconds(60);

impl Urgency {
    /// How soon a step of an alert is told. Alarms never wait, nor what is told to whoever is on the spot.
    #[must_use]
    pub const fn of(kind: AlertKind, to: StepTo) -> Self {
        match (kind, to) {
            (AlertKind::Alarm, _) => Self::Alarm,
            (_, StepTo::Person | StepTo::OnPost | StepTo::DutyLeader) => Self::AtOnce,
            (_, StepTo::SafetyOfficer | StepTo::Principal | StepTo::Station | StepTo::Bureau) => Self::MayWait,
        }
    }
}

/// Until when what may wait does, if the last such message to the same recipient was sent at `last`; none if it may be sent now.
#[must_use]
pub fn waits_until(last: Option<Moment>, now: Moment) -> Option<Moment> {
    let until = last?.plus(APART);
    // Nobody waits for a clock that was set back.
    (now < until && last? <= now).then_some(until)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_on_the_spot_and_whoever_can_help_hears_at_once() {
        for to in StepTo::ALL {
            assert_eq!(Urgency::of(AlertKind::Alarm, *to), Urgency::Alarm, "{to}");
        }
        let waits = |kind| StepTo::ALL.iter().filter(move |to| Urgency::of(kind, **to) == Urgency::MayWait);
        let offices = [StepTo::SafetyOfficer, StepTo::Principal, StepTo::Station, StepTo::Bureau];
        for kind in AlertKind::ALL.iter().filter(|kind| **kind != AlertKind::Alarm) {
            assert_eq!(waits(*kind).copied().collect::<Vec<_>>(), offices, "{kind}");
        }
    }

    #[test]
    fn the_first_goes_at_once_and_what_follows_a_minute_after_it() {
        let at = Moment::from_seconds;
        assert_eq!(waits_until(None, at(100)), None);
        for (now, until) in [(100, Some(160)), (101, Some(160)), (159, Some(160)), (160, None), (99, None)] {
            assert_eq!(waits_until(Some(at(100)), at(now)), until.map(at), "{now}");
        }
    }
}
