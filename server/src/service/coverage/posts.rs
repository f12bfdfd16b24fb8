//! Each post on each day of a range: what a month looks like at a glance.

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::facts::load_days;
use super::figures::{DayFigures, figures_of};
use super::settle::{State, settle};
use super::view::{Names, check_range, needs_settling, school_of};
use crate::domain::id::OrganizationId;
use crate::domain::moment::Moment;
use crate::domain::rights::Right;
use crate::problem::{Problem, Result};
use crate::service::school_day::zone_of;
use crate::service::{Actor, App};
use crate::store::organizations::{Organization, Seen};
use crate::store::{Read, board_facts, coverage};

/// The figures of one day.
#[derive(Debug, Clone)]
pub struct PostsOfDay {
    /// The date.
    pub date: NaiveDate,
    /// Live or final.
    pub state: State,
    /// 0 while live.
    pub revision: i32,
    /// The figures.
    pub figures: DayFigures,
}

/// The days of a range.
#[derive(Debug, Clone)]
pub struct PostsByDay {
    /// The school's clock.
    pub zone: Tz,
    /// The moment up to which everything received is in the figures of a live day.
    pub now: Moment,
    /// One for each date that has come.
    pub days: Vec<PostsOfDay>,
    /// The names.
    pub names: Names,
}

/// The posts of a school from `from` to `to`, both included; days to come are left out.
///
/// # Errors
/// `not_found`, `forbidden`, `invalid_field` for a range that is too long or runs backwards.
pub fn posts(app: &App, actor: &Actor, school: OrganizationId, from: NaiveDate, to: NaiveDate) -> Result<PostsByDay> {
    let school = school_of(app, actor, school)?;
    check_range(from, to)?;
    let (now, zone) = (app.clock.now(), zone_of(&school.timezone)?);
    let to = to.min(now.date_in(zone));
    if needs_settling(app, &school, from, to)? {
        settle(app, &[school.id], from, to)?;
    }
    app.store.read::<_, Problem>(&actor.scope(Right::ReadCoverage), |read| {
        let seen = Seen::rows(std::slice::from_ref(&school));
        let names = Names {
            checkpoints: board_facts::checkpoint_names(read, &seen)?.into_iter().collect(),
            windows: board_facts::window_names_between(read, &seen, from, to)?.into_iter().collect(),
        };
        Ok(PostsByDay { zone, now, days: days(app, read, &school, from, to)?, names })
    })
}

fn days(
    app: &App,
    read: &mut impl Read,
    school: &Organization,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<PostsOfDay>> {
    let seen = Seen::rows(std::slice::from_ref(school));
    let stored = coverage::newest_between(read, &seen, from, to)?;
    let mut stored: HashMap<NaiveDate, coverage::Revision> = stored.into_iter().map(|row| (row.date, row)).collect();
    let years = app.years(read)?;
    let mut days = Vec::new();
    for date in from.iter_days().take_while(|date| *date <= to) {
        if let Some(row) = stored.remove(&date) {
            let (state, revision, figures) = (State::Final, row.revision, row.document.read()?);
            days.push(PostsOfDay { date, state, revision, figures });
        } else if let Some(facts) = load_days(read, &years, &[school.id], date, date)?.pop() {
            days.push(PostsOfDay { date, state: State::Live, revision: 0, figures: figures_of(&facts) });
        }
    }
    Ok(days)
}
