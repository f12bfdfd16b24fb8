//! What is to be walked: routes with their plans.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::json;

use super::{route, station};
use crate::domain::id::{CheckpointId, OrganizationId, PatrolRouteId, PersonId};
use crate::domain::patrol::{Per, PlanSpan, RoutePoint, RouteSettings, WALKERS};
use crate::domain::rights::Right;
use crate::domain::words::{Grade, Role};
use crate::problem::{Code, Problem, Result};
use crate::service::dated::{Begun, Dated, begin, first_date};
use crate::service::rules::{keepable, note, today};
use crate::service::{Actor, App};
use crate::store::memberships::{self, Filter, MembershipState};
use crate::store::organizations::{Organization, Seen};
pub use crate::store::patrol_routes::PatrolRouteRow;
use crate::store::{Read, Tx, checkpoints, patrol_routes, stations};

/// The most routes of a station that are in force or to come.
const MOST_ROUTES: usize = 100;

/// How many members of a station are looked at.
const MOST_MEMBERS: i64 = 2000;

impl Dated for PatrolRouteRow {
    fn school(&self) -> OrganizationId {
        self.station_id
    }
    fn validity(&self) -> (NaiveDate, Option<NaiveDate>) {
        (self.valid_from, self.valid_to)
    }
}

/// What to change of a route; what is none stays.
#[derive(Debug, Default)]
pub struct RoutePatch {
    /// Another name.
    pub name: Option<String>,
    /// Whether the order counts.
    pub ordered: Option<bool>,
    /// Another longest time, minutes.
    pub max_minutes: Option<u32>,
    /// Another grade.
    pub min_grade: Option<Grade>,
    /// Another greatest speed, metres a second.
    pub max_speed: Option<f64>,
    /// Other points.
    pub points: Option<Vec<RoutePoint>>,
    /// Another number of rounds.
    pub rounds: Option<u32>,
    /// In another time.
    pub per: Option<Per>,
    /// Other windows.
    pub windows: Option<Vec<PlanSpan>>,
    /// Whether days without school ask for nothing.
    pub school_days_only: Option<bool>,
    /// Other roles.
    pub roles: Option<Vec<Role>>,
    /// Other persons.
    pub persons: Option<Vec<PersonId>>,
    /// Another norm, or none.
    pub norm: Option<Option<String>>,
    /// From which date on; today unless given.
    pub effective_from: Option<NaiveDate>,
}

impl RoutePatch {
    fn apply(&self, old: RouteSettings) -> RouteSettings {
        RouteSettings {
            name: self.name.clone().unwrap_or(old.name),
            ordered: self.ordered.unwrap_or(old.ordered),
            max_minutes: self.max_minutes.unwrap_or(old.max_minutes),
            min_grade: self.min_grade.unwrap_or(old.min_grade),
            max_speed: self.max_speed.unwrap_or(old.max_speed),
            points: self.points.clone().unwrap_or(old.points),
            rounds: self.rounds.unwrap_or(old.rounds),
            per: self.per.unwrap_or(old.per),
            windows: self.windows.clone().unwrap_or(old.windows),
            school_days_only: self.school_days_only.unwrap_or(old.school_days_only),
            roles: self.roles.as_ref().map_or(old.roles, |roles| roles.iter().copied().collect()),
            persons: self.persons.clone().unwrap_or(old.persons),
            norm: self.norm.clone().unwrap_or(old.norm),
        }
    }
}

/// The routes of a station as they are today or will be later, by name.
///
/// # Errors
/// `not_found`, also for what is no station.
pub fn list(app: &App, actor: &Actor, id: OrganizationId) -> Result<Vec<PatrolRouteRow>> {
    let station = station(app, actor, Right::ReadSetUp, id)?;
    let today = today(app, &station)?;
    let seen = Seen::rows(&[station]);
    let scope = actor.scope(Right::ReadSetUp);
    Ok(app.store.read(&scope, |read| patrol_routes::valid_between(read, &seen, today, None))?)
}

/// A route as it is today: the row that holds, else the next one, else the last.
///
/// # Errors
/// `not_found`.
pub fn get(app: &App, actor: &Actor, id: PatrolRouteId) -> Result<PatrolRouteRow> {
    let (station, mut rows) = route(app, actor, Right::ReadSetUp, id)?;
    let today = today(app, &station)?;
    let held = rows.iter().position(|row| row.valid_to.is_none_or(|to| today < to));
    Ok(rows.swap_remove(held.unwrap_or(rows.len() - 1)))
}

/// Adds a route to a station, from today or a later date on.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `invalid_field`, `wrong_patrol_point`, `not_of_station`, `too_many_routes`.
pub fn create(
    app: &App,
    actor: &Actor,
    id: OrganizationId,
    settings: &RouteSettings,
    from: Option<NaiveDate>,
) -> Result<PatrolRouteRow> {
    let station = station(app, actor, Right::ManagePatrols, id)?;
    let today = today(app, &station)?;
    let valid_from = first_date(today, from)?;
    let empty = PatrolRouteRow::empty(PatrolRouteId::fresh(), station.id, valid_from, actor.person, app.clock.now());
    let row = empty.with(settings)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManagePatrols), |tx| {
        checked(tx, &station, settings)?;
        let seen = Seen::rows(std::slice::from_ref(&station));
        if patrol_routes::valid_between(tx, &seen, today, None)?.len() >= MOST_ROUTES {
            return Err(Code::TooManyRoutes.into());
        }
        patrol_routes::put(tx, &row)?;
        changed(app, tx, actor, &station, "patrol_route.add", &row)
    })?;
    Ok(row)
}

/// Edits a route that is still at `version`, from a date on. Rounds of the days before stand.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `date_in_past`, `rule_ended`, `invalid_field`, `wrong_patrol_point`, `not_of_station`.
pub fn edit(app: &App, actor: &Actor, id: PatrolRouteId, version: i32, patch: &RoutePatch) -> Result<PatrolRouteRow> {
    keepable("effective_from", patch.effective_from)?;
    let (station, _) = route(app, actor, Right::ManagePatrols, id)?;
    let today = today(app, &station)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManagePatrols), |tx| {
        patrol_routes::take(tx, id, version)?;
        let Begun { base, from, valid_to } = begin(patrol_routes::history(tx, id)?, today, patch.effective_from)?;
        let settings = patch.apply(base.settings()?);
        checked(tx, &station, &settings)?;
        let author_id = Some(actor.person);
        let row = PatrolRouteRow { valid_from: from, valid_to, author_id, created_at: app.clock.now(), ..base };
        let row = row.with(&settings)?;
        patrol_routes::end(tx, id, from)?;
        patrol_routes::put(tx, &row)?;
        changed(app, tx, actor, &station, "patrol_route.edit", &row)?;
        Ok(row)
    })
}

/// Ends a route that is still at `version` from a date on.
///
/// # Errors
/// `not_found`, `forbidden`, `stale`, `date_in_past`, `rule_ended`.
pub fn end(app: &App, actor: &Actor, id: PatrolRouteId, version: i32, from: Option<NaiveDate>) -> Result<()> {
    keepable("from", from)?;
    let (station, _) = route(app, actor, Right::ManagePatrols, id)?;
    let today = today(app, &station)?;
    app.store.write::<_, Problem>(&actor.scope(Right::ManagePatrols), |tx| {
        patrol_routes::take(tx, id, version)?;
        let Begun { base, from, .. } = begin(patrol_routes::history(tx, id)?, today, from)?;
        patrol_routes::end(tx, id, from)?;
        let row = PatrolRouteRow { valid_from: from, valid_to: Some(from), ..base };
        changed(app, tx, actor, &station, "patrol_route.end", &row)
    })
}

/// The settings are within bounds, the points lie at schools of the station, and the persons walk rounds there.
fn checked(read: &mut impl Read, station: &Organization, settings: &RouteSettings) -> Result<()> {
    settings.check().map_err(|(field, text)| Problem::invalid(field, text))?;
    let schools: HashSet<OrganizationId> =
        stations::schools(read, station.id)?.iter().map(|school| school.id).collect();
    let wanted: Vec<CheckpointId> = settings.points.iter().map(|point| point.checkpoint_id).collect();
    let found = checkpoints::ever_of(read, wanted.clone())?;
    let usable = |id: &CheckpointId| {
        found.iter().any(|one| one.id == *id && one.archived_at.is_none() && schools.contains(&one.school_id))
    };
    if let Some(wrong) = wanted.iter().find(|id| !usable(id)) {
        return Err(Problem::new(Code::WrongPatrolPoint).detail(wrong));
    }
    if settings.persons.is_empty() {
        return Ok(());
    }
    let of_station =
        Filter { organization: Some(station.id), state: Some(MembershipState::Active), ..Filter::default() };
    let members = memberships::list(read, &of_station, None, MOST_MEMBERS)?;
    let walks = |person: &PersonId| {
        let roles = members.iter().filter(|member| member.membership.person_id == *person);
        roles.filter_map(|member| member.membership.role).any(|role| WALKERS.contains(&role))
    };
    match settings.persons.iter().find(|person| !walks(person)) {
        Some(wrong) => Err(Problem::new(Code::NotOfStation).detail(wrong)),
        None => Ok(()),
    }
}

fn changed(
    app: &App,
    tx: &mut Tx,
    actor: &Actor,
    station: &Organization,
    action: &'static str,
    row: &PatrolRouteRow,
) -> Result<()> {
    let settings = row.settings()?;
    let details = json!({
        "name": settings.name, "valid_from": row.valid_from, "valid_to": row.valid_to, "points": settings.points.len(),
        "rounds": settings.rounds, "per": settings.per, "windows": settings.windows, "persons": settings.persons.len(),
    });
    note(app, tx, actor, station, action, ("patrol_route", row.id.to_string()), details)
}
