//! Everything that is kept about oneself (PIPL article 45).

use serde_json::json;

use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::audit::{self, Event};
use crate::service::check_ins::view::{self, Shown};
use crate::service::{Actor, App};
use crate::store::alarms::{self, AlarmPosition, AlarmRow};
use crate::store::check_ins::{self, DevicePerson, StoredPosition};
use crate::store::consents::{self, Consent};
use crate::store::corrections::{self, Correction};
use crate::store::hazard_photos::{self, HazardPhotoRow};
use crate::store::hazard_positions::{self, HazardPosition};
use crate::store::hazards::{self, HazardRow};
use crate::store::inspections::{self, InspectionAnswerRow, InspectionRow};
use crate::store::memberships::{self, Filter, Member};
use crate::store::messages::{self, MessageRow};
use crate::store::patrol_ends::{self, PatrolEnd};
use crate::store::persons::{self, Person};
use crate::store::sessions::{self, Session};
use crate::store::shifts::{self, ShiftRow};

/// How many check-ins are read at once.
const AT_ONCE: i64 = 500;

/// Everything about one person.
#[derive(Debug)]
pub struct Everything {
    /// The account.
    pub person: Person,
    /// Every membership, ended ones too.
    pub memberships: Vec<Member>,
    /// Every answer to a consent text.
    pub consents: Vec<Consent>,
    /// Every session.
    pub sessions: Vec<Session>,
    /// Every shift.
    pub shifts: Vec<ShiftRow>,
    /// Every check-in, with what was said about it.
    pub check_ins: Vec<Shown>,
    /// The positions that are still kept.
    pub positions: Vec<StoredPosition>,
    /// Every correction about or by the person.
    pub corrections: Vec<Correction>,
    /// Every word that ended a patrol round.
    pub patrol_ends: Vec<PatrolEnd>,
    /// Every alarm that the person raised, with where the phone was as far as that is kept.
    pub alarms: Vec<(AlarmRow, Option<AlarmPosition>)>,
    /// Every hazard that the person reported, likewise.
    pub hazards: Vec<(HazardRow, Option<HazardPosition>)>,
    /// Every photo that the person added to one.
    pub hazard_photos: Vec<HazardPhotoRow>,
    /// Every inspection that the person made, with the answers.
    pub inspections: Vec<(InspectionRow, Vec<InspectionAnswerRow>)>,
    /// Every alert that the person was told in the app.
    pub messages: Vec<MessageRow>,
    /// The devices that the person used.
    pub devices: Vec<DevicePerson>,
}

/// Reads everything about the actor, and writes down that it was read.
///
/// # Errors
/// Those of the database.
pub fn everything(app: &App, actor: &Actor) -> Result<Everything> {
    let check_ins = every_check_in(app, actor)?;
    let (own, now) = (actor.person, app.clock.now());
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let home = memberships::home(tx, own)?;
        let subject = Some(("person", own.to_string()));
        let event = Event { action: "account.export", organization: home.as_ref(), subject, details: json!({}) };
        audit::done(tx, actor, now, event)?;
        let inspected = inspections::of_person(tx, own)?;
        let mut answers = inspections::answers_of(tx, inspected.iter().map(|row| row.id).collect())?;
        let with_answers = |row: InspectionRow| {
            let given = answers.remove(&row.id).unwrap_or_default();
            (row, given)
        };
        let mut raised = Vec::new();
        for row in alarms::of_person(tx, own)? {
            let at = alarms::position_of(tx, row.id)?;
            raised.push((row, at));
        }
        let reported = hazards::of_person(tx, own)?;
        let places = hazard_positions::of(tx, reported.iter().map(|row| row.id).collect())?;
        let with_place = |row: HazardRow| {
            let at = places.get(&row.id).copied();
            (row, at)
        };
        Ok(Everything {
            person: persons::find(tx, own)?,
            memberships: memberships::list(tx, &Filter { person: Some(own), ..Filter::default() }, None, 500)?,
            consents: consents::of_person(tx, own)?,
            sessions: sessions::of_person(tx, own)?,
            shifts: shifts::all_of_person(tx, own)?,
            check_ins,
            positions: check_ins::positions_of(tx, own)?,
            corrections: corrections::of_person(tx, own)?,
            patrol_ends: patrol_ends::of_person(tx, own)?,
            alarms: raised,
            hazards: reported.into_iter().map(with_place).collect(),
            hazard_photos: hazard_photos::of_person(tx, own)?,
            inspections: inspected.into_iter().map(with_answers).collect(),
            messages: messages::of_person(tx, own, None, i64::MAX)?,
            devices: check_ins::devices_of(tx, own)?,
        })
    })
}

fn every_check_in(app: &App, actor: &Actor) -> Result<Vec<Shown>> {
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let part = view::own(app, actor, after, AT_ONCE)?;
        let Some(last) = part.last() else { return Ok(found) };
        after = Some((last.row.at, last.row.id));
        found.extend(part);
    }
}
