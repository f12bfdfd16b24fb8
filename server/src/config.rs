//! How the server is set up: a file, the environment (`HUXUE_*`), flags, each outweighing the one before. A key that is not
//! known is an error, so that a misspelt setting never passes in silence.

mod map;
mod photos;
mod sign_in;

use figment::Figment;
use figment::providers::{Env, Format as _, Serialized, Toml};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use std::path::Path;

use crate::domain::code::screen_code::ScreenClock;
pub use map::MapSettings;
pub use photos::PhotoSettings;
pub use sign_in::{SignInSettings, SmsSettings};

/// Variables that begin alike and are no settings: they steer the build and the tests, or name the file.
const NOT_SETTINGS: &[&str] = &["CONFIG", "PASSWORD", "TEST_REQUIRE", "WEB_DIST"];

/// Every setting, with its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The address to listen on.
    pub listen: String,
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// Connections of each pool.
    pub database_connections: u32,
    /// The address that phones reach; it is printed on signs.
    pub public_url: String,
    /// Whether links in QRs are all upper case: one version smaller, but not every scanner was tested with it.
    pub uppercase_url: bool,
    /// How long a screen shows one code, seconds.
    pub screen_step_seconds: NonZeroU32,
    /// Whether a proxy of ours stands in front, whose `Forwarded` or `X-Forwarded-For` names the caller.
    pub behind_proxy: bool,
    /// Threads that answer requests.
    pub workers: usize,
    /// How long a client may take to send a request, seconds: for its head, and then for its body.
    pub client_seconds: u64,
    /// How long an access token is good for, seconds.
    pub access_token_seconds: i64,
    /// How long a session may rest before it must sign in again, days.
    pub refresh_token_days: i64,
    /// Who may read /metrics from another machine: `Authorization: Bearer` with this token. Empty: this machine alone.
    pub metrics_token: String,
    /// A transaction of check-ins begins as soon as so many wait.
    pub check_in_batch_rows: usize,
    /// How long a transaction of check-ins waits for more of them, microseconds.
    pub check_in_gather_micros: u64,
    /// How many requests with check-ins may wait; beyond that they are refused with `busy`, and the phones keep them.
    pub check_in_queue: usize,
    /// Whether channels of alerts may lead to private addresses and go without TLS: for a network of one's own, never where schools
    /// share a server.
    pub private_channels: bool,
    /// Days until the position of a check-in is coarsened to about a kilometre; 0 means at once.
    pub position_coarsen_days: u32,
    /// Days until it is deleted; 0 means at once. The check-in stays.
    pub position_retention_days: u32,
    /// Requests per minute from one network address to what needs no session: codes, screens, invites. A school, or a whole
    /// mobile network, may share one. 0 is no limit.
    pub open_requests_per_minute_by_address: u32,
    /// How often somebody may try to sign in, and when an account is locked.
    pub sign_in: SignInSettings,
    /// The gateway that sends text messages.
    pub sms: SmsSettings,
    /// Where the desk's maps get their tiles.
    pub map: MapSettings,
    /// Where photos are kept.
    pub photos: PhotoSettings,
    /// What is logged, as `tracing` filters say it.
    pub log: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8350".to_owned(),
            database_url: "sqlite:huxue.db".to_owned(),
            database_connections: 8,
            public_url: "http://127.0.0.1:8350".to_owned(),
            uppercase_url: false,
            screen_step_seconds: ScreenClock::DEFAULT_STEP_SECONDS,
            behind_proxy: false,
            workers: 2,
            client_seconds: 20,
            access_token_seconds: 900,
            refresh_token_days: 90,
            metrics_token: String::new(),
            check_in_batch_rows: 256,
            check_in_gather_micros: 500,
            check_in_queue: 4096,
            private_channels: false,
            position_coarsen_days: 14,
            position_retention_days: 90,
            open_requests_per_minute_by_address: 1200,
            sign_in: SignInSettings::default(),
            sms: SmsSettings::default(),
            map: MapSettings::default(),
            photos: PhotoSettings::default(),
            log: "info".to_owned(),
        }
    }
}

impl Config {
    /// Reads the settings: defaults, then the file if there is one, then the environment.
    ///
    /// # Errors
    /// A sentence that names the key and where it stands.
    pub fn load(file: Option<&Path>) -> Result<Self, String> {
        let mut sources = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            sources = sources.merge(Toml::file_exact(file));
        }
        sources
            .merge(Env::prefixed("HUXUE_").ignore(NOT_SETTINGS).split("__"))
            .extract()
            .map_err(|error| error.to_string())
    }

    /// Checks what no type can: addresses, numbers, the log's filter.
    ///
    /// # Errors
    /// A sentence that names the key and what it wants.
    pub fn check(&self) -> Result<(), String> {
        if self.listen.parse::<std::net::SocketAddr>().is_err() {
            return Err(format!("listen: '{}' is no address with a port, such as 0.0.0.0:8350", self.listen));
        }
        if !self.public_url.starts_with("http://") && !self.public_url.starts_with("https://") {
            return Err(format!("public_url: '{}' does not begin with http:// or https://", self.public_url));
        }
        if url(&self.public_url).is_none() {
            return Err(format!("public_url: '{}' names no host, as in https://huxue.example.cn", self.public_url));
        }
        if !names_database(&self.database_url) {
            return Err("database_url: neither a file, such as sqlite:huxue.db, nor postgres://…".to_owned());
        }
        if !self.sms.url.is_empty() && url(&self.sms.url).is_none() {
            return Err(format!("sms.url: '{}' is no address such as https://sms.example.cn/send", self.sms.url));
        }
        if let Err(error) = tracing_subscriber::EnvFilter::try_new(&self.log) {
            return Err(format!("log: '{}' is no filter such as info: {error}", self.log));
        }
        let positive = [
            ("database_connections", i64::from(self.database_connections)),
            ("check_in_batch_rows", i64::try_from(self.check_in_batch_rows).unwrap_or(i64::MAX)),
            ("check_in_queue", i64::try_from(self.check_in_queue).unwrap_or(i64::MAX)),
            ("workers", i64::try_from(self.workers).unwrap_or(i64::MAX)),
            ("client_seconds", i64::try_from(self.client_seconds).unwrap_or(i64::MAX)),
            ("access_token_seconds", self.access_token_seconds),
            ("refresh_token_days", self.refresh_token_days),
        ];
        match positive.iter().find(|(_, number)| *number < 1) {
            Some((name, number)) => Err(format!("{name}: {number} is less than 1")),
            None => self.map.check().and_then(|()| self.photos.check()),
        }
    }
}

/// Whether it names a server or a file; what [`crate::store::Address`] reads.
fn names_database(url: &str) -> bool {
    match url.strip_prefix("sqlite:") {
        Some(path) => !path.trim_start_matches('/').is_empty(),
        None if url.contains("://") => url.starts_with("postgres://") || url.starts_with("postgresql://"),
        None => !url.is_empty(),
    }
}

/// An address of the web with a host.
fn url(text: &str) -> Option<reqwest::Url> {
    let url = reqwest::Url::parse(text).ok()?;
    (["http", "https"].contains(&url.scheme()) && url.has_host()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_names_every_setting_with_its_default() {
        let example = include_str!("../../huxue.example.toml");
        let read: Config = Figment::from(Toml::string(example)).extract().unwrap();
        assert_eq!(read, Config::default());
        let value = figment::value::Value::serialize(Config::default()).unwrap();
        for key in value.into_dict().unwrap().keys() {
            assert!(
                example.lines().any(|line| line.starts_with(&format!("{key} = ")) || line == format!("[{key}]")),
                "{key}"
            );
        }
    }

    #[test]
    fn what_is_not_known_or_not_right_is_refused_by_name() {
        let read = |text: &str| {
            Figment::from(Serialized::defaults(Config::default()))
                .merge(Toml::string(text))
                .extract::<Config>()
                .map_err(Box::new)
        };
        assert!(read("lisen = 'x'").unwrap_err().to_string().contains("lisen"));
        let wrong = |text: &str| read(text).unwrap().check().unwrap_err();
        assert!(wrong("listen = 'here'").starts_with("listen:"));
        assert!(wrong("public_url = 'huxue.cn'").starts_with("public_url:"));
        let table = [
            ("public_url", "'https://'"),
            ("database_url", "'mysql://x/y'"),
            ("database_url", "'sqlite:'"),
            ("log", "'info,[[=x'"),
            ("check_in_batch_rows", "0"),
            ("check_in_queue", "0"),
        ];
        for (name, value) in table {
            assert!(wrong(&format!("{name} = {value}")).starts_with(&format!("{name}:")), "{name} = {value}");
        }
        assert!(wrong("sms.url = 'nonsense'").starts_with("sms.url:"));
        for good in ["sqlite:a.db", "a.db", "sqlite:///var/a.db", "postgres://h/d", "postgresql://h/d"] {
            read(&format!("database_url = '{good}'")).unwrap().check().unwrap();
        }
        assert!(wrong("workers = 0").starts_with("workers:"));
        assert!(wrong("photos.store = 'gs://photos'").starts_with("photos.store:"));
        assert!(wrong("photos.store = 's3://photos'").starts_with("photos.s3_access_key_id,"));
        assert_eq!(Config::default().check(), Ok(()));
    }
}
