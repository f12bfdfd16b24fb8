//! Carries the bus's news between the servers on one PostgreSQL, so that a board shows within a second what another server
//! committed. News that is lost with a server costs a few seconds: boards look at the database by themselves as well.

use std::collections::BTreeSet;

use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;
use uuid::Uuid;

use super::App;
use crate::domain::id::OrganizationId;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::store::news::{self, Ear};

/// How many schools one notification names: it holds 8,000 bytes, a name takes 37.
const SCHOOLS_AT_ONCE: usize = 200;

/// One server's end of the line.
pub struct Relay {
    /// Marks what this server told, so that it is not heard as news.
    server: String,
    ear: Ear,
    own: Receiver<OrganizationId>,
}

impl Relay {
    /// Begins to listen; none on SQLite, where there is nobody else.
    ///
    /// # Errors
    /// Those of the database.
    pub fn open(app: &App) -> Result<Option<Self>> {
        let own = app.bus.listen_here();
        let ear = Ear::open(&app.store)?;
        Ok(ear.map(|ear| Self { server: Uuid::new_v4().to_string(), ear, own }))
    }

    /// Tells what changed here since the last turn and takes in what changed elsewhere; does not wait.
    ///
    /// # Errors
    /// Those of the database; open another one then.
    pub fn turn(&mut self, app: &App) -> Result<()> {
        let changed: Vec<OrganizationId> = self.changed_here().into_iter().collect();
        for schools in changed.chunks(SCHOOLS_AT_ONCE) {
            let names = schools.iter().map(|school| format!(" {school}"));
            let text = names.fold(self.server.clone(), |text, name| text + &name);
            app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(news::tell(tx, &text)?))?;
        }
        for text in self.ear.hear()? {
            let mut words = text.split(' ');
            if words.next() != Some(self.server.as_str()) {
                words.filter_map(|word| word.parse().ok()).for_each(|school| app.bus.changed_elsewhere(school));
            }
        }
        Ok(())
    }

    fn changed_here(&mut self) -> BTreeSet<OrganizationId> {
        let mut changed = BTreeSet::new();
        loop {
            match self.own.try_recv() {
                Ok(school) => drop(changed.insert(school)),
                Err(TryRecvError::Lagged(_)) => {}
                Err(TryRecvError::Empty | TryRecvError::Closed) => return changed,
            }
        }
    }
}
