//! What is asked of a school today and tomorrow. It is kept between rounds: news is mostly that somebody checked in, which changes none of it.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};

use crate::domain::id::OrganizationId;
use crate::problem::Result;
use crate::service::App;
use crate::service::school_day::{SchoolDay, load_range};
use crate::store::organizations::Organization;
use crate::store::{Read, generation};

/// How many schools are read at once.
const AT_ONCE: usize = 100;

/// Two days of a school.
pub(super) struct Asked {
    /// It holds while the generation is this.
    generation: i64,
    pub(super) day: SchoolDay,
    pub(super) next_day: SchoolDay,
}

impl Asked {
    /// Those of some schools at a date: what is known of them where it still holds, and the rest read.
    pub(super) fn of(
        app: &App,
        read: &mut impl Read,
        schools: &[Organization],
        date: NaiveDate,
        mut known: impl FnMut(OrganizationId) -> Option<Self>,
    ) -> Result<HashMap<OrganizationId, Self>> {
        // Read first: what is changed meanwhile is then read once more, never missed.
        let generation = generation::current(read)?;
        let holds = |asked: &Self| asked.generation == generation && asked.day.date == date;
        let mut all: HashMap<OrganizationId, Self> =
            schools.iter().filter_map(|school| Some((school.id, known(school.id).filter(holds)?))).collect();
        let ids = schools.iter().map(|school| school.id);
        let missing: Vec<OrganizationId> = ids.filter(|id| !all.contains_key(id)).collect();
        let years = app.years(read)?;
        for some in missing.chunks(AT_ONCE) {
            let mut days = load_range(read, &years, some, date, date + TimeDelta::days(1))?.into_iter();
            while let (Some(day), Some(next_day)) = (days.next(), days.next()) {
                all.insert(day.school, Self { generation, day, next_day });
            }
        }
        Ok(all)
    }
}
