//! Who may decide on a correction (补卡): not the person whose presence it is, and not who asked for it while somebody else could.

use super::id::PersonId;
use super::rights::{Holding, Right};
use super::words::Office;

/// Why somebody may not decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    /// It is about their own presence.
    OwnPresence,
    /// They asked for it, and another office holder of the school could decide.
    OwnRequest,
}

/// Whether somebody entitled is kept from deciding on a correction of `person` that `asker` asked for. `offices` are those held
/// at the school: nobody waits for an administrator far away. Four eyes, wherever there are four: with nobody else to decide, whoever
/// asked may.
#[must_use]
pub fn barred(
    decider: PersonId,
    (person, asker): (PersonId, PersonId),
    offices: impl IntoIterator<Item = (PersonId, Office)>,
) -> Option<Barred> {
    if decider == person {
        return Some(Barred::OwnPresence);
    }
    let could = |(other, office): (PersonId, Office)| {
        other != decider && other != person && Holding::Office(office).rights().contains(&Right::AmendEvidence)
    };
    (decider == asker && offices.into_iter().any(could)).then_some(Barred::OwnRequest)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use Barred::{OwnPresence, OwnRequest};
    use Office::{Admin, BureauOfficer, Principal, SafetyOfficer, StationChief};

    const PRINCIPAL: u128 = 1;
    const OTHER: u128 = 2;
    const PARENT: u128 = 3;

    /// The principal is about to decide.
    fn case(person: u128, asker: u128, others: &[(u128, Office)]) -> Option<Barred> {
        let id = |number| PersonId(Uuid::from_u128(number));
        let offices = others.iter().chain(&[(PRINCIPAL, Principal)]).map(|&(who, office)| (id(who), office));
        barred(id(PRINCIPAL), (id(person), id(asker)), offices)
    }

    #[test]
    fn whoever_asked_does_not_decide_while_somebody_else_could() {
        let table = [
            (PARENT, PARENT, vec![(OTHER, SafetyOfficer)], None),
            (PARENT, OTHER, vec![(OTHER, SafetyOfficer)], None),
            (PARENT, PRINCIPAL, vec![(OTHER, SafetyOfficer)], Some(OwnRequest)),
            (PARENT, PRINCIPAL, vec![(OTHER, Principal)], Some(OwnRequest)),
            (PARENT, PRINCIPAL, vec![(OTHER, Admin)], Some(OwnRequest)),
            // Nobody else has the right.
            (PARENT, PRINCIPAL, vec![], None),
            (PARENT, PRINCIPAL, vec![(OTHER, StationChief), (OTHER, BureauOfficer)], None),
            // The only other one was there, and could not decide either; a second office of one's own is nobody else.
            (OTHER, PRINCIPAL, vec![(OTHER, SafetyOfficer)], None),
            (PARENT, PRINCIPAL, vec![(PRINCIPAL, SafetyOfficer)], None),
            // One's own presence, whoever asked and whoever else there is.
            (PRINCIPAL, PRINCIPAL, vec![], Some(OwnPresence)),
            (PRINCIPAL, OTHER, vec![(OTHER, SafetyOfficer)], Some(OwnPresence)),
        ];
        for (person, asker, others, wanted) in table {
            assert_eq!(case(person, asker, &others), wanted, "{person} {asker} {others:?}");
        }
    }
}
