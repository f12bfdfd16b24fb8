//! The flags that every command takes which needs the configuration.

use std::path::PathBuf;

use clap::Args;

use super::output::Failure;
use crate::config::Config;

/// Where the settings are; flags outweigh the environment, which outweighs the file.
#[derive(Debug, Args)]
pub(super) struct Settings {
    /// The configuration file (TOML)
    #[arg(long, env = "HUXUE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// sqlite:PATH or postgres://…
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
}
