//! An officer's word that their round ends here.

use chrono::TimeDelta;
use serde_json::json;

use super::facts::holds;
use super::mine::{walking_roles, walks};
use super::route;
use crate::domain::id::{PatrolEndId, PatrolRouteId};
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::domain::scope::Scope;
use crate::domain::words::Role;
use crate::problem::{Code, Problem, Result};
use crate::service::rules::note;
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
use crate::store::patrol_ends;
pub use crate::store::patrol_ends::PatrolEnd;

/// How long afterwards such a word is taken: as long as a phone may have been without a network.
const AT_MOST_BACK: TimeDelta = TimeDelta::days(7);

/// By how much a phone's clock may be ahead.
const AT_MOST_AHEAD: TimeDelta = TimeDelta::minutes(2);

/// The longest reason, characters.
const LONGEST_REASON: usize = 500;

/// Keeps the word that one's round ended. Sent again, it is the same word.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field`; `not_of_station` for somebody who walks no rounds there; `duplicate` if another word
/// has that id.
pub fn end(
    app: &App,
    actor: &Actor,
    id: PatrolRouteId,
    end: PatrolEndId,
    at: Moment,
    reason: &str,
) -> Result<PatrolEnd> {
    let (station, rows) = route(app, actor, Right::CheckIn, id)?;
    let now = app.clock.now();
    if at > now.plus(AT_MOST_AHEAD) || at < now.minus(AT_MOST_BACK) {
        return Err(Problem::invalid("at", "it lies in the last 7 days / 应在最近 7 天内"));
    }
    let date = at.in_zone(zone_of(&station.timezone)?).date_naive();
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        let text = format!("1 to {LONGEST_REASON} characters / 请填写原因，最多 {LONGEST_REASON} 字");
        return Err(Problem::invalid("reason", text));
    }
    let row = PatrolEnd {
        id: end,
        station_id: station.id,
        route_id: id,
        person_id: actor.person,
        at,
        reason: reason.to_owned(),
        received_at: now,
    };
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let held: Vec<Role> = walking_roles(tx, actor, Some(station.id))?.into_iter().map(|(_, role)| role).collect();
        let row_then = rows.iter().find(|one| holds(one, date));
        let row_then =
            row_then.ok_or_else(|| Problem::invalid("at", "the route did not hold then / 该线路当时未启用"))?;
        if !walks(row_then, actor, &held) {
            return Err(Code::NotOfStation.into());
        }
        if let Some(known) = patrol_ends::find(tx, end)? {
            let same = PatrolEnd { received_at: known.received_at, ..row.clone() } == known;
            return if same { Ok(known) } else { Err(Code::Duplicate.into()) };
        }
        patrol_ends::insert(tx, &row)?;
        let details = json!({ "at": at, "reason": row.reason });
        note(app, tx, actor, &station, "patrol.end", ("patrol_route", id.to_string()), details)?;
        Ok(row)
    })
}
