//! A server of a test: on a free port, with a clock that the test moves.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use chrono::{DateTime, TimeDelta};
use huxue::config::Config;
use huxue::domain::moment::Moment;
use huxue::service::clock::Hand;
use huxue::service::{App, Clock, set_up};

use crate::actors::Actor;
use crate::database::{Backend, Database};
use crate::sms::SmsInbox;

/// Where the clock of each test starts: a Monday morning before school.
pub const MONDAY_MORNING: &str = "2026-11-23T06:50:00+08:00";

/// A server of its own over a database of its own.
pub struct TestApp {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    /// Moves the server's clock.
    pub clock: Hand,
    /// The application behind the server.
    pub app: Arc<App>,
    /// Its database.
    pub database: Database,
    /// The text messages that it sent.
    pub sms: SmsInbox,
    /// Where it keeps photos.
    pub photos: tempfile::TempDir,
    handle: actix_web::dev::ServerHandle,
    pub(crate) people: AtomicU32,
}

impl TestApp {
    /// Starts one; none where the database's program is missing, which is said.
    ///
    /// # Panics
    /// If the server does not start.
    pub async fn start(backend: Backend) -> Option<Self> {
        Self::start_with(backend, |_| ()).await
    }

    /// Starts one whose settings were adjusted.
    ///
    /// # Panics
    /// If the server does not start.
    pub async fn start_with(backend: Backend, adjust: impl FnOnce(&mut Config)) -> Option<Self> {
        Some(Self::start_over(Database::fresh(backend)?, 1, adjust).await)
    }

    /// Another server over the same database, with a clock of its own that starts where they all do.
    ///
    /// # Panics
    /// If the server does not start.
    pub async fn beside(&self) -> Self {
        Self::start_over(self.database.again(), 5_000, |_| ()).await
    }

    /// `people` numbers the people that it makes, so that two servers over one database make different ones.
    async fn start_over(database: Database, people: u32, adjust: impl FnOnce(&mut Config)) -> Self {
        let start = DateTime::parse_from_rfc3339(MONDAY_MORNING).expect("a time");
        let (clock, hand) = Clock::manual(Moment::from(start));
        let mut config = Config {
            listen: "127.0.0.1:0".to_owned(),
            database_url: database.url.clone(),
            database_connections: 4,
            workers: 1,
            ..Config::default()
        };
        let sms = SmsInbox::start().await;
        config.sms.url.clone_from(&sms.url);
        SmsInbox::BODY.clone_into(&mut config.sms.body);
        let photos = tempfile::tempdir().expect("a temporary folder");
        config.photos.store = photos.path().join("photos").display().to_string();
        adjust(&mut config);
        let app =
            tokio::task::spawn_blocking(move || App::start(config, clock)).await.expect("it runs").expect("it starts");
        let app = Arc::new(app);
        let (address, handle) = serve(Arc::clone(&app)).await;
        Self { address, clock: hand, app, database, sms, photos, handle, people: AtomicU32::new(people) }
    }

    /// Lets time pass on the server's clock.
    pub fn pass(&self, span: TimeDelta) {
        self.clock.advance(span);
    }

    /// The first administrator, of a bureau made with them; signed in.
    ///
    /// # Panics
    /// If they cannot be made.
    pub async fn administrator(&self) -> Actor {
        let app = Arc::clone(&self.app);
        let made =
            move || set_up::first_administrator(&app, "示范县教育局", "管理员", "13800000000", "correct horse battery");
        tokio::task::spawn_blocking(made).await.expect("it runs").expect("it is made");
        Actor::sign_in(self, "13800000000", "correct horse battery").await
    }

    /// Somebody who is not signed in.
    #[must_use]
    pub fn stranger(&self) -> Actor {
        Actor::stranger(self)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

/// The server lives on a thread of its own: actix wants its own runtime.
async fn serve(app: Arc<App>) -> (String, actix_web::dev::ServerHandle) {
    let (tell, told) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let running = huxue::http::start(app).expect("it binds");
            let _ = tell.send((format!("http://{}", running.address), running.handle.clone()));
            running.server.await
        })
    });
    told.await.expect("it starts")
}
