//! Positions are made coarse and deleted on schedule (DESIGN section 2, principle 6), while the check-ins stay.

use chrono::TimeDelta;

use crate::domain::id::CheckInId;
use crate::domain::retention::{Fate, PositionRule};
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::store::check_ins::{self, PositionAge};
use crate::store::{alarms, hazard_positions};

use super::App;

/// How many positions are looked at in one step, so that check-ins need not wait long for their turn.
const AT_ONCE: i64 = 2_000;

/// What a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// So many were made coarse.
    pub coarsened: usize,
    /// So many were deleted.
    pub deleted: usize,
}

/// Looks at every position once. Several servers may do it at the same time.
///
/// # Errors
/// Those of the database; what was done until then stays done.
pub fn sweep(app: &App) -> Result<Swept> {
    let mut swept = Swept::default();
    let mut after: Option<CheckInId> = None;
    loop {
        let ages = app.store.read(&Scope::Everything, |read| check_ins::position_ages(read, after, AT_ONCE))?;
        let Some(last) = ages.last() else { break };
        after = Some(last.check_in_id);
        let step = settle(app, &ages)?;
        swept = Swept { coarsened: swept.coarsened + step.coarsened, deleted: swept.deleted + step.deleted };
    }
    // Where somebody asked for help is of no use once it is over: it goes when others become coarse.
    let back = |days: u32| app.clock.now().minus(TimeDelta::days(i64::from(days)));
    let (old, oldest) = (back(app.config.position_coarsen_days), back(app.config.position_retention_days));
    // Where a hazard is helps until it is put right, which may take long.
    let gone = app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        Ok(alarms::delete_positions_before(tx, old)?.saturating_add(hazard_positions::delete_before(tx, oldest)?))
    })?;
    Ok(Swept { deleted: swept.deleted + gone, ..swept })
}

fn settle(app: &App, ages: &[PositionAge]) -> Result<Swept> {
    let now = app.clock.now();
    let rule = PositionRule {
        coarsen_days: app.config.position_coarsen_days,
        retention_days: app.config.position_retention_days,
    };
    let of = |wanted: Fate| -> Vec<CheckInId> {
        let due = ages.iter().filter(|age| rule.fate(age.received_at, age.coarsened_at.is_some(), now) == wanted);
        due.map(|age| age.check_in_id).collect()
    };
    let (coarsened, deleted) = (of(Fate::Coarsened), of(Fate::Deleted));
    if coarsened.is_empty() && deleted.is_empty() {
        return Ok(Swept::default());
    }
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        let coarsened = check_ins::coarsen_positions(tx, coarsened, now)?;
        Ok(Swept { coarsened, deleted: check_ins::delete_positions(tx, deleted)? })
    })
}
