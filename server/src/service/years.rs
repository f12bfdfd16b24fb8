//! The State Council's notices in memory: those that come with the program, and over them the imported ones.

use std::sync::{Arc, PoisonError, RwLock};

use crate::domain::calendar::holiday_cn;
use crate::domain::calendar::national::Years;
use crate::problem::{Problem, Result};
use crate::store::{Read, calendar, generation};

use super::App;

/// The notices as they were at a generation of the database.
#[derive(Default)]
pub struct YearsInMemory(RwLock<Option<(i64, Arc<Years>)>>);

impl App {
    /// The notices, as this read sees them. Within a write, ask before the first change.
    ///
    /// # Errors
    /// Those of the database.
    pub fn years(&self, read: &mut impl Read) -> Result<Arc<Years>> {
        let now = generation::current(read)?;
        if let Some((generation, years)) = &*self.years.0.read().unwrap_or_else(PoisonError::into_inner)
            && *generation == now
        {
            return Ok(Arc::clone(years));
        }
        let years = Arc::new(load(read)?);
        *self.years.0.write().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&years)));
        Ok(years)
    }
}

fn load(read: &mut impl Read) -> Result<Years> {
    let mut years = Years::built_in().clone();
    for row in calendar::years(read)? {
        years.load(holiday_cn::parse(&row.body).map_err(|error| Problem::internal(format!("{}: {error}", row.year)))?);
    }
    Ok(years)
}
