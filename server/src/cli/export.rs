//! `huxue export`: what anybody needs to check the figures of a range of days, as a folder of files.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::domain::id::OrganizationId;
use crate::problem::Problem;
use crate::service::coverage::export::{self, Exported};

/// What the name of a day document ends with.
pub(super) const DAY: &str = ".day.json";
/// What the name of the figures told of it ends with.
pub(super) const COVERAGE: &str = ".coverage.json";

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    #[command(flatten)]
    settings: Settings,
    /// The folder to make; it must not exist yet / 导出文件夹，不能已存在
    folder: PathBuf,
    /// The id of a bureau or station (its schools) or of a school / 教育局、派出所或学校的编号
    #[arg(long)]
    organization: OrganizationId,
    /// The first date / 起始日期
    #[arg(long)]
    from: NaiveDate,
    /// The last date; days to come are left out / 截止日期，未到的日子不导出
    #[arg(long)]
    to: NaiveDate,
}

pub(super) fn run(args: &ExportArgs) -> Result<(), Failure> {
    let app = args.settings.open()?;
    std::fs::create_dir(&args.folder).map_err(|error| Failure::about(args.folder.display(), error))?;
    let about = |problem: Problem| Failure::about("export", problem);
    let mut count = 0;
    for school in export::schools_here(&app, args.organization).map_err(about)? {
        let days = export::export_range_here(&app, &school, (args.from, args.to)).map_err(about)?;
        if days.is_empty() {
            continue;
        }
        write_days(&args.folder.join(school.id.to_string()), &days)?;
        count += days.len();
        print(format_args!("{}: {} days / 天", school.name, days.len()))?;
    }
    print(format_args!(
        "{count} days in {}; check them with / 共 {count} 天，可用此命令核对: huxue verify {0}",
        args.folder.display()
    ))
}

fn write_days(folder: &Path, days: &[Exported]) -> Result<(), Failure> {
    std::fs::create_dir(folder).map_err(|error| Failure::about(folder.display(), error))?;
    for Exported { day, told } in days {
        write(&folder.join(format!("{}{DAY}", day.date)), day)?;
        write(&folder.join(format!("{}{COVERAGE}", day.date)), told)?;
    }
    Ok(())
}

fn write(file: &Path, document: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(document).map_err(|error| Failure::about(file.display(), error))?;
    std::fs::write(file, text + "\n").map_err(|error| Failure::about(file.display(), error))
}
