//! What a station, or all stations of a bureau, walked from one date to another; and how long police could be seen at each school.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::facts::{RouteDay, load};
use super::month::{months_of, widened};
use crate::domain::coverage::{RoleSet, asks_nothing, presence};
use crate::domain::id::{OrganizationId, PatrolRouteId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{MonthSum, RoundsSum, month_end, month_of};
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::{Grade, OrganizationKind, Role};
use crate::problem::{Code, Problem, Result};
use crate::service::coverage::roll_up::schools_of;
use crate::service::coverage::shares::in_shares;
use crate::service::coverage::{DayFacts, load_days};
use crate::service::rules::{span, today};
use crate::service::{Actor, App};
use crate::store::Read;
use crate::store::organizations::{self, Filter, Organization, Seen};
use crate::store::patrol_routes::{self, PatrolRouteRow};

/// The longest span, days: all evidence of the time is read.
pub const MOST_DAYS: i64 = 31;

/// What was walked.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Whose stations.
    pub organization: Organization,
    /// Up to when the evidence was looked at.
    pub as_known_at: Moment,
    /// Routes, the most missed rounds first.
    pub routes: Vec<RouteSums>,
    /// Schools, the most missed rounds first, then those where police were seen least.
    pub schools: Vec<SchoolSums>,
}

/// A route over some days.
#[derive(Debug, Clone)]
pub struct RouteSums {
    /// The route.
    pub id: PatrolRouteId,
    /// Its latest name.
    pub name: String,
    /// Whose.
    pub station_id: OrganizationId,
    /// Over all days.
    pub sum: RoundsSum,
    /// Each day on which it held.
    pub days: Vec<(NaiveDate, RoundsSum)>,
    /// The months that these days belong to, in whole, where it is asked for by the month.
    pub months: Vec<MonthSum>,
}

/// A school over some days: a round counts for each school at which its route has a point.
#[derive(Debug, Clone)]
pub struct SchoolSums {
    /// The school.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Over all days.
    pub sum: RoundsSum,
    /// The seconds of its windows.
    pub window_seconds: i64,
    /// Those of them in which police were seen there.
    pub police_seconds: i64,
    /// Each day.
    pub days: Vec<SchoolDaySums>,
}

/// A school on a day.
#[derive(Debug, Clone)]
pub struct SchoolDaySums {
    /// The day.
    pub date: NaiveDate,
    /// The rounds.
    pub sum: RoundsSum,
    /// The seconds of its windows that have passed.
    pub window_seconds: i64,
    /// Those of them in which police were seen there.
    pub police_seconds: i64,
}

/// The rounds of a station, or of all stations below a bureau, on the days from `from` to `to` that have come.
///
/// # Errors
/// `not_found`, also for a school; `forbidden`; `range_too_long`; `invalid_field` beyond [`MOST_DAYS`].
pub fn summary(app: &App, actor: &Actor, id: OrganizationId, (from, to): (NaiveDate, NaiveDate)) -> Result<Summary> {
    let organization = actor.require(app, Right::ReadCoverage, id)?;
    if organization.kind == OrganizationKind::School {
        return Err(Code::NotFound.into());
    }
    span(from, to)?;
    if (to - from).num_days() >= MOST_DAYS {
        return Err(Problem::invalid("to", format!("at most {MOST_DAYS} days / 最多 {MOST_DAYS} 天")));
    }
    let scope = actor.scope(Right::ReadCoverage);
    let ids = |found: Vec<Organization>| found.into_iter().map(|one| one.id).collect::<Vec<OrganizationId>>();
    let stations = ids(stations_of(app, &scope, &organization)?);
    let schools = ids(schools_of(app, &scope, &organization)?);
    let today = today(app, &organization)?;
    let (to, as_known_at) = (to.min(today), app.clock.now());
    let (mut routes, mut of_school) = (Vec::new(), OfSchool::new());
    if to < from {
        return Ok(Summary { organization, as_known_at, routes, schools: Vec::new() });
    }
    for (some, at) in in_shares(&stations, |share| by_station(app, share, (from, to), today))? {
        routes.extend(some);
        at.into_iter().for_each(|(place, sum)| of_school.entry(place).or_default().add(&sum));
    }
    routes.sort_by(|a, b| (Reverse(missed(a)), &a.name, a.id).cmp(&(Reverse(missed(b)), &b.name, b.id)));
    let shares = in_shares(&schools, |share| {
        app.store.read::<_, Problem>(&Scope::Everything, |read| by_school(app, read, share, (from, to), &of_school))
    })?;
    let mut schools: Vec<SchoolSums> = shares.into_iter().flatten().collect();
    schools.sort_by(|a, b| {
        // Shares compared crosswise, so that nothing is divided; without windows last.
        let less_police = (a.police_seconds * b.window_seconds).cmp(&(b.police_seconds * a.window_seconds));
        let with_windows = (a.window_seconds == 0).cmp(&(b.window_seconds == 0));
        b.sum.missed.cmp(&a.sum.missed).then(with_windows).then(less_police).then_with(|| a.name.cmp(&b.name))
    });
    Ok(Summary { organization, as_known_at, routes, schools })
}

/// Rounds at a school on a day.
type OfSchool = HashMap<(OrganizationId, NaiveDate), RoundsSum>;

fn missed(route: &RouteSums) -> u32 {
    route.months.iter().fold(route.sum.missed, |sum, month| sum.saturating_add(month.missed))
}

/// The routes of some stations, and what was walked at which school.
fn by_station(
    app: &App,
    stations: &[OrganizationId],
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<(Vec<RouteSums>, OfSchool)> {
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let (mut routes, mut of_school) = (Vec::new(), OfSchool::new());
        for station in organizations::find_all(read, stations)? {
            let seen = Seen::rows(std::slice::from_ref(&station));
            let rows = patrol_routes::valid_between(read, &seen, month_of(from), Some(month_end(to)))?;
            let found = load(app, read, &station, &rows, widened(&rows, (from, to), today))?;
            for day in found.days.iter().filter(|day| from <= day.date && day.date <= to) {
                let at = day.settings.points.iter().filter_map(|point| found.checkpoints.get(&point.checkpoint_id));
                let at: BTreeSet<OrganizationId> = at.map(|one| one.school_id).collect();
                at.into_iter().for_each(|school| of_school.entry((school, day.date)).or_default().add(&day.rounds.sum));
            }
            routes.extend(by_route(&station, found.days, &rows, (from, to), today));
        }
        Ok((routes, of_school))
    })
}

fn stations_of(app: &App, scope: &Scope, organization: &Organization) -> Result<Vec<Organization>> {
    if organization.kind == OrganizationKind::Station {
        return Ok(vec![organization.clone()]);
    }
    let filter = Filter { kind: Some(OrganizationKind::Station), ..Filter::default() };
    let all = app.store.read(scope, |read| organizations::list(read, &filter, None, i64::MAX))?;
    Ok(all.into_iter().filter(|station| organization.path.covers(&station.path)).collect())
}

fn by_route(
    station: &Organization,
    days: Vec<RouteDay>,
    rows: &[PatrolRouteRow],
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Vec<RouteSums> {
    let mut by_id: BTreeMap<PatrolRouteId, Vec<RouteDay>> = BTreeMap::new();
    for day in days {
        by_id.entry(day.row.id).or_default().push(day);
    }
    let sums = |(id, days): (PatrolRouteId, Vec<RouteDay>)| {
        let rows: Vec<PatrolRouteRow> = rows.iter().filter(|row| row.id == id).cloned().collect();
        let months = months_of(days.iter(), &rows, today);
        let mut sums = RouteSums {
            id,
            name: String::new(),
            station_id: station.id,
            sum: RoundsSum::default(),
            days: Vec::new(),
            months,
        };
        for day in days.into_iter().filter(|day| from <= day.date && day.date <= to) {
            sums.name = day.settings.name;
            sums.sum.add(&day.rounds.sum);
            sums.days.push((day.date, day.rounds.sum));
        }
        // A route that held in the month but on none of these days is not asked about.
        if sums.days.is_empty() { None } else { Some(sums) }
    };
    by_id.into_iter().filter_map(sums).collect()
}

fn by_school(
    app: &App,
    read: &mut impl Read,
    ids: &[OrganizationId],
    (from, to): (NaiveDate, NaiveDate),
    rounds: &OfSchool,
) -> Result<Vec<SchoolSums>> {
    let years = app.years(read)?;
    let now = app.clock.now().seconds();
    let mut found: BTreeMap<OrganizationId, SchoolSums> = BTreeMap::new();
    for facts in load_days(read, &years, ids, from, to)? {
        let (window_seconds, police_seconds) = seen_police(&facts, now);
        let sum = rounds.get(&(facts.day.school, facts.day.date)).cloned().unwrap_or_default();
        let school = found.entry(facts.day.school).or_insert_with(|| SchoolSums {
            id: facts.day.school,
            name: facts.day.name.clone(),
            sum: RoundsSum::default(),
            window_seconds: 0,
            police_seconds: 0,
            days: Vec::new(),
        });
        school.sum.add(&sum);
        school.window_seconds += window_seconds;
        school.police_seconds += police_seconds;
        school.days.push(SchoolDaySums { date: facts.day.date, sum, window_seconds, police_seconds });
    }
    Ok(found.into_values().collect())
}

/// The seconds of the day's windows that have passed, and those in which police were seen; none on a day that asks nothing.
fn seen_police(facts: &DayFacts, now: i64) -> (i64, i64) {
    if asks_nothing(facts.day.plan.decision.kind) {
        return (0, 0);
    }
    let windows: Vec<(i64, i64)> =
        facts.day.plan.windows.iter().map(|w| (w.starts_at.timestamp(), w.ends_at.timestamp())).collect();
    let passed: Vec<(i64, i64)> = windows.into_iter().map(|(from, to)| (from, to.min(now))).collect();
    let police: RoleSet = [Role::Police, Role::TrafficPolice].into_iter().collect();
    presence(&facts.indexed().input, &passed, police, Grade::Likely)
}
