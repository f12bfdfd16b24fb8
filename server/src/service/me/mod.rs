//! One's own account.

mod deletion;
mod export;

use serde_json::json;

use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::store::memberships::{self, Filter, Member};
use crate::store::persons;
pub use crate::store::persons::Person;

use super::audit::{self, Event};
use super::{Actor, App};
pub use crate::store::alarms::{AlarmPosition, AlarmRow};
pub use crate::store::check_ins::StoredPosition;
pub use crate::store::hazard_photos::HazardPhotoRow;
pub use crate::store::hazard_positions::HazardPosition;
pub use crate::store::hazards::HazardRow;
pub use crate::store::inspections::{InspectionAnswerRow, InspectionRow};
pub use crate::store::patrol_ends::PatrolEnd;
pub use crate::store::sessions::Session;
pub use deletion::delete;
pub use export::{Everything, everything};

/// The actor, and everything that they hold or asked for.
///
/// # Errors
/// Those of the database.
pub fn get(app: &App, actor: &Actor) -> Result<(Person, Vec<Member>)> {
    app.store.read(&Scope::Everything, |read| {
        let own = Filter { person: Some(actor.person), ..Filter::default() };
        Ok((persons::find(read, actor.person)?, memberships::list(read, &own, None, 500)?))
    })
}

/// Renames the actor, who is still at `version`.
///
/// # Errors
/// `stale`.
pub fn rename(app: &App, actor: &Actor, version: i32, name: &str) -> Result<(Person, Vec<Member>)> {
    let now = app.clock.now();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        persons::rename(tx, actor.person, version, name)?;
        let home = memberships::home(tx, actor.person)?;
        let subject = Some(("person", actor.person.to_string()));
        audit::done(
            tx,
            actor,
            now,
            Event { action: "person.rename", organization: home.as_ref(), subject, details: json!({}) },
        )
    })?;
    get(app, actor)
}

/// The rights that come with a membership, while it is in force.
#[must_use]
pub fn rights_of(member: &Member) -> &'static [Right] {
    member.membership.holding().map_or(&[], |holding| holding.rights())
}
