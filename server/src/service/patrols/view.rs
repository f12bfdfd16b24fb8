//! A route on a day: the rounds with their evidence, and the document from which anybody can recompute them.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use serde_json::json;

pub use super::facts::PointView;
use super::facts::{RouteDay, load};
use super::route;
use crate::domain::id::{PatrolRouteId, PersonId};
use crate::domain::patrol::{DocumentRound, PatrolDocument, PointState, RoundsSum};
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::{keepable, note};
use crate::service::{Actor, App};
use crate::store::organizations::Organization;
use crate::store::patrol_routes::PatrolRouteRow;
use crate::store::{Read, persons};

/// A route on a day, to be shown.
#[derive(Debug, Clone)]
pub struct RouteDayView {
    /// Whose route.
    pub station: Organization,
    /// The route as it held on that day.
    pub row: PatrolRouteRow,
    /// The evidence.
    pub document: PatrolDocument,
    /// Against the plan.
    pub sum: RoundsSum,
    /// What needs looking at first, then by their beginning.
    pub rounds: Vec<DocumentRound>,
    /// The points, in the order of the route.
    pub points: Vec<PointView>,
    /// The names of those who walked.
    pub people: HashMap<String, String>,
}

/// The rounds of a route on a day.
///
/// # Errors
/// `not_found`, also on a day on which the route did not hold; `forbidden`.
pub fn day(app: &App, actor: &Actor, id: PatrolRouteId, date: NaiveDate) -> Result<RouteDayView> {
    let (station, rows) = readable(app, actor, id, date)?;
    app.store.read::<_, Problem>(&Scope::Everything, |read| {
        let mut found = load(app, read, &station, &rows, (date, date))?;
        let RouteDay { row, settings, document, rounds, .. } = found.days.pop().ok_or(Code::NotFound)?;
        let points = found.points(&settings);
        let people = names(read, &rounds.rounds)?;
        let mut found = rounds.rounds;
        found.sort_by(|a, b| (plain(a), &a.opened_at, &a.person_id).cmp(&(plain(b), &b.opened_at, &b.person_id)));
        Ok(RouteDayView { station, row, document, sum: rounds.sum, rounds: found, points, people })
    })
}

/// The patrol document of a route on a day; the audit log says who exported it.
///
/// # Errors
/// `not_found`, also on a day on which the route did not hold; `forbidden`.
pub fn document(app: &App, actor: &Actor, id: PatrolRouteId, date: NaiveDate) -> Result<PatrolDocument> {
    let (station, rows) = readable(app, actor, id, date)?;
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let day = load(app, tx, &station, &rows, (date, date))?.days.pop().ok_or(Code::NotFound)?;
        let details = json!({ "date": date, "check_ins": day.document.check_ins.len() });
        note(app, tx, actor, &station, "patrol.export", ("patrol_route", id.to_string()), details)?;
        Ok(day.document)
    })
}

fn readable(
    app: &App,
    actor: &Actor,
    id: PatrolRouteId,
    date: NaiveDate,
) -> Result<(Organization, Vec<PatrolRouteRow>)> {
    keepable("date", date)?;
    route(app, actor, Right::ReadEvidence, id)
}

/// Whether nothing about a round needs looking at.
fn plain(round: &DocumentRound) -> bool {
    round.counts && round.points.iter().all(|point| point.state == PointState::Done && !point.out_of_order)
}

fn names(read: &mut impl Read, rounds: &[DocumentRound]) -> Result<HashMap<String, String>> {
    let people: BTreeSet<PersonId> = rounds.iter().filter_map(|round| round.person_id.parse().ok()).collect();
    let names = persons::names(read, people.into_iter().collect())?;
    Ok(names.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}
