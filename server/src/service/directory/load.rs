//! Reading the parts of the directory.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Checkpoint, DayPart, DayWindow, Known, Missing, PersonPart, Post, SchoolPart, ShortSign};
use crate::domain::calendar::national::Years;
use crate::domain::code::CheckpointNumber;
use crate::domain::id::{OrganizationId, PersonId, WindowId};
use crate::domain::moment::Moment;
use crate::domain::place::{PlaceIndex, Placed};
use crate::domain::rights::{Grant, Holding};
use crate::domain::scope::Path;
use crate::problem::{Problem, Result};
use crate::service::school_day::{self, PlannedDuty};
use crate::store::directory::ShiftRow;
use crate::store::memberships::MembershipState;
use crate::store::{Read, directory, memberships};

/// Reads a part and puts it where it belongs.
pub(super) fn load(read: &mut impl Read, years: &Years, known: &Known, missing: &Missing) -> Result<()> {
    match missing {
        Missing::Person(id) => {
            for (id, part) in persons(read, *id)? {
                known.persons.put(id, part);
            }
        }
        Missing::Number(number) => {
            known.numbers.put(*number, directory::school_of_number(read, CheckpointNumber(*number).into())?);
        }
        Missing::Short(code) => {
            let found = directory::sign_of_short_code(read, code)?;
            known.shorts.put(code.clone(), found.map(|(school, sign)| ShortSign { school, sign }));
        }
        Missing::School(id) => known.schools.put(*id, school(read, *id)?),
        Missing::Day(school, date) => known.days.put((*school, *date), day(read, years, *school, *date)?),
        Missing::Areas(schools) => known.areas.put(Arc::clone(schools), areas(read, schools)?),
    }
    Ok(())
}

/// How many people are read at once.
const MOST_COLLEAGUES: i64 = 1_000;

/// The person, and with them everybody of their schools: those come at the same time, and reading all of them costs little
/// more than reading one.
fn persons(read: &mut impl Read, id: PersonId) -> Result<Vec<(PersonId, PersonPart)>> {
    let persons = memberships::colleagues(read, id, MOST_COLLEAGUES)?;
    let located = directory::located(read, persons.iter().copied().collect())?;
    let mut grants: HashMap<PersonId, Vec<Grant>> = persons.iter().map(|person| (*person, Vec::new())).collect();
    let persons: Vec<PersonId> = persons.into_iter().collect();
    for (person, grant) in memberships::grants_of(read, persons.clone(), MembershipState::Active)? {
        grants.entry(person).or_default().push(grant);
    }
    let mut awaited: HashMap<PersonId, Vec<Grant>> = HashMap::new();
    for (person, grant) in memberships::grants_of(read, persons, MembershipState::Pending)? {
        awaited.entry(person).or_default().push(grant);
    }
    let mut schools = HashMap::new();
    let part = |(person, mut grants): (PersonId, Vec<Grant>)| {
        // Most hold one thing; it is kept for everybody of a county.
        grants.shrink_to_fit();
        let awaited = awaited.remove(&person).unwrap_or_default();
        let mut near = schools_of(read, &mut schools, &grants)?;
        if near.is_empty() {
            near = schools_of(read, &mut schools, &awaited)?;
        }
        let location_consent = located.contains(&person);
        Ok((person, PersonPart { grants, awaited, location_consent, schools: near }))
    };
    grants.into_iter().map(part).collect()
}

/// The schools where the grants give a role; colleagues share them.
fn schools_of(
    read: &mut impl Read,
    known: &mut HashMap<Vec<Path>, Arc<[OrganizationId]>>,
    grants: &[Grant],
) -> Result<Arc<[OrganizationId]>> {
    let roles = grants.iter().filter(|grant| matches!(grant.holding, Holding::Role { .. }));
    let reach: Vec<Path> = roles.flat_map(|grant| grant.reach.iter().cloned()).collect();
    if let Some(schools) = known.get(&reach) {
        return Ok(Arc::clone(schools));
    }
    let schools: Arc<[OrganizationId]> = directory::schools_under(read, reach.clone())?.into();
    known.insert(reach, Arc::clone(&schools));
    Ok(schools)
}

fn school(read: &mut impl Read, id: OrganizationId) -> Result<Option<SchoolPart>> {
    let Some(row) = directory::school(read, id)? else { return Ok(None) };
    let mut numbers = HashMap::new();
    let mut checkpoints = HashMap::new();
    for row in directory::checkpoints_of(read, id)? {
        let number = CheckpointNumber::try_from(row.public_no).map_err(Problem::internal)?;
        let in_use = row.archived_at.is_none();
        if in_use {
            numbers.insert(number.0, row.id);
        }
        let (name, area, fence_only) = (row.name, row.area.read()?, row.fence_only);
        checkpoints.insert(row.id, Checkpoint { name, area, fence_only, in_use });
    }
    let signs = directory::signs_of(read, id)?;
    let screens = directory::screens_of(read, id)?.into_iter();
    Ok(Some(SchoolPart {
        id,
        path: row.path,
        zone: row.timezone.parse().unwrap_or(Tz::Asia__Shanghai),
        checkpoints,
        numbers,
        serials: signs.iter().map(|sign| ((sign.checkpoint_id, sign.serial), sign.id)).collect(),
        signs: signs.iter().map(|sign| (sign.id, (sign.checkpoint_id, sign.revoked_at.is_some()))).collect(),
        screens: screens.map(|s| ((s.checkpoint_id, s.number), (s.id, s.revoked_at.is_some()))).collect(),
    }))
}

fn areas(read: &mut impl Read, schools: &[OrganizationId]) -> Result<PlaceIndex> {
    let mut placed = Vec::new();
    for school in schools {
        let rows = directory::checkpoints_of(read, *school)?;
        for row in rows.into_iter().filter(|row| row.archived_at.is_none()) {
            // Those that ask for a code are found too, so that the person is told so.
            placed.push(Placed {
                checkpoint: row.id,
                school: *school,
                area: row.area.read()?,
                accepts_fence_only: true,
            });
        }
    }
    Ok(PlaceIndex::load(placed))
}

fn day(read: &mut impl Read, years: &Years, school: OrganizationId, date: NaiveDate) -> Result<DayPart> {
    let day = school_day::load(read, years, school, date)?;
    let shifts = directory::shifts_of(read, school, date)?;
    let windows: BTreeMap<WindowId, DayWindow> = day
        .plan
        .open_windows()
        .map(|window| {
            let (starts_at, ends_at) = (Moment::from(window.starts_at), Moment::from(window.ends_at));
            (window.id, DayWindow { id: window.id, kind: window.kind, starts_at, ends_at })
        })
        .collect();
    let posts = day.duties.iter().filter_map(|duty| post(duty, &windows, &shifts)).collect();
    Ok(DayPart {
        windows,
        posts,
        hold_micros: i64::from(day.rules.hold_minutes) * 60_000_000,
        final_at: day.rules.sync_deadline(date, day.zone).unwrap_or(Moment(i64::MAX)),
    })
}

fn post(duty: &PlannedDuty, windows: &BTreeMap<WindowId, DayWindow>, shifts: &[ShiftRow]) -> Option<Post> {
    let window = *windows.get(&duty.window_id)?;
    let roster = shifts.iter().filter(|shift| shift.duty_id == duty.id && shift.state.stands());
    let roster = roster.map(|shift| (shift.id, shift.person_id, shift.role)).collect();
    Some(Post { duty: duty.id, checkpoint: duty.checkpoint_id, window, roles: duty.roles, roster })
}
