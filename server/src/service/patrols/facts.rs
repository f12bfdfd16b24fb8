//! Routes on days, as the documents that rounds are computed from.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::document::{end_of, ends_of, plan_of, route_of, scan_of, scans, walkers};
use crate::domain::calendar::local_time::{day_span, instant};
use crate::domain::coverage::{DocumentSchool, asks_nothing};
use crate::domain::id::{CheckpointId, OrganizationId};
use crate::domain::moment::Moment;
use crate::domain::patrol::{PatrolDocument, RoundsDocument, RouteSettings, TimeOfDay};
use crate::problem::{Problem, Result};
use crate::service::App;
use crate::service::school_day::{bureau_days, zone_of};
use crate::store::check_ins::evidence_of;
use crate::store::checkpoints::{self, Checkpoint};
use crate::store::offices;
use crate::store::organizations::{self, Organization, Seen};
use crate::store::patrol_ends;
use crate::store::patrol_routes::PatrolRouteRow;
use crate::store::{Error, Read};

/// A route on a day.
#[derive(Debug, Clone)]
pub(super) struct RouteDay {
    /// The row that held on that day.
    pub(super) row: PatrolRouteRow,
    /// Its settings.
    pub(super) settings: RouteSettings,
    /// The day, by the station's clock.
    pub(super) date: NaiveDate,
    /// Whether it is a day on which the route is walked.
    pub(super) asks: bool,
    /// All that the rounds follow from.
    pub(super) document: PatrolDocument,
    /// The rounds.
    pub(super) rounds: RoundsDocument,
}

/// Routes on days, with the checkpoints of all of them and the names of their schools.
pub(super) struct RouteDays {
    pub(super) days: Vec<RouteDay>,
    pub(super) checkpoints: HashMap<CheckpointId, Checkpoint>,
    schools: HashMap<OrganizationId, String>,
}

/// A point of a route, to be shown.
#[derive(Debug, Clone)]
pub struct PointView {
    /// The checkpoint.
    pub id: CheckpointId,
    /// Its name.
    pub name: String,
    /// The school it stands at.
    pub school_id: OrganizationId,
    /// That school's name.
    pub school_name: String,
    /// Longitude, WGS-84 degrees.
    pub lon: f64,
    /// Latitude, WGS-84 degrees.
    pub lat: f64,
}

impl RouteDays {
    /// The points of a route, in its order.
    pub(super) fn points(&self, settings: &RouteSettings) -> Vec<PointView> {
        let found = settings.points.iter().filter_map(|point| self.checkpoints.get(&point.checkpoint_id));
        found
            .map(|one| PointView {
                id: one.id,
                name: one.name.clone(),
                school_id: one.school_id,
                school_name: self.schools.get(&one.school_id).cloned().unwrap_or_default(),
                lon: one.lon,
                lat: one.lat,
            })
            .collect()
    }
}

/// These routes of a station on each day from `from` to `to`, both included, on which they hold; by day, then in the order given.
/// Ask only for what the actor may see: the evidence is read wherever it lies.
pub(super) fn load(
    app: &App,
    read: &mut impl Read,
    station: &Organization,
    rows: &[PatrolRouteRow],
    (from, to): (NaiveDate, NaiveDate),
) -> Result<RouteDays> {
    let zone = zone_of(&station.timezone)?;
    let now = app.clock.now();
    let settings: Vec<RouteSettings> = rows.iter().map(PatrolRouteRow::settings).collect::<Result<_, Error>>()?;
    let points: BTreeSet<CheckpointId> = settings.iter().flat_map(|one| &one.points).map(|p| p.checkpoint_id).collect();
    let found = checkpoints::ever_of(read, points.into_iter().collect())?;
    let schools: BTreeSet<OrganizationId> = found.iter().map(|checkpoint| checkpoint.school_id).collect();
    let schools: Vec<OrganizationId> = schools.into_iter().collect();
    let checkpoints: HashMap<CheckpointId, Checkpoint> = found.into_iter().map(|one| (one.id, one)).collect();
    let years = app.years(read)?;
    let kinds = bureau_days(read, &years, &station.path, from, to)?;
    let span = |date| day_span(date, zone).ok_or_else(beyond);
    let (first, last): (Moment, Moment) = (span(from)?.0.into(), span(to)?.1.into());
    let mut evidence = evidence_of(read, &schools, first, last)?;
    evidence.sort_by_key(|row| (row.at, row.id));
    let members = offices::held_between(read, station.id, (first, last))?;
    let ends = patrol_ends::between(read, &Seen::rows(std::slice::from_ref(station)), first, last)?;
    let mut days = Vec::new();
    for (date, decision) in kinds {
        let (starts, over) = span(date)?;
        let (starts, over): (Moment, Moment) = (starts.into(), over.into());
        let held = rows.iter().zip(&settings).filter(|(row, _)| holds(row, date));
        for (row, settings) in held {
            let asked = !(settings.school_days_only && asks_nothing(decision.kind));
            let local = |time: TimeOfDay| instant(date.and_time(time.0), zone).ok_or_else(beyond);
            let document = PatrolDocument {
                format: PatrolDocument::FORMAT,
                station: DocumentSchool { id: station.id.to_string(), name: station.name.clone(), timezone: zone },
                date,
                as_known_at: now.in_zone(zone),
                day_ends_at: over.in_zone(zone),
                route: route_of(row, settings, &checkpoints, &local)?,
                plan: plan_of(settings, asked, &local)?,
                check_ins: scans(&evidence, settings, &walkers(&members, settings, starts, over), (starts, over))
                    .map(|scan| scan_of(scan, zone))
                    .collect(),
                ends: ends_of(&ends, row, starts, over).map(|end| end_of(end, zone)).collect(),
            };
            let rounds = RoundsDocument::of(&document);
            days.push(RouteDay { row: row.clone(), settings: settings.clone(), date, asks: asked, document, rounds });
        }
    }
    let schools = organizations::find_all(read, &schools)?.into_iter().map(|school| (school.id, school.name)).collect();
    Ok(RouteDays { days, checkpoints, schools })
}

pub(super) fn holds(row: &PatrolRouteRow, date: NaiveDate) -> bool {
    row.valid_from <= date && row.valid_to.is_none_or(|to| date < to)
}

pub(super) fn beyond() -> Problem {
    Problem::invalid("date", "it is beyond the dates that can be told / 超出可表示的日期")
}
