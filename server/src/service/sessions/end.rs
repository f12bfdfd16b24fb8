//! One's own sessions: the list, and ending one, such as that of a lost phone.

use serde_json::json;

use crate::domain::id::SessionId;
use crate::domain::scope::Scope;
use crate::problem::{Code, Result};
use crate::service::audit::{self, Event};
use crate::service::{Actor, App};
use crate::store::memberships;
use crate::store::sessions::{self, Session};

/// The actor's own live sessions, the one used last first.
///
/// # Errors
/// Those of the database.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<Session>> {
    Ok(app.store.read(&Scope::Everything, |read| sessions::live_of(read, actor.person))?)
}

/// Ends one of the actor's own sessions. One that is over already is no problem.
///
/// # Errors
/// [`Code::NotFound`] if there is no such session, or it is somebody else's.
pub fn end(app: &App, actor: &Actor, id: SessionId) -> Result<()> {
    let now = app.clock.now();
    app.store.write(&Scope::Everything, |tx| {
        let session = sessions::find(tx, id)?;
        if session.person_id != actor.person {
            return Err(Code::NotFound.into());
        }
        if sessions::end(tx, id, "signed_out", now)? {
            let home = memberships::home(tx, actor.person)?;
            let subject = Some(("session", id.to_string()));
            let event = Event { action: "session.end", organization: home.as_ref(), subject, details: json!({}) };
            audit::done(tx, actor, now, event)?;
        }
        Ok(())
    })
}
