//! What is asked of a station's routes on a day, and how much of it was begun: for whoever looks whether rounds are overdue.

use chrono::NaiveDate;

use super::facts::load;
use crate::domain::id::PatrolRouteId;
use crate::domain::patrol::Plan;
use crate::problem::Result;
use crate::service::App;
use crate::store::organizations::{Organization, Seen};
use crate::store::{Read, patrol_routes};

/// A route on a day.
pub(in crate::service) struct Asked {
    pub(in crate::service) id: PatrolRouteId,
    pub(in crate::service) name: String,
    pub(in crate::service) plan: Plan,
    /// Rounds that were walked, at whatever time, and rounds under way.
    pub(in crate::service) begun: u32,
}

/// The routes that ask for rounds on a day.
pub(in crate::service) fn asked(
    app: &App,
    read: &mut impl Read,
    station: &Organization,
    date: NaiveDate,
) -> Result<Vec<Asked>> {
    let seen = Seen::rows(std::slice::from_ref(station));
    let rows = patrol_routes::valid_between(read, &seen, date, Some(date))?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let days = load(app, read, station, &rows, (date, date))?.days;
    let asked = days.into_iter().map(|day| {
        let sum = &day.rounds.sum;
        let begun = [sum.late, sum.outside, sum.open].into_iter().fold(sum.done, u32::saturating_add);
        Asked { id: day.row.id, name: day.settings.name, plan: day.document.asked(), begun }
    });
    Ok(asked.filter(|route| route.plan.rounds > 0).collect())
}
