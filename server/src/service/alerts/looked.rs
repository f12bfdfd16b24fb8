//! What the round looks at: a school, a station or a bureau, as it was read.

use chrono::NaiveDate;

use crate::domain::alert::{AlertKind, Told};
use crate::domain::coverage::Second;
use crate::domain::id::PersonId;
use crate::domain::moment::Moment;
use crate::store::organizations::Organization;

/// An organization as it was read.
pub(super) trait Looked {
    /// Which.
    fn organization(&self) -> &Organization;
    /// What is wrong now.
    fn at(&mut self, now: Moment) -> Vec<Holds>;
    /// Whom an alert about a subject is about, if it is about somebody.
    fn person(&self, _subject: &str) -> Option<PersonId> {
        None
    }
    /// The duty leaders whom an alert about a subject concerns; none if none is planned.
    fn leaders(&self, _subject: &str) -> Vec<PersonId> {
        Vec::new()
    }
    /// Who is on post.
    fn on_post(&self) -> Vec<PersonId> {
        Vec::new()
    }
}

/// An alert that holds, with what is told of it.
pub(super) struct Holds {
    pub(super) kind: AlertKind,
    /// The day that it is about.
    pub(super) date: NaiveDate,
    pub(super) subject: String,
    pub(super) since: Second,
    pub(super) until: Second,
    pub(super) told: Told,
    /// Whom it is about; their name is told.
    pub(super) person: Option<PersonId>,
}
