//! `huxue import`: tables of schools, checked and then taken over whole.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::day::read;
use super::output::{Failure, print};
use super::settings::Settings;
use crate::domain::id::OrganizationId;
use crate::domain::words::Datum;
use crate::service::school_import::{self, Report, RowState};

#[derive(Debug, Subcommand)]
pub(super) enum ImportCommand {
    /// Import schools from a CSV file with the columns name, lon, lat and perhaps external_code (or 名称, 经度, 纬度, 编码).
    /// Shows what each row would come to; --apply adds the new schools if every row is good
    Schools(SchoolArgs),
}

#[derive(Debug, Args)]
pub(super) struct SchoolArgs {
    #[command(flatten)]
    settings: Settings,
    /// The table, UTF-8; - reads standard input
    file: PathBuf,
    /// wgs84, gcj02 (Amap, Tencent) or bd09 (Baidu)
    #[arg(long)]
    datum: Datum,
    /// The id of the bureau above the schools
    #[arg(long)]
    parent: OrganizationId,
    /// Add the new schools
    #[arg(long)]
    apply: bool,
}

pub(super) fn run(command: &ImportCommand) -> Result<(), Failure> {
    match command {
        ImportCommand::Schools(args) => schools(args),
    }
}

fn schools(args: &SchoolArgs) -> Result<(), Failure> {
    let table = read(&args.file).map_err(|error| Failure::about(args.file.display(), error))?;
    let app = args.settings.open()?;
    let report = school_import::run(&app, None, args.parent, &table, args.datum, args.apply)
        .map_err(|problem| Failure::about(args.file.display(), problem))?;
    show(&report)?;
    match report.count(RowState::Problem) {
        0 => Ok(()),
        count => Err(Failure::about(args.file.display(), format!("{count} rows have problems; nothing was added"))),
    }
}

fn show(report: &Report) -> Result<(), Failure> {
    for line in &report.lines {
        if let Some(problem) = line.problem {
            let sentence = problem.sentence();
            print(format_args!("line {} {}: {problem}: {} {}", line.line, line.name, sentence.en, sentence.zh))?;
        }
    }
    let count = |state| report.count(state);
    let (new, there, problems) = (count(RowState::New), count(RowState::There), count(RowState::Problem));
    let done = if report.applied { "added" } else { "new" };
    print(format_args!("{} rows: {new} {done}, {there} there already, {problems} with problems", report.lines.len()))?;
    if new > 0 && !report.applied && problems == 0 {
        print("nothing was changed; add --apply to add them")
    } else {
        Ok(())
    }
}
