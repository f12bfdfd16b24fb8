//! Which persons used which phone.

use diesel::prelude::*;

use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::store::dialect::on_inner;
use crate::store::schema::{check_ins, device_people};
use crate::store::{Read, Result, Tx, dialect};

/// That a person used a device.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = device_people)]
pub struct DevicePerson {
    /// The device's own id.
    pub device_id: String,
    /// Who.
    pub person_id: PersonId,
    /// When last, to the day: it is written anew only when it is a day old, so that the busy hour writes nothing here.
    pub last_seen_at: Moment,
}

/// Who used some devices.
///
/// # Errors
/// Those of the database.
pub fn people_of_devices(read: &mut impl Read, devices: Vec<String>) -> Result<Vec<DevicePerson>> {
    let people = device_people::table.filter(device_people::device_id.eq_any(devices));
    Ok(on_inner!(read.db(), |inner| people.select(DevicePerson::as_select()).load(inner))?)
}

/// Writes down who used which device, and when last.
///
/// # Errors
/// Those of the database.
pub fn note_devices(tx: &mut Tx, seen: &[DevicePerson]) -> Result<()> {
    dialect::note_devices(tx.db(), seen)
}

/// Whether a check-in of that person came from the device with `from` ≤ at ≤ `to`.
///
/// # Errors
/// Those of the database.
pub fn used_device(read: &mut impl Read, person: PersonId, device: &str, (from, to): (Moment, Moment)) -> Result<bool> {
    let uses: i64 = check_ins::table
        .filter(check_ins::person_id.eq(person))
        .filter(check_ins::at.between(from, to))
        .filter(check_ins::device_id.eq(device))
        .count()
        .get_result(read.db())?;
    Ok(uses > 0)
}

/// The devices of a person.
///
/// # Errors
/// Those of the database.
pub fn devices_of(read: &mut impl Read, person: PersonId) -> Result<Vec<DevicePerson>> {
    let own = device_people::table.filter(device_people::person_id.eq(person));
    Ok(own.order(device_people::device_id).select(DevicePerson::as_select()).load(read.db())?)
}

/// Forgets which devices a person used.
///
/// # Errors
/// Those of the database.
pub fn forget_devices(tx: &mut Tx, person: PersonId) -> Result<()> {
    diesel::delete(device_people::table.filter(device_people::person_id.eq(person))).execute(tx.db())?;
    Ok(())
}
