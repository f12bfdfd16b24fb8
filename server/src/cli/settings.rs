//! The flags that every command takes which needs the configuration.

use std::path::PathBuf;

use clap::Args;

use super::output::Failure;
use crate::config::Config;
use crate::service::{App, Clock, opening};

/// Where the settings are; flags outweigh the environment, which outweighs the file.
#[derive(Debug, Args)]
pub(super) struct Settings {
    /// The configuration file (TOML) / 配置文件
    #[arg(long, env = "HUXUE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// sqlite:PATH or postgres://… / 数据库地址
    #[arg(long, value_name = "URL")]
    database_url: Option<String>,
}

impl Settings {
    /// Reads them.
    pub(super) fn read(&self) -> Result<Config, Failure> {
        let mut config =
            Config::load(self.config.as_deref()).map_err(|error| Failure::about("configuration", error))?;
        if let Some(url) = &self.database_url {
            config.database_url.clone_from(url);
        }
        Ok(config)
    }

    /// Opens the database, by the system's clock; makes a SQLite file that is not there.
    pub(super) fn start(&self) -> Result<App, Failure> {
        App::start(self.read()?, Clock::system()).map_err(|problem| Failure::about("start", problem))
    }

    /// Opens a database that is there: whoever works on one that exists mistyped a path that does not.
    pub(super) fn open(&self) -> Result<App, Failure> {
        let config = self.read()?;
        opening::check_there(&config.database_url).map_err(|problem| Failure::about("start", problem))?;
        App::start(config, Clock::system()).map_err(|problem| Failure::about("start", problem))
    }
}
