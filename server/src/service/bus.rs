//! News within this process, told after the commit that made it: "something about this school changed".

use tokio::sync::broadcast;

use crate::domain::id::OrganizationId;

/// How many pieces of news wait for a slow listener before it is told that it missed some.
const BACKLOG: usize = 4096;

/// Tells and hears news.
#[derive(Clone)]
pub struct Bus(broadcast::Sender<OrganizationId>);

impl Default for Bus {
    fn default() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }
}

impl Bus {
    /// Tells that something about a school changed: evidence, rules, shifts, its day. Call it after the commit.
    pub fn school_changed(&self, school: OrganizationId) {
        // Nobody listening is no error.
        let _ = self.0.send(school);
    }

    /// Hears the news from now on. A listener that falls behind gets `Lagged` and should look at everything afresh.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<OrganizationId> {
        self.0.subscribe()
    }
}
