//! `huxue day`: a school's day as a document.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::output::{Failure, print};
use crate::domain::coverage::{CoverageDocument, DayDocument};

#[derive(Debug, Subcommand)]
pub(super) enum DayCommand {
    /// Recompute the coverage from a day document alone and print it as JSON
    Coverage {
        /// The day document (huxue.day/1); - reads standard input
        file: PathBuf,
    },
}

pub(super) fn run(command: &DayCommand) -> Result<(), Failure> {
    match command {
        DayCommand::Coverage { file } => coverage(file),
    }
}

fn coverage(file: &Path) -> Result<(), Failure> {
    let about_file = |cause: &dyn std::fmt::Display| Failure::about(file.display(), cause);
    let bytes = read(file).map_err(|error| about_file(&error))?;
    let coverage = DayDocument::parse(&bytes).and_then(|day| CoverageDocument::of(&day));
    let coverage = coverage.map_err(|error| about_file(&error))?;
    print(serde_json::to_string_pretty(&coverage).map_err(|error| about_file(&error))?)
}

fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
