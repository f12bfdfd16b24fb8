//! Who may take which step (`docs/hazards.md`).

use super::{HazardLevel, HazardStep, Stands, Taken};
use crate::domain::id::PersonId;

/// What somebody is to a hazard, besides having it to put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asker {
    /// Who.
    pub person: PersonId,
    /// Whether they reported it.
    pub reported: bool,
    /// Whether they may change the school's day.
    pub manages: bool,
    /// Whether they are above the school.
    pub above: bool,
}

impl Stands {
    /// Whether somebody may take a step about a hazard of a level, whether or not it can follow now: who manages takes every step, who has it
    /// puts it right. Nobody accepts what they put right themselves, and what is major is accepted by those above the school.
    #[must_use]
    pub fn lets(&self, asker: &Asker, level: HazardLevel, step: HazardStep) -> bool {
        match step {
            HazardStep::Rectified => asker.manages || self.assignee == Some(asker.person),
            HazardStep::Accepted => {
                let entitled = if level == HazardLevel::Major { asker.above } else { asker.manages };
                entitled && self.rectified_by != Some(asker.person)
            }
            HazardStep::Assigned | HazardStep::SentBack | HazardStep::WrittenOff | HazardStep::Reopened => {
                asker.manages
            }
        }
    }

    /// The steps that somebody may take now.
    #[must_use]
    pub fn open_to(&self, asker: &Asker, level: HazardLevel) -> Vec<HazardStep> {
        let step = |kind| Taken { kind, by: asker.person, assignee: None, deadline: None };
        let now = |kind: &HazardStep| self.after(&step(*kind)).is_some() && self.lets(asker, level, *kind);
        HazardStep::ALL.iter().copied().filter(now).collect()
    }

    /// Whether somebody may add photos: who reported it, who has it to put right, and who manages.
    #[must_use]
    pub fn lets_show(&self, asker: &Asker) -> bool {
        asker.reported || asker.manages || self.assignee == Some(asker.person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hazard::{HazardState, stands};
    use HazardStep::{Accepted, Assigned, Rectified, Reopened, SentBack, WrittenOff};

    const EVERY: [HazardStep; 6] = [Assigned, Rectified, Accepted, SentBack, WrittenOff, Reopened];

    /// Everybody whom the rules tell apart. One more was given it, and one put it right.
    fn askers() -> [(&'static str, Asker); 7] {
        let somebody = |reported, manages, above| Asker { person: PersonId::fresh(), reported, manages, above };
        [
            ("a stranger", somebody(false, false, false)),
            ("who reported it", somebody(true, false, false)),
            ("who has it", somebody(false, false, false)),
            ("the school", somebody(false, true, false)),
            ("the bureau", somebody(false, true, true)),
            ("the school, which put it right", somebody(false, true, false)),
            ("the bureau, which put it right", somebody(false, true, true)),
        ]
    }

    fn standing(of: &[(&str, Asker)], who: &str) -> Stands {
        let person = |name: &str| of.iter().find(|(one, _)| *one == name).map(|(_, asker)| asker.person);
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        let rectified_by = Some(who).filter(|who| who.ends_with("put it right")).and_then(person);
        Stands { assignee: person("who has it"), rectified_by, state: HazardState::Rectified, ..stands(day, &[]) }
    }

    #[test]
    fn each_step_is_taken_by_those_it_is_for() {
        let of = askers();
        let (all, none): (&[HazardStep], &[HazardStep]) = (&EVERY, &[]);
        let but_accepting: &[HazardStep] = &[Assigned, Rectified, SentBack, WrittenOff, Reopened];
        let table = [
            ("a stranger", none, none, false),
            ("who reported it", none, none, true),
            ("who has it", &[Rectified], &[Rectified], true),
            ("the school", all, but_accepting, true),
            ("the bureau", all, all, true),
            ("the school, which put it right", but_accepting, but_accepting, true),
            ("the bureau, which put it right", but_accepting, but_accepting, true),
        ];
        for ((who, minor, major, photos), (_, asker)) in table.into_iter().zip(of) {
            let stands = standing(&of, who);
            let may = |level| EVERY.into_iter().filter(|step| stands.lets(&asker, level, *step)).collect::<Vec<_>>();
            assert_eq!(may(HazardLevel::Minor), minor, "{who}, minor");
            assert_eq!(may(HazardLevel::Serious), minor, "{who}, serious");
            assert_eq!(may(HazardLevel::Major), major, "{who}, major");
            assert_eq!(stands.lets_show(&asker), photos, "{who}, photos");
        }
    }

    #[test]
    fn of_those_the_steps_are_open_that_can_follow_now() {
        let of = askers();
        let open = |who: &str, state| {
            let asker = of.iter().find(|(one, _)| *one == who).map(|(_, asker)| *asker).unwrap();
            Stands { state, ..standing(&of, who) }.open_to(&asker, HazardLevel::Major)
        };
        assert_eq!(open("the bureau", HazardState::Reported), [Assigned, Rectified]);
        assert_eq!(open("the bureau", HazardState::Rectified), [Accepted, SentBack]);
        assert_eq!(open("the school", HazardState::Rectified), [SentBack]);
        assert_eq!(open("the school", HazardState::Accepted), [WrittenOff, Reopened]);
        assert_eq!(open("who has it", HazardState::Assigned), [Rectified]);
        assert_eq!(open("who has it", HazardState::Rectified), []);
        assert_eq!(open("a stranger", HazardState::Assigned), []);
    }
}
