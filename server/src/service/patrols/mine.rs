//! What an officer has to walk today: all that the phone needs to lead a round, also without a network.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::facts::{PointView, load};
use super::month::{months_of, widened};
use crate::domain::id::{OrganizationId, PatrolRouteId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{DocumentRound, MonthSum, PatrolDocument, RoundsSum, RouteSettings, WALKERS, month_end};
use crate::domain::scope::Scope;
use crate::domain::words::{OrganizationKind, Role};
use crate::problem::{Problem, Result};
use crate::service::rules::today;
use crate::service::{Actor, App};
use crate::store::Read;
use crate::store::memberships::{self, Filter, MembershipState};
use crate::store::organizations::{self, Organization, Seen};
use crate::store::patrol_routes::{self, PatrolRouteRow};

/// How many memberships of a person are looked at.
const MOST_MEMBERSHIPS: i64 = 100;

/// A route that somebody walks.
#[derive(Debug, Clone)]
pub struct MyRoute {
    /// Whose route.
    pub station: Organization,
    /// The route as it is today.
    pub row: PatrolRouteRow,
    /// Its settings.
    pub settings: RouteSettings,
    /// Today, by the station's clock.
    pub date: NaiveDate,
    /// What today's rounds follow from.
    pub document: PatrolDocument,
    /// Everybody's rounds today.
    pub sum: RoundsSum,
    /// This month, where the route is asked for by the month.
    pub month: Option<MonthSum>,
    /// The points, in the order of the route.
    pub points: Vec<PointView>,
    /// One's own rounds today, by their beginning.
    pub mine: Vec<DocumentRound>,
}

/// The roles that somebody holds in a station and that walk rounds; empty for none.
pub(super) fn walking_roles(
    read: &mut impl Read,
    actor: &Actor,
    station: Option<OrganizationId>,
) -> Result<Vec<(OrganizationId, Role)>> {
    let filter = Filter {
        person: Some(actor.person),
        organization: station,
        state: Some(MembershipState::Active),
        ..Filter::default()
    };
    let held = memberships::list(read, &filter, None, MOST_MEMBERSHIPS)?;
    let at_stations = held.into_iter().filter(|member| member.organization_kind == OrganizationKind::Station);
    let walks = at_stations.filter_map(|member| Some((member.membership.organization_id, member.membership.role?)));
    Ok(walks.filter(|(_, role)| WALKERS.contains(role)).collect())
}

/// The routes that the actor walks today, by station and name, and the moment at which that was so.
///
/// # Errors
/// Those of the database.
pub fn list(app: &App, actor: &Actor) -> Result<(Moment, Vec<MyRoute>)> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let mut mine = Vec::new();
        let roles = walking_roles(read, actor, None)?;
        let ids: Vec<OrganizationId> = roles.iter().map(|(station, _)| *station).collect();
        for station in organizations::find_all(read, &ids)? {
            let held: Vec<Role> = roles.iter().filter(|(id, _)| *id == station.id).map(|(_, role)| *role).collect();
            mine.extend(of_station(app, read, actor, &station, &held)?);
        }
        Ok((app.clock.now(), mine))
    })
}

fn of_station(
    app: &App,
    read: &mut impl Read,
    actor: &Actor,
    station: &Organization,
    held: &[Role],
) -> Result<Vec<MyRoute>> {
    let date = today(app, station)?;
    let rows = patrol_routes::valid_between(read, &Seen::rows(std::slice::from_ref(station)), date, Some(date))?;
    let mine: Vec<PatrolRouteRow> = rows.into_iter().filter(|row| walks(row, actor, held)).collect();
    // Of a month, the rows that held earlier count too.
    let (first, last) = widened(&mine, (date, date), date);
    let seen = Seen::rows(std::slice::from_ref(station));
    let mut all = patrol_routes::valid_between(read, &seen, first, Some(month_end(date)))?;
    all.retain(|row| mine.iter().any(|one| one.id == row.id));
    let mut found = load(app, read, station, &all, (first, last))?;
    let days = std::mem::take(&mut found.days);
    let month = |id: PatrolRouteId| {
        let rows: Vec<PatrolRouteRow> = all.iter().filter(|row| row.id == id).cloned().collect();
        months_of(days.iter().filter(|day| day.row.id == id), &rows, date).pop()
    };
    let months: HashMap<PatrolRouteId, MonthSum> =
        mine.iter().filter_map(|row| Some((row.id, month(row.id)?))).collect();
    let me = actor.person.to_string();
    let today = days.into_iter().filter(|day| day.date == date);
    Ok(today
        .map(|day| MyRoute {
            station: station.clone(),
            points: found.points(&day.settings),
            mine: day.rounds.rounds.iter().filter(|round| round.person_id == me).cloned().collect(),
            sum: day.rounds.sum,
            month: months.get(&day.row.id).copied(),
            row: day.row,
            settings: day.settings,
            date,
            document: day.document,
        })
        .collect())
}

/// Whether the actor walks a route, holding these roles in its station.
pub(super) fn walks(row: &PatrolRouteRow, actor: &Actor, held: &[Role]) -> bool {
    let Ok(settings) = row.settings() else { return false };
    held.iter().any(|role| settings.walked_by(actor.person, *role))
}
