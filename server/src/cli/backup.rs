//! `huxue backup`: a consistent copy of a live SQLite database.

use std::path::PathBuf;

use clap::Args;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::backup;

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    #[command(flatten)]
    settings: Settings,
    /// The copy to make; it must not exist yet
    file: PathBuf,
    /// Open the copy afterwards and check it; with --only, check a copy that was made before
    #[arg(long)]
    verify: bool,
    /// Make no copy, only check the file
    #[arg(long, requires = "verify")]
    only: bool,
}

pub(super) fn run(args: &BackupArgs) -> Result<(), Failure> {
    let file = args.file.display().to_string();
    if !args.only {
        let config = args.settings.read()?;
        backup::copy(&config.database_url, &file).map_err(|problem| Failure::about("backup", problem))?;
        print(format_args!("copied to {file}"))?;
    }
    if args.verify {
        let checked = backup::check(&file).map_err(|problem| Failure::about(&file, problem))?;
        let behind = match checked.migrations_behind {
            0 => "its schema is current".to_owned(),
            number => format!("it lacks {number} migrations, which the server adds when it opens it"),
        };
        print(format_args!("checked: every page and reference is sound, {} check-ins, {behind}", checked.check_ins))?;
    }
    Ok(())
}
