//! The directory: what the judging of check-ins knows by heart, so that the busiest hour of the day asks the database for
//! nothing but the check-ins themselves.
//!
//! It is made of parts (a person, a school, a school's day …) that are read when first needed. All parts belong to one
//! *generation* (see [`crate::store::generation`]): each is read together with the number, and when the number has moved on,
//! all are dropped. Nothing is judged by a directory that is out of date: the writer compares the generation inside the
//! transaction that records the check-in, and what was judged by an older one is judged again.
//!
//! A change therefore costs each person and school that checks in next one small read, and nobody else anything.

mod cells;
mod load;
mod parts;

use std::sync::{Arc, Mutex, PoisonError};

use cells::Cells;
pub use parts::{Checkpoint, DayPart, DayWindow, PersonPart, Post, SchoolPart, ShortSign};

use super::App;
use super::shared::Shared;
use crate::domain::id::{OrganizationId, PersonId};
use crate::domain::place::PlaceIndex;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::store::generation;

use chrono::NaiveDate;

/// A part that has to be read before the answer can be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// A person.
    Person(PersonId),
    /// The school of the checkpoint with that number.
    Number(u32),
    /// The sign with that short code.
    Short(String),
    /// A school.
    School(OrganizationId),
    /// A school's day.
    Day(OrganizationId, NaiveDate),
    /// The areas of the checkpoints of some schools.
    Areas(Arc<[OrganizationId]>),
}

/// Everything known at one generation.
#[derive(Default)]
pub struct Known {
    generation: i64,
    persons: Cells<PersonId, PersonPart>,
    numbers: Cells<u32, Option<OrganizationId>>,
    shorts: Cells<String, Option<ShortSign>>,
    schools: Cells<OrganizationId, Option<SchoolPart>>,
    days: Cells<(OrganizationId, NaiveDate), DayPart>,
    areas: Cells<Arc<[OrganizationId]>, PlaceIndex>,
}

impl Known {
    /// The generation that all of it belongs to.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// A person.
    ///
    /// # Errors
    /// [`Missing`] if it has to be read first; so for the other parts.
    pub fn person(&self, id: PersonId) -> Result<Arc<PersonPart>, Missing> {
        self.persons.get(&id).ok_or(Missing::Person(id))
    }

    /// The school of a checkpoint's number, if there is such a checkpoint.
    ///
    /// # Errors
    /// [`Missing`].
    pub fn school_of_number(&self, number: u32) -> Result<Option<OrganizationId>, Missing> {
        self.numbers.get(&number).map(|found| *found).ok_or(Missing::Number(number))
    }

    /// The sign of a short code, if there is one.
    ///
    /// # Errors
    /// [`Missing`].
    pub fn sign_of_short_code(&self, code: &str) -> Result<Arc<Option<ShortSign>>, Missing> {
        self.shorts.get(code).ok_or_else(|| Missing::Short(code.to_owned()))
    }

    /// A school, if there is one.
    ///
    /// # Errors
    /// [`Missing`].
    pub fn school(&self, id: OrganizationId) -> Result<Arc<Option<SchoolPart>>, Missing> {
        self.schools.get(&id).ok_or(Missing::School(id))
    }

    /// A school's day.
    ///
    /// # Errors
    /// [`Missing`].
    pub fn day(&self, school: OrganizationId, date: NaiveDate) -> Result<Arc<DayPart>, Missing> {
        self.days.get(&(school, date)).ok_or(Missing::Day(school, date))
    }

    /// The areas of some schools' checkpoints.
    ///
    /// # Errors
    /// [`Missing`].
    pub fn areas(&self, schools: &Arc<[OrganizationId]>) -> Result<Arc<PlaceIndex>, Missing> {
        self.areas.get(schools).ok_or_else(|| Missing::Areas(Arc::clone(schools)))
    }
}

/// The directory of this process.
#[derive(Default)]
pub struct Directory {
    known: Shared<Known>,
    /// Held while a part is read. At the start of a morning all of a school ask for it at once: one reads, the others find it.
    reading: Mutex<()>,
}

impl Directory {
    /// What is known now. Whoever holds it keeps to one generation.
    #[must_use]
    pub fn known(&self) -> Arc<Known> {
        self.known.get()
    }

    /// Reads a part that is missing, together with the generation; drops everything of an older one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn load(&self, app: &App, missing: &Missing) -> Result<()> {
        app.store.read::<_, Problem>(&Scope::Everything, |read| {
            let generation = generation::current(read)?;
            app.follow_keys(read)?;
            let years = app.years(read)?;
            load::load(read, &years, &self.at(generation), missing)
        })
    }

    /// Drops everything if the generation has moved on.
    ///
    /// # Errors
    /// Those of the database.
    pub fn refresh(&self, app: &App) -> Result<()> {
        let generation = app.store.read::<_, Problem>(&Scope::Everything, |read| {
            app.follow_keys(read)?;
            Ok(generation::current(read)?)
        })?;
        self.at(generation);
        Ok(())
    }

    fn at(&self, generation: i64) -> Arc<Known> {
        let known = self.known.get();
        if known.generation >= generation {
            return known;
        }
        self.known.set(Known { generation, ..Known::default() });
        self.known.get()
    }

    /// Answers from the directory, reading what is missing. It blocks; see [`Known`] for answers that need no reading.
    ///
    /// # Errors
    /// Those of the database.
    pub fn answer<T>(&self, app: &App, ask: impl Fn(&Known) -> Result<T, Missing>) -> Result<(i64, T)> {
        loop {
            let known = self.known();
            if let Ok(answer) = ask(&known) {
                return Ok((known.generation, answer));
            }
            let _reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
            if let Err(missing) = ask(&self.known()) {
                self.load(app, &missing)?;
            }
        }
    }
}
