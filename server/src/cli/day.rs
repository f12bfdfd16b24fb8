//! `huxue day`: a school's day as a document.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::output::{Failure, print};
use super::settings::Settings;
use crate::domain::coverage::{CoverageDocument, DayDocument};
use crate::domain::id::OrganizationId;
use crate::service::coverage::export;

#[derive(Debug, Subcommand)]
pub(super) enum DayCommand {
    /// Recompute the coverage from a day document alone and print it as JSON / 仅凭日文档重新计算在岗情况
    Coverage {
        /// The day document (huxue.day/1); - reads standard input / 日文档，- 表示标准输入
        file: PathBuf,
    },
    /// Print a school's day from the database as a day document (huxue.day/1) / 导出某校某日的日文档
    Export(ExportArgs),
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    settings: Settings,
    /// The school's id / 学校编号
    #[arg(long)]
    school: OrganizationId,
    /// The date, by the school's clock / 日期（按学校所在时区）
    #[arg(long)]
    date: NaiveDate,
}

pub(super) fn run(command: &DayCommand) -> Result<(), Failure> {
    match command {
        DayCommand::Coverage { file } => coverage(file),
        DayCommand::Export(args) => exported(args),
    }
}

fn exported(args: &ExportArgs) -> Result<(), Failure> {
    let app = args.settings.open()?;
    let about = |cause: &dyn std::fmt::Display| Failure::about("day export", cause);
    let document = export::export_here(&app, args.school, args.date).map_err(|problem| about(&problem))?;
    print(serde_json::to_string_pretty(&document).map_err(|error| about(&error))?)
}

fn coverage(file: &Path) -> Result<(), Failure> {
    let about_file = |cause: &dyn std::fmt::Display| Failure::about(file.display(), cause);
    let bytes = read(file).map_err(|error| about_file(&error))?;
    let coverage = DayDocument::parse(&bytes).and_then(|day| CoverageDocument::of(&day));
    let coverage = coverage.map_err(|error| about_file(&error))?;
    print(serde_json::to_string_pretty(&coverage).map_err(|error| about_file(&error))?)
}

/// A file, or standard input for `-`.
pub(super) fn read(file: &Path) -> std::io::Result<Vec<u8>> {
    if file != Path::new("-") {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
