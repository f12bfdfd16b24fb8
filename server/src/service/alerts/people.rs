//! Whom the steps of a school's alerts reach.

use std::collections::{BTreeSet, HashMap};

use super::looked::Looked;
use super::rules;
use crate::domain::alert::{AlertKind, Step, StepTo, due};
use crate::domain::id::{ChannelId, OrganizationId, PersonId};
use crate::domain::words::{Office, OrganizationKind, Role};
use crate::problem::Result;
use crate::store::alert_rules::{self, AlertRule};
use crate::store::channels::{self, ChannelRow};
use crate::store::offices::{self, OfficeHeld};
use crate::store::organizations::{self, Organization, Seen};
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

/// All that the surroundings of some organizations follow from, read with a few questions however many they are.
pub(super) struct Surroundings {
    organizations: HashMap<OrganizationId, Organization>,
    /// The stations that answer for each.
    answering: HashMap<OrganizationId, Vec<Organization>>,
    held: HashMap<OrganizationId, Vec<OfficeHeld>>,
    channels: HashMap<OrganizationId, Vec<ChannelRow>>,
    rules: HashMap<OrganizationId, Vec<AlertRule>>,
}

impl Surroundings {
    pub(super) fn load(read: &mut impl Read, of: &[&Organization]) -> Result<Self> {
        let above: BTreeSet<OrganizationId> = of.iter().flat_map(|one| one.path.ids()).collect();
        let above = organizations::find_all(read, &Vec::from_iter(above))?;
        let mut answering: HashMap<OrganizationId, Vec<Organization>> = HashMap::new();
        for (school, station) in stations::of_schools(read, of.iter().map(|one| one.id).collect())? {
            answering.entry(school).or_default().push(station);
        }
        let stations = of.iter().filter(|one| one.kind == OrganizationKind::Station);
        answering.extend(stations.map(|station| (station.id, vec![(*station).clone()])));
        let rules = by_place(alert_rules::of(read, &Seen::rows(&above))?, |rule| rule.organization_id);
        let mut organizations: HashMap<OrganizationId, Organization> =
            above.into_iter().map(|one| (one.id, one)).collect();
        organizations.extend(answering.values().flatten().map(|station| (station.id, station.clone())));
        let places: Vec<Organization> = organizations.values().cloned().collect();
        let held = offices::held_at(read, organizations.keys().copied().collect())?;
        let channels = channels::of(read, &Seen::rows(&places))?;
        Ok(Self {
            organizations,
            answering,
            held: by_place(held, |held| held.organization),
            channels: by_place(channels, |channel| channel.organization_id),
            rules,
        })
    }

    pub(super) fn around(&self, school: &Organization) -> Around {
        let above: Vec<OrganizationId> = school.path.ids().collect();
        let is_bureau =
            |id: &&OrganizationId| self.organizations.get(id).is_some_and(|one| one.kind == OrganizationKind::Bureau);
        let bureau = above.iter().rev().find(is_bureau).copied();
        let stations: Vec<OrganizationId> =
            self.answering.get(&school.id).into_iter().flatten().map(|station| station.id).collect();
        let places: BTreeSet<OrganizationId> =
            [school.id].into_iter().chain(bureau).chain(stations.iter().copied()).collect();
        let (held, channels) = (at(&self.held, &places), at(&self.channels, &places));
        Around { school: school.id, stations, bureau, held, channels, rules: at(&self.rules, &above) }
    }
}

fn by_place<T>(rows: Vec<T>, place: impl Fn(&T) -> OrganizationId) -> HashMap<OrganizationId, Vec<T>> {
    let mut by_place: HashMap<OrganizationId, Vec<T>> = HashMap::new();
    for row in rows {
        by_place.entry(place(&row)).or_default().push(row);
    }
    by_place
}

/// What is at some places, in their order.
fn at<'a, T: Clone>(
    by_place: &HashMap<OrganizationId, Vec<T>>,
    places: impl IntoIterator<Item = &'a OrganizationId>,
) -> Vec<T> {
    places.into_iter().filter_map(|id| by_place.get(id)).flatten().cloned().collect()
}

impl Around {
    pub(super) fn load(read: &mut impl Read, school: &Organization) -> Result<Self> {
        Ok(Surroundings::load(read, &[school])?.around(school))
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
