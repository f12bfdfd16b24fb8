//! Everything a use case needs, made once at start.

use std::sync::Arc;
use std::time::Duration;

use crate::config::Config;
use crate::domain::code::key_set::KeySet;
use crate::domain::scope::Scope;
use crate::problem::{Problem, Result};
use crate::store::{self, Read, Store};

use super::Clock;
use super::alerts::send::Sender;
use super::bus::Bus;
use super::coverage::finalizer::Asked;
use super::directory::Directory;
use super::keys::Keys;
use super::limits::Limits;
use super::opening;
use super::photos::Photos;
use super::sms::Gateway;
use super::tokens::Tokens;
use super::writer::{Gathering, Writer};
use super::years::YearsInMemory;

/// The running application.
pub struct App {
    /// How it is set up.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// The time.
    pub clock: Clock,
    /// News of what changed.
    pub bus: Bus,
    /// The keys that sign.
    pub keys: Keys,
    /// Access tokens.
    pub tokens: Tokens,
    /// The State Council's notices.
    pub years: YearsInMemory,
    /// What the judging of check-ins knows by heart.
    pub directory: Directory,
    /// The way to the writer of check-ins.
    pub writer: Writer,
    /// How often somebody may try to sign in.
    pub limits: Limits,
    /// Sends text messages.
    pub sms: Gateway,
    /// The way out to channels.
    pub sender: Sender,
    /// Where photos are kept.
    pub photos: Photos,
    /// Final days that were asked for and are to be stored.
    pub asked: Asked,
}

impl App {
    /// Opens the database, brings it to this program's schema, and reads or makes the keys.
    ///
    /// # Errors
    /// `database_not_opened`, `database_read_only` or `database_too_new`, each with the database and the cause.
    pub fn start(config: Config, clock: Clock) -> Result<Self> {
        let (store, generation, ring) = opening::open(&config, &clock)?;
        let tokens = Tokens::new(&ring, config.access_token_seconds);
        let keys = Keys::new(generation, ring)?;
        let bus = Bus::default();
        let gathering = Gathering {
            rows: config.check_in_batch_rows,
            wait: Duration::from_micros(config.check_in_gather_micros),
            queue: config.check_in_queue,
        };
        let writer = Writer::start(store.clone(), bus.clone(), gathering)?;
        let limits = Limits::new(&config, &clock);
        let sms = Gateway::new(&config.sms).map_err(|sentence| Problem::internal(format!("sms: {sentence}")))?;
        let sender = Sender::new(config.private_channels).map_err(Problem::internal)?;
        let photos =
            Photos::new(&config.photos).map_err(|sentence| Problem::internal(format!("photos: {sentence}")))?;
        let (years, directory, asked) = (YearsInMemory::default(), Directory::default(), Asked::default());
        Ok(Self {
            config,
            store,
            clock,
            bus,
            keys,
            tokens,
            years,
            directory,
            writer,
            limits,
            sms,
            sender,
            photos,
            asked,
        })
    }

    /// Brings the keys in memory up to date, in a read or write that is under way.
    ///
    /// # Errors
    /// Those of the database.
    pub fn follow_keys(&self, read: &mut impl Read) -> Result<()> {
        if let Some(ring) = self.keys.follow(read)? {
            self.tokens.replace_keys(&ring);
        }
        Ok(())
    }

    /// The keys that sign and check codes, as of the last [`App::follow_keys`]; each request of somebody signed in
    /// begins with one.
    #[must_use]
    pub fn code_keys(&self) -> Arc<KeySet> {
        self.keys.codes()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// `database_unavailable`.
    pub fn check_database(&self) -> Result<()> {
        self.store.read(&Scope::Everything, |read| store::generation::current(read))?;
        Ok(())
    }
}
