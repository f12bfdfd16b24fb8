//! Phones that more than one person uses.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::TimeDelta;

use crate::domain::check_in::flags::shared_device;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::service::check_ins::Candidate;
use crate::store::check_ins::{CheckIn, DevicePerson, note_devices, people_of_devices, used_device};
use crate::store::{Error, Tx};

/// How old "last seen" may be before it is written anew.
const REFRESH: TimeDelta = TimeDelta::days(1);

/// Who used the devices of a batch, and when.
pub(super) struct Devices {
    /// On record, and when last.
    on_record: HashMap<String, BTreeMap<PersonId, Moment>>,
    /// In the batch itself.
    added: HashMap<String, Vec<(PersonId, Moment)>>,
}

impl Devices {
    pub(super) fn of<'a>(tx: &mut Tx, candidates: impl Iterator<Item = &'a Candidate>) -> Result<Self, Error> {
        let devices: BTreeSet<String> = candidates.map(|candidate| candidate.row.device_id.clone()).collect();
        let mut people: HashMap<String, BTreeMap<PersonId, Moment>> = HashMap::new();
        for row in people_of_devices(tx, devices.into_iter().collect())? {
            people.entry(row.device_id).or_default().insert(row.person_id, row.last_seen_at);
        }
        Ok(Self { on_record: people, added: HashMap::new() })
    }

    /// Whether somebody else checked in with this device in that time; the row is added. Few devices have several people, so few
    /// are looked up.
    pub(super) fn shared(&mut self, tx: &mut Tx, row: &CheckIn, (from, to): (Moment, Moment)) -> Result<bool, Error> {
        let added = self.added.entry(row.device_id.clone()).or_default();
        let then = added.iter().filter(|(_, at)| from <= *at && *at <= to);
        let mut users: Vec<PersonId> = then.map(|(person, _)| *person).collect();
        added.push((row.person_id, row.at));
        for person in self.on_record.get(&row.device_id).into_iter().flat_map(BTreeMap::keys) {
            if *person != row.person_id && used_device(tx, *person, &row.device_id, (from, to))? {
                users.push(*person);
            }
        }
        Ok(shared_device(row.person_id, &users))
    }

    /// Writes down the new users, and those not seen for a day.
    pub(super) fn note(&self, tx: &mut Tx, rows: &[Arc<CheckIn>]) -> Result<(), Error> {
        let mut seen: BTreeMap<(&str, PersonId), Moment> = BTreeMap::new();
        for row in rows {
            let last = self.on_record.get(&row.device_id).and_then(|people| people.get(&row.person_id));
            if last.is_none_or(|last| last.plus(REFRESH) < row.received_at) {
                seen.insert((&row.device_id, row.person_id), row.received_at);
            }
        }
        let note = |((device, person_id), last_seen_at): ((&str, _), _)| DevicePerson {
            device_id: device.to_owned(),
            person_id,
            last_seen_at,
        };
        let seen: Vec<DevicePerson> = seen.into_iter().map(note).collect();
        note_devices(tx, &seen)
    }
}
