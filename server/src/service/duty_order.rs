//! The order of a window's duties, set as a whole from a date on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::json;

use super::dated::{begin, school_of};
use super::rules::{keepable, note, today};
use super::{Actor, App, windows};
use crate::domain::id::{DutyId, WindowId};
use crate::domain::rights::Right;
use crate::problem::{Code, Problem, Result};
use crate::store::duties::{self, DutyRow};
use crate::store::{Tx, stale_days, windows as rows};

/// Puts the duties of a window in an order, from `wanted` on or from today. What else is planned of them stays, and so do
/// figures of the days before. Answers the duties as they are from then on, in their new order.
///
/// # Errors
/// `not_found`, `forbidden`, `date_in_past`, `rule_ended`; [`Code::WrongDuties`] unless `order` names each duty that the window
/// has on that date or later, once.
pub fn set(
    app: &App,
    actor: &Actor,
    id: WindowId,
    order: &[DutyId],
    wanted: Option<NaiveDate>,
) -> Result<Vec<DutyRow>> {
    keepable("effective_from", wanted)?;
    let school = school_of(app, actor, Right::ManageRules, &windows::history(app, actor, id)?)?;
    let today = today(app, &school)?;
    let ordered = app.store.write::<_, Problem>(&actor.scope(Right::ManageRules), |tx| {
        let from = begin(rows::history(tx, id)?, today, wanted)?.from;
        let found: BTreeSet<DutyId> = duties::of_window(tx, id, from)?.iter().map(|row| row.id).collect();
        each_once(order, &found)?;
        let mut bases = BTreeMap::new();
        for duty in &found {
            bases.insert(*duty, begin(duties::history(tx, *duty)?, today, Some(from))?);
        }
        let places = places(bases.values().map(|begun| begun.base.position).collect());
        let mut ordered = Vec::with_capacity(order.len());
        for (duty, position) in order.iter().zip(places) {
            let Some(begun) = bases.remove(duty) else { continue };
            ordered.push(match begun.base.position == position {
                true => begun.base,
                false => moved(app, tx, actor, &begun.base, begun.from, position)?,
            });
        }
        stale_days::mark_from(tx, vec![school.id], from)?;
        let details = json!({ "duties": order, "valid_from": from });
        note(app, tx, actor, &school, "window.order_duties", ("window", id.to_string()), details)?;
        Ok(ordered)
    })?;
    app.bus.school_changed(school.id);
    Ok(ordered)
}

fn each_once(order: &[DutyId], found: &BTreeSet<DutyId>) -> Result<()> {
    let named: BTreeSet<DutyId> = order.iter().copied().collect();
    if named == *found && named.len() == order.len() {
        return Ok(());
    }
    let list = |ids: Vec<&DutyId>| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let (missing, strange) = (list(found.difference(&named).collect()), list(named.difference(found).collect()));
    let detail =
        format!("missing: [{missing}]; not of this window: [{strange}] / 缺少：[{missing}]；不属于该时段：[{strange}]");
    Err(Problem::new(Code::WrongDuties).field("duties").detail(detail))
}

/// The places that the duties have among all of the school, each one's own and as near as can be to those they had: duties
/// of other windows keep theirs.
fn places(mut held: Vec<i32>) -> Vec<i32> {
    held.sort_unstable();
    let mut least = i32::MIN;
    for place in &mut held {
        *place = least.max(*place);
        least = place.saturating_add(1);
    }
    held
}

/// Ends the row that holds on `from` and begins one with another place there; rows that begin later get that place too.
fn moved(app: &App, tx: &mut Tx, actor: &Actor, base: &DutyRow, from: NaiveDate, position: i32) -> Result<DutyRow> {
    duties::take(tx, base.id, base.version)?;
    let later: Vec<DutyRow> = duties::history(tx, base.id)?.into_iter().filter(|row| row.valid_from > from).collect();
    let (version, author_id, created_at) = (base.version + 1, Some(actor.person), app.clock.now());
    let row = DutyRow { valid_from: from, position, version, author_id, created_at, ..base.clone() };
    duties::end(tx, base.id, from)?;
    duties::put(tx, &row)?;
    for row in later {
        duties::insert(tx, &DutyRow { position, ..row })?;
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn places_stay_near_and_are_each_ones_own() {
        for (held, expected) in [
            (vec![], vec![]),
            (vec![3, 1, 7], vec![1, 3, 7]),
            (vec![0, 0, 0], vec![0, 1, 2]),
            (vec![5, 5, 6, 9], vec![5, 6, 7, 9]),
            (vec![-1, -1], vec![-1, 0]),
        ] {
            assert_eq!(places(held), expected);
        }
    }
}
