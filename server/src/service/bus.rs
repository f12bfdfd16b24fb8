//! News, told after the commit that made it: "something about this school changed". [`super::relay`] carries it to the other
//! servers on the same PostgreSQL.

use tokio::sync::{broadcast, watch};

use crate::domain::id::{OrganizationId, PersonId};

/// How many pieces of news wait for a slow listener before it is told that it missed some.
const BACKLOG: usize = 4096;

/// Tells and hears news, and the server's closing.
#[derive(Clone)]
pub struct Bus {
    news: broadcast::Sender<OrganizationId>,
    here: broadcast::Sender<OrganizationId>,
    people: broadcast::Sender<PersonId>,
    closing: watch::Sender<bool>,
}

impl Default for Bus {
    fn default() -> Self {
        Self {
            news: broadcast::channel(BACKLOG).0,
            here: broadcast::channel(BACKLOG).0,
            people: broadcast::channel(BACKLOG).0,
            closing: watch::channel(false).0,
        }
    }
}

impl Bus {
    /// Tells that something about a school changed: evidence, rules, shifts, its day. Call it after the commit.
    pub fn school_changed(&self, school: OrganizationId) {
        // Nobody listening is no error.
        let _ = self.news.send(school);
        let _ = self.here.send(school);
    }

    /// Passes on news of another server's commit.
    pub fn changed_elsewhere(&self, school: OrganizationId) {
        let _ = self.news.send(school);
    }

    /// Hears the news from now on. A listener that falls behind gets `Lagged` and should look at everything afresh.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<OrganizationId> {
        self.news.subscribe()
    }

    /// Hears the news of this server's own commits alone.
    #[must_use]
    pub fn listen_here(&self) -> broadcast::Receiver<OrganizationId> {
        self.here.subscribe()
    }

    /// Tells that somebody was told something in the app, or has read it. Call it after the commit.
    pub fn person_told(&self, person: PersonId) {
        let _ = self.people.send(person);
    }

    /// Hears from now on who was told something by this server.
    #[must_use]
    pub fn listen_people(&self) -> broadcast::Receiver<PersonId> {
        self.people.subscribe()
    }

    /// Tells that the server is about to stop: answers without an end are ended, so that they do not hold it up.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Turns true when the server is about to stop.
    #[must_use]
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }
}
