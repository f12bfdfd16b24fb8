//! Who and where: the made-up county, the same for the same seed. Pure.

pub(super) mod county;
pub(super) mod ids;
mod names;
mod people;
mod school;

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

pub(super) use people::{Holder, Person};
pub(super) use school::{DutyAsked, Post, School, Window, moved};

use crate::domain::calendar::local_time::instant;
use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::place::PlaceError;
use crate::domain::words::Office;

/// The county's clock.
pub(super) const ZONE: Tz = Tz::Asia__Shanghai;

/// A minute of a local date, counted from midnight.
pub(super) fn minute(date: NaiveDate, minutes: u16) -> Moment {
    second(date, i64::from(minutes) * 60)
}

/// A second of a local date, counted from midnight.
pub(super) fn second(date: NaiveDate, seconds: i64) -> Moment {
    let midnight = instant(date.and_time(chrono::NaiveTime::MIN), ZONE).map(Moment::from);
    midnight.unwrap_or(Moment(0)).plus(chrono::TimeDelta::seconds(seconds))
}

/// The county.
pub(super) struct World {
    pub(super) seed: u64,
    pub(super) bureau: OrganizationId,
    pub(super) station: OrganizationId,
    pub(super) schools: Vec<School>,
    pub(super) people: Vec<Person>,
    by_id: HashMap<PersonId, usize>,
}

impl World {
    /// Makes the county as it was set up on a date.
    ///
    /// # Errors
    /// A defect of the tables only: a post that lies nowhere.
    pub(super) fn new(seed: u64, set_up: NaiveDate) -> Result<Self, PlaceError> {
        let mut random = StdRng::seed_from_u64(seed);
        let begun = minute(set_up, 9 * 60);
        let (bureau, station) =
            (OrganizationId(ids::at(begun, &mut random)), OrganizationId(ids::at(begun, &mut random)));
        let mut schools = Vec::new();
        for spec in county::SCHOOLS {
            schools.push(School::new(spec, begun, &mut random)?);
        }
        let people = people::staff(bureau, station, &mut schools, begun, &mut random);
        let by_id = people.iter().enumerate().map(|(at, person)| (person.id, at)).collect();
        Ok(Self { seed, bureau, station, schools, people, by_id })
    }

    /// Somebody by id.
    pub(super) fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(*self.by_id.get(&id)?)
    }

    /// Whoever holds an office in an organization.
    pub(super) fn holder(&self, organization: OrganizationId, office: Office) -> Option<&Person> {
        self.people.iter().find(|person| {
            person.holds.iter().any(|held| held.organization == organization && held.office == Some(office))
        })
    }

    /// The randomness of one school on one date: what happens there does not hang on what happened elsewhere.
    pub(super) fn day_random(&self, school: &School, date: NaiveDate) -> StdRng {
        let (_, low) = school.id.0.as_u64_pair();
        let day = u64::try_from(chrono::Datelike::num_days_from_ce(&date)).unwrap_or_default();
        StdRng::seed_from_u64(self.seed ^ low ^ day.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::calendar::guards::guards_required;
    use crate::domain::words::Role;

    fn world(seed: u64) -> World {
        World::new(seed, "2026-09-01".parse().unwrap()).unwrap()
    }

    #[test]
    fn a_seed_makes_one_county() {
        let shown = |world: &World| -> Vec<_> { world.people.iter().map(|p| (p.id, p.name.clone())).collect() };
        assert_eq!(shown(&world(7)), shown(&world(7)));
        assert_ne!(shown(&world(7)), shown(&world(8)));
    }

    #[test]
    fn the_county_has_its_people() {
        let world = world(1);
        assert_eq!(world.schools.len(), 8);
        assert!((280..=330).contains(&world.people.len()), "{}", world.people.len());
        let phones: BTreeSet<_> = world.people.iter().map(|person| &person.phone).collect();
        assert_eq!(phones.len(), world.people.len());
        assert!(phones.iter().all(|phone| phone.len() == 11 && phone.starts_with("1380000")));
        for role in Role::ALL {
            assert!(world.schools.iter().any(|school| school.members.contains_key(role)), "{role}");
        }
        for school in &world.schools {
            let guards = school.members.get(&Role::Guard).map_or(0, Vec::len);
            assert!(guards >= usize::try_from(guards_required(school.spec.pupils)).unwrap(), "{}", school.spec.name);
            for duty in &school.duties {
                let able: usize = duty.roles.iter().filter_map(|role| school.members.get(role)).map(Vec::len).sum();
                assert!(able >= usize::from(duty.count), "{}: {:?}", school.spec.name, duty.roles);
            }
        }
    }
}
