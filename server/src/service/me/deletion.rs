//! Leaving for good (PIPL article 47): what tells who somebody was goes, the evidence stays under a pseudonym.

use serde_json::json;

use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::domain::scope::Scope;
use crate::domain::words::{Office, ShiftState};
use crate::problem::{Code, Problem, Result};
use crate::service::audit::{self, Event};
use crate::service::passwords::{self, Proof};
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
use crate::store::memberships::{self, Filter, MembershipState};
use crate::store::{
    Tx, alarms, check_ins, generation, hazard_positions, organizations, persons, sessions, shifts, sms_codes,
};

/// Deletes the actor's account: ends memberships, sessions and shifts to come, and takes away name, phone number, password,
/// devices and positions. Consents stay, as the proof that there was one.
///
/// # Errors
/// `wrong_credentials`, `wrong_code`, `too_many_requests`; [`Code::LastAdministrator`] for the last one of a root.
pub fn delete(app: &App, actor: &Actor, proof: &Proof) -> Result<()> {
    let (person, phone) = passwords::proven(app, actor, proof)?;
    let now = app.clock.now();
    let schools = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        // Raised first: on PostgreSQL it makes two administrators wait who leave at the same time.
        generation::raise(tx)?;
        let home = memberships::home(tx, person.id)?;
        end_memberships(tx, person.id, now)?;
        let schools = cancel_shifts(tx, person.id, now)?;
        sessions::end_all(tx, person.id, None, "account_deleted", now)?;
        sessions::erase(tx, person.id)?;
        check_ins::delete_positions_of(tx, person.id)?;
        alarms::delete_positions_of(tx, person.id)?;
        hazard_positions::delete_of(tx, person.id)?;
        check_ins::forget_devices(tx, person.id)?;
        if let Some(phone) = &phone {
            sms_codes::forget(tx, phone.as_str())?;
        }
        persons::erase(tx, person.id, &pseudonym(person.id), now)?;
        let subject = Some(("person", person.id.to_string()));
        let event = Event { action: "account.delete", organization: home.as_ref(), subject, details: json!({}) };
        audit::done(tx, actor, now, event)?;
        Ok(schools)
    })?;
    schools.into_iter().for_each(|school| app.bus.school_changed(school));
    Ok(())
}

/// Tells people apart who left, and nothing else about them.
fn pseudonym(person: PersonId) -> String {
    let id = person.0.simple().to_string();
    format!("已注销 deleted {}", id.get(id.len().saturating_sub(6)..).unwrap_or_default())
}

fn end_memberships(tx: &mut Tx, person: PersonId, now: Moment) -> Result<()> {
    let own = Filter { person: Some(person), ..Filter::default() };
    for member in memberships::list(tx, &own, None, 500)? {
        let row = &member.membership;
        let active = row.state == MembershipState::Active;
        let rules = active && member.path.is_root() && row.office == Some(Office::Admin);
        if rules && memberships::active_admins(tx, row.organization_id)? == vec![row.id] {
            return Err(Code::LastAdministrator.into());
        }
        memberships::end(tx, row.id, now)?;
    }
    Ok(())
}

/// Nobody is expected any more who has left. Answers the schools where that changes today.
fn cancel_shifts(tx: &mut Tx, person: PersonId, now: Moment) -> Result<Vec<crate::domain::id::OrganizationId>> {
    let mut schools = Vec::new();
    for shift in shifts::all_of_person(tx, person)?.into_iter().filter(|shift| shift.state.stands()) {
        let school = organizations::find(tx, shift.school_id)?;
        if shift.date >= now.date_in(zone_of(&school.timezone)?) {
            shifts::turn(tx, shift.id, shift.state, ShiftState::Cancelled, shift.answered_at)?;
            schools.push(school.id);
        }
    }
    Ok(schools)
}
