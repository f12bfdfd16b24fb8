//! Alarms as they are read: by whoever raised them, was told, or answers for the school.

use std::collections::{BTreeSet, HashMap};

use crate::domain::alarm::AlarmState;
use crate::domain::id::{AlarmId, OrganizationId, PersonId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::alerts::told_of;
use crate::service::coverage::roll_up::schools_of;
use crate::service::{Actor, App};
pub use crate::store::alarms::{AlarmPosition, AlarmRow, AlarmStepRow};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::{Read, alarms, alerts, checkpoints, persons};

/// An alarm with all that is shown of it.
#[derive(Debug, Clone)]
pub struct AlarmView {
    /// The alarm.
    pub row: AlarmRow,
    /// The school.
    pub school: String,
    /// The post, if it is known.
    pub post: Option<String>,
    /// Who asks for help.
    pub person: String,
    /// Their phone number, for those who may help, until it is over.
    pub phone: Option<String>,
    /// Where it stands.
    pub state: AlarmState,
    /// What was done, each with who did it.
    pub steps: Vec<(AlarmStepRow, String)>,
    /// Where the phone was; only for those who may help.
    pub position: Option<AlarmPosition>,
    /// Whether the reader may take the steps other than withdrawing it.
    pub handles: bool,
    /// How many people were told, and how many of them have read it.
    pub reached: (usize, usize),
}

/// The alarms of a school, or of all schools below a bureau or of a station; the latest first.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn list(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    (after, limit): (Option<(Moment, AlarmId)>, i64),
) -> Result<Vec<AlarmView>> {
    let organization = actor.require(app, Right::ReadEvidence, id)?;
    let schools = schools_of(app, &actor.scope(Right::ReadEvidence), &organization)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let rows = alarms::list(read, &Seen::rows(&schools), after, limit)?;
        rows.into_iter().map(|row| view(read, actor, row)).collect()
    })
}

/// An alarm that one raised, was told of, or that was raised at a school whose evidence one may read.
///
/// # Errors
/// `not_found`, `forbidden`.
pub fn get(app: &App, actor: &Actor, id: AlarmId) -> Result<AlarmView> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let row = alarms::find(read, id)?.ok_or(Code::NotFound)?;
        let school = organizations::find(read, row.school_id)?;
        if row.person_id != actor.person && !can_handle(read, actor, &school, &row)? {
            actor.require_seen(Right::ReadEvidence, &school.path)?;
        }
        view(read, actor, row)
    })
}

/// An alarm that the actor may see.
pub(super) fn shown(app: &App, actor: &Actor, row: AlarmRow) -> Result<AlarmView> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| view(read, actor, row))
}

/// Whether the actor may see to an alarm: who was told of it, and who may change the school's day. Nobody sees to their own.
pub(super) fn can_handle(read: &mut impl Read, actor: &Actor, school: &Organization, row: &AlarmRow) -> Result<bool> {
    if row.person_id == actor.person {
        return Ok(false);
    }
    if actor.require_over(Right::ChangeDay, &school.path).is_ok() {
        return Ok(true);
    }
    let alert = alerts::find(read, row.alert_id)?;
    Ok(told_of(read, school, &alert)?.iter().any(|message| message.person_id == Some(actor.person)))
}

fn view(read: &mut impl Read, actor: &Actor, row: AlarmRow) -> Result<AlarmView> {
    let school = organizations::find(read, row.school_id)?;
    let steps = alarms::steps_of(read, vec![row.id])?;
    let state = AlarmState::after(steps.iter().map(|one| one.kind));
    let handles = can_handle(read, actor, &school, &row)?;
    let post = row.checkpoint_id.map(|id| checkpoints::ever(read, id)).transpose()?.map(|post| post.name);
    let person = persons::find(read, row.person_id)?;
    let people: BTreeSet<PersonId> = steps.iter().map(|one| one.person_id).collect();
    let names: HashMap<PersonId, String> = persons::names(read, people.into_iter().collect())?.into_iter().collect();
    let position = alarms::position_of(read, row.id)?.filter(|_| handles);
    let alert = alerts::find(read, row.alert_id)?;
    let told = told_of(read, &school, &alert)?;
    let in_app = || told.iter().filter(|one| one.channel_id.is_none() && one.person_id.is_some());
    let all: BTreeSet<PersonId> = in_app().filter_map(|one| one.person_id).collect();
    let read_by: BTreeSet<PersonId> =
        in_app().filter(|one| one.read_at.is_some()).filter_map(|one| one.person_id).collect();
    Ok(AlarmView {
        school: school.name,
        post,
        person: person.name,
        phone: person.phone.filter(|_| handles && !state.is_over()),
        state,
        steps: steps
            .into_iter()
            .map(|one| {
                let name = names.get(&one.person_id).cloned().unwrap_or_default();
                (one, name)
            })
            .collect(),
        position,
        handles: handles && !state.is_over(),
        reached: (all.len(), read_by.len()),
        row,
    })
}
