//! Whom the steps of a school's alerts reach.

use std::collections::BTreeSet;

use super::looked::Looked;
use super::rules;
use crate::domain::alert::{AlertKind, Step, StepTo, due};
use crate::domain::id::{ChannelId, OrganizationId, PersonId};
use crate::domain::words::{Office, OrganizationKind, Role};
use crate::problem::Result;
use crate::store::alert_rules::AlertRule;
use crate::store::channels::{self, ChannelRow};
use crate::store::offices::{self, OfficeHeld};
use crate::store::organizations::{Organization, Seen};
use crate::store::{Read, stations};

/// The people around a school (a station, a bureau), its channels, and the steps that it set.
pub(super) struct Around {
    school: OrganizationId,
    stations: Vec<OrganizationId>,
    bureau: Option<OrganizationId>,
    held: Vec<OfficeHeld>,
    channels: Vec<ChannelRow>,
    /// From the root's bureau down to the school.
    rules: Vec<AlertRule>,
}

/// What a step reaches.
pub(super) struct Reached<'a> {
    pub(super) people: BTreeSet<PersonId>,
    /// Told once for each of the school's steps together, and for the station's and the bureau's.
    pub(super) channels: Vec<&'a ChannelRow>,
}

/// A step that reaches somebody.
#[derive(Clone, Copy)]
pub(super) struct Due {
    /// Its place among all steps, which stays the same while people come and go.
    pub(super) place: usize,
    pub(super) to: StepTo,
    /// Seconds after the alert was raised.
    pub(super) after: i64,
}

impl Around {
    pub(super) fn load(read: &mut impl Read, school: &Organization) -> Result<Self> {
        let above = rules::chain(read, school)?;
        let bureaus = above.iter().rev().filter(|one| one.kind == OrganizationKind::Bureau);
        let bureau = bureaus.map(|one| one.id).next();
        let answering = match school.kind {
            OrganizationKind::Station => vec![school.clone()],
            _ => stations::of_school(read, school.id)?,
        };
        let places: Vec<OrganizationId> =
            [school.id].into_iter().chain(bureau).chain(answering.iter().map(|station| station.id)).collect();
        let mut seen = answering.clone();
        seen.extend(above.iter().filter(|one| places.contains(&one.id)).cloned());
        Ok(Self {
            school: school.id,
            held: offices::held_at(read, places)?,
            channels: channels::of(read, &Seen::rows(&seen))?,
            rules: rules::along(read, &above)?,
            stations: answering.into_iter().map(|station| station.id).collect(),
            bureau,
        })
    }

    /// The steps of a kind; none if such alerts are not raised at this school.
    pub(super) fn steps(&self, kind: AlertKind) -> Result<Option<Vec<Step>>> {
        rules::in_force(&self.rules, kind)
    }

    /// The steps that reach somebody.
    pub(super) fn due(&self, steps: &[Step], looked: &dyn Looked, subject: &str) -> Vec<Due> {
        let reaches = |to| {
            let reached = self.reached(to, looked, subject);
            !reached.people.is_empty() || !reached.channels.is_empty()
        };
        let places = due(steps, reaches).into_iter();
        places.filter_map(|(place, after)| Some(Due { place, to: steps.get(place)?.to, after })).collect()
    }

    pub(super) fn reached(&self, to: StepTo, looked: &dyn Looked, subject: &str) -> Reached<'_> {
        let office = |office, at: &[OrganizationId]| -> BTreeSet<PersonId> {
            let held = self.held.iter().filter(|one| one.office == Some(office) && at.contains(&one.organization));
            held.map(|one| one.person).collect()
        };
        let bureau: Vec<OrganizationId> = self.bureau.into_iter().collect();
        let (people, at) = match to {
            StepTo::Person => (looked.person(subject).into_iter().collect(), &[][..]),
            StepTo::OnPost => (looked.on_post().into_iter().collect(), &[self.school][..]),
            StepTo::DutyLeader => (self.duty_leaders(looked, subject), &[self.school][..]),
            StepTo::SafetyOfficer => (office(Office::SafetyOfficer, &[self.school]), &[self.school][..]),
            StepTo::Principal => (office(Office::Principal, &[self.school]), &[self.school][..]),
            StepTo::Station => (office(Office::StationChief, &self.stations), &self.stations[..]),
            StepTo::Bureau => (office(Office::BureauOfficer, &bureau), &bureau[..]),
        };
        let channels = self.channels.iter().filter(|one| one.enabled && at.contains(&one.organization_id)).collect();
        Reached { people, channels }
    }

    /// Whether a channel is there and on.
    pub(super) fn uses(&self, channel: ChannelId) -> bool {
        self.channels.iter().any(|one| one.id == channel && one.enabled)
    }

    fn duty_leaders(&self, looked: &dyn Looked, subject: &str) -> BTreeSet<PersonId> {
        let planned: BTreeSet<PersonId> = looked.leaders(subject).into_iter().collect();
        if !planned.is_empty() {
            return planned;
        }
        let leads = |one: &&OfficeHeld| one.role == Some(Role::SchoolLeader) && one.organization == self.school;
        self.held.iter().filter(leads).map(|one| one.person).collect()
    }
}
