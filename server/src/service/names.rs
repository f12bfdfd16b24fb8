//! The names of the people and posts that records speak of.

use std::collections::HashMap;

use super::App;
use crate::domain::id::{CheckpointId, PersonId};
use crate::domain::scope::Scope;
use crate::problem::Result;
use crate::store::corrections::Correction;
use crate::store::day_changes::DayChangeRow;
use crate::store::{Read, directory, persons};

/// Names by id.
#[derive(Debug)]
pub struct Names {
    /// Of people.
    pub people: HashMap<PersonId, String>,
    /// Of checkpoints, those put away too.
    pub checkpoints: HashMap<CheckpointId, String>,
}

impl Names {
    /// Those of corrections. Ask for corrections that the actor may see.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of_corrections(app: &App, rows: &[Correction]) -> Result<Self> {
        let people = rows.iter().flat_map(|row| [Some(row.person_id), Some(row.requested_by), row.decided_by]);
        let checkpoints = rows.iter().map(|row| row.checkpoint_id).collect();
        app.store.read(&Scope::Everything, |read| Self::load(read, people.flatten().collect(), checkpoints))
    }

    /// Those of one-off changes. Ask for changes that the actor may see.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of_changes(app: &App, rows: &[DayChangeRow]) -> Result<Self> {
        let people = rows.iter().flat_map(|row| [Some(row.author_id), row.withdrawn_by]);
        app.store.read(&Scope::Everything, |read| Self::load(read, people.flatten().collect(), Vec::new()))
    }

    fn load(read: &mut impl Read, mut people: Vec<PersonId>, mut checkpoints: Vec<CheckpointId>) -> Result<Self> {
        people.sort_unstable();
        people.dedup();
        checkpoints.sort_unstable();
        checkpoints.dedup();
        Ok(Self {
            people: persons::names(read, people)?.into_iter().collect(),
            checkpoints: directory::checkpoint_names(read, checkpoints)?.into_iter().collect(),
        })
    }
}
