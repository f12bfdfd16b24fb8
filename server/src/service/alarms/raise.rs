//! Somebody asks for help.

use chrono::TimeDelta;
use serde_json::json;

use super::view::{AlarmView, shown};
use crate::domain::id::{AlarmId, CheckpointId, OrganizationId};
use crate::domain::place::Position;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::service::alerts::by_hand::{Asked, Help};
use crate::service::rules::note;
use crate::service::{Actor, App};
use crate::store::alarms::{self, AlarmPosition, AlarmRow};
use crate::store::{checkpoints, consents};

/// How long afterwards an alarm is taken: a phone without a network may bring it late. It says when it was raised.
const AT_MOST_BACK: TimeDelta = TimeDelta::days(1);

/// The longest note, characters.
const LONGEST_NOTE: usize = 200;

/// An alarm as the phone sends it.
#[derive(Debug, Clone)]
pub struct NewAlarm {
    /// Made by the phone: sent again, it is the same alarm.
    pub id: AlarmId,
    /// At which school.
    pub school: OrganizationId,
    /// At which of its posts, if it is known.
    pub checkpoint: Option<CheckpointId>,
    /// Milliseconds from the press to this sending.
    pub elapsed_ms: u64,
    /// Whether it is a drill.
    pub drill: bool,
    /// What they say; may be empty.
    pub note: String,
    /// Where the phone is, with the radius that holds the truth in 95 % of cases, metres. Kept only if the person agreed to that.
    pub position: Option<(Position, f64)>,
}

/// Raises an alarm. Sent again, it is the same one.
///
/// # Errors
/// `not_found` for a school where one holds nothing, or a post of another; `invalid_field`; `duplicate` if another alarm has that id.
pub fn raise(app: &App, actor: &Actor, new: &NewAlarm) -> Result<AlarmView> {
    let school = actor.require(app, Right::ReadCoverage, new.school)?;
    if school.kind != OrganizationKind::School {
        return Err(Code::NotFound.into());
    }
    let now = app.clock.now();
    let elapsed = i64::try_from(new.elapsed_ms).ok().and_then(TimeDelta::try_milliseconds);
    let Some(elapsed) = elapsed.filter(|elapsed| *elapsed <= AT_MOST_BACK) else {
        return Err(Problem::invalid("elapsed_ms", "pressed in the last 24 hours / 应在最近 24 小时内按下"));
    };
    let at = now.minus(elapsed);
    let text = new.note.trim();
    if text.chars().count() > LONGEST_NOTE {
        return Err(Problem::invalid("note", format!("at most {LONGEST_NOTE} characters / 最多 {LONGEST_NOTE} 字")));
    }
    let (raised, told) = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let post = new.checkpoint.map(|id| checkpoints::find(tx, id)).transpose()?;
        if post.as_ref().is_some_and(|post| post.school_id != school.id) {
            return Err(Code::NotFound.into());
        }
        if let Some(known) = alarms::find(tx, new.id)? {
            let same = (known.person_id, known.school_id, known.checkpoint_id, known.drill, known.note.as_str());
            let sent = (actor.person, school.id, new.checkpoint, new.drill, text);
            return if same == sent { Ok((known, Vec::new())) } else { Err(Code::Duplicate.into()) };
        }
        let help = Help::load(app, tx, &school, actor.person)?;
        let asked = Asked { id: new.id, person: actor.person, post: post.map(|post| post.name), at, drill: new.drill };
        let (alert, told) = help.raise(tx, &asked, now)?;
        let agreed = consents::may_locate(tx, actor.person)?;
        let position = new.position.filter(|_| agreed).map(|(position, accuracy_m)| AlarmPosition {
            alarm_id: new.id,
            lon: position.lon(),
            lat: position.lat(),
            accuracy_m,
        });
        let row = AlarmRow {
            id: new.id,
            school_id: school.id,
            checkpoint_id: new.checkpoint,
            person_id: actor.person,
            drill: new.drill,
            note: text.to_owned(),
            at,
            received_at: now,
            alert_id: alert.id,
        };
        alarms::insert(tx, &row, position.as_ref())?;
        let details = json!({ "at": at, "drill": new.drill, "checkpoint": new.checkpoint });
        note(app, tx, actor, &school, "alarm.raise", ("alarm", new.id.to_string()), details)?;
        Ok((row, told))
    })?;
    told.iter().filter_map(|row| row.person_id).for_each(|person| app.bus.person_told(person));
    shown(app, actor, raised)
}
