//! Puts the county into the database: organizations, people, places, rules.

mod organizations;
mod people;
pub(super) mod places;
mod rules;

use chrono::NaiveDate;

use super::world::{World, minute};
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::service::{App, passwords};

pub(super) use places::Places;

/// The password of everybody in the county.
pub(super) const PASSWORD: &str = "huxue-demo-2026";

/// Sets the county up as of a date, in one transaction. People are asked for from `first` on, so that no earlier day has gaps.
///
/// # Errors
/// Those of the database.
pub(super) fn set_up(app: &App, world: &World, date: NaiveDate, first: NaiveDate) -> Result<Places> {
    let begun = minute(date, 9 * 60);
    // One hash serves everybody: it takes its time on purpose.
    let hash = passwords::hash(PASSWORD)?;
    let keys = app.code_keys();
    app.store.write::<_, Problem>(&Scope::Everything, |tx| {
        organizations::insert(tx, world, begun)?;
        people::insert(tx, world, &hash, begun)?;
        let places = places::insert(tx, world, &keys, begun)?;
        rules::insert(tx, world, first, begun)?;
        Ok(places)
    })
}
