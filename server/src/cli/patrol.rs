//! `huxue patrol`: rounds from a document alone.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::day::read;
use super::output::{Failure, print};
use crate::domain::patrol::{PatrolDocument, RoundsDocument};

#[derive(Debug, Subcommand)]
pub(super) enum PatrolCommand {
    /// Recompute the rounds from a patrol document alone and print them as JSON (huxue.rounds/1) / 仅凭巡逻文档重新计算巡次
    Verify {
        /// The patrol document (huxue.patrol/1); - reads standard input / 巡逻文档，- 表示标准输入
        file: PathBuf,
    },
}

pub(super) fn run(command: &PatrolCommand) -> Result<(), Failure> {
    match command {
        PatrolCommand::Verify { file } => verify(file),
    }
}

fn verify(file: &Path) -> Result<(), Failure> {
    let about_file = |cause: &dyn std::fmt::Display| Failure::about(file.display(), cause);
    let bytes = read(file).map_err(|error| about_file(&error))?;
    let document = PatrolDocument::parse(&bytes).map_err(|error| about_file(&error))?;
    print(serde_json::to_string_pretty(&RoundsDocument::of(&document)).map_err(|error| about_file(&error))?)
}
