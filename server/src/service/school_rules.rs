//! The settings of a school that its figures depend on. An edit holds from a date on, so that past figures stand.

use chrono::NaiveDate;
use serde_json::json;

use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
pub use crate::domain::school_rules::SchoolRules;
use crate::domain::words::OrganizationKind;
use crate::problem::{Code, Problem, Result};
use crate::store::organizations::Organization;
use crate::store::school_rules::{self, SchoolRulesRow};

use super::audit::{self, Event};
use super::{Actor, App};

/// The settings that hold from a date on; none of the date for the defaults.
pub type Since = (Option<NaiveDate>, SchoolRules);

/// The settings in force today, and those that will come into force, by date.
///
/// # Errors
/// `not_found`, `forbidden`; [`Code::WrongKind`] for something that is no school.
pub fn get(app: &App, actor: &Actor, school: OrganizationId) -> Result<Vec<Since>> {
    let school = of_school(actor.require(app, Right::ReadSetUp, school)?)?;
    let today = today(&school, app.clock.now())?;
    app.store.read::<_, Problem>(&actor.scope(Right::ReadSetUp), |read| {
        let rows = school_rules::of_school(read, school.id)?;
        let (past, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.valid_from <= today);
        let now = past.last().map(since).transpose()?.unwrap_or((None, SchoolRules::default()));
        std::iter::once(Ok(now)).chain(coming.iter().map(since)).collect()
    })
}

/// Sets a school's settings from a date on, today or later.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`; [`Code::WrongKind`] for something that is no school.
pub fn set(
    app: &App,
    actor: &Actor,
    school: OrganizationId,
    from: Option<NaiveDate>,
    rules: SchoolRules,
) -> Result<Vec<Since>> {
    let place = of_school(actor.require(app, Right::ManageRules, school)?)?;
    rules.validate().map_err(|error| Problem::invalid(error.field, error))?;
    let now = app.clock.now();
    let today = today(&place, now)?;
    let valid_from = from.unwrap_or(today);
    if valid_from < today {
        return Err(Problem::invalid(
            "valid_from",
            "past figures stand: today or later / 过去的数据不变，须为今天或以后",
        ));
    }
    let number = |value: u32| i32::try_from(value).map_err(Problem::internal);
    let row = SchoolRulesRow {
        school_id: school,
        valid_from,
        hold_minutes: number(rules.hold_minutes)?,
        live_grace_seconds: number(rules.live_grace_seconds)?,
        sync_deadline_minute: number(rules.sync_deadline_minute)?,
        author_id: Some(actor.person),
        created_at: now,
    };
    app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        school_rules::put(tx, &row)?;
        let details = json!({ "valid_from": valid_from, "hold_minutes": row.hold_minutes,
            "live_grace_seconds": row.live_grace_seconds, "sync_deadline_minute": row.sync_deadline_minute });
        let subject = Some(("organization", school.to_string()));
        audit::done(
            tx,
            actor,
            now,
            Event { action: "school_rules.set", organization: Some(&place.path), subject, details },
        )
    })?;
    app.bus.school_changed(school);
    get(app, actor, school)
}

fn of_school(place: Organization) -> Result<Organization> {
    if place.kind == OrganizationKind::School { Ok(place) } else { Err(Code::WrongKind.into()) }
}

fn today(school: &Organization, now: Moment) -> Result<NaiveDate> {
    Ok(now.date_in(school.timezone.parse().map_err(Problem::internal)?))
}

fn since(row: &SchoolRulesRow) -> Result<Since> {
    Ok((Some(row.valid_from), row.rules()?))
}
