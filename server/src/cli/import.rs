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
    /// Shows what each row would come to; --apply adds the new schools if every row is good /
    /// 从 CSV 表导入学校：先预览每一行，全部无误时用 --apply 导入
    Schools(SchoolArgs),
}

#[derive(Debug, Args)]
pub(super) struct SchoolArgs {
    #[command(flatten)]
    settings: Settings,
    /// The table, UTF-8; - reads standard input / 表格文件（UTF-8），- 表示标准输入
    file: PathBuf,
    /// wgs84, gcj02 (Amap, Tencent) or bd09 (Baidu) / 坐标系：gcj02（高德、腾讯）、bd09（百度）或 wgs84
    #[arg(long)]
    datum: Datum,
    /// The id of the bureau above the schools / 上级教育局的编号
    #[arg(long)]
    parent: OrganizationId,
    /// Add the new schools / 确认导入
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
        count => Err(Failure::about(
            args.file.display(),
            format!("{count} rows have problems; nothing was added / {count} 行有问题，未导入任何学校"),
        )),
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
    let (rows, done_zh) = (report.lines.len(), if report.applied { "已导入" } else { "待导入" });
    print(format_args!(
        "{rows} rows: {new} {done}, {there} there already, {problems} with problems / \
         共 {rows} 行：{new} 所{done_zh}，{there} 所已有，{problems} 行有问题"
    ))?;
    if new > 0 && !report.applied && problems == 0 {
        print("nothing was changed; add --apply to add them / 尚未导入，加上 --apply 确认导入")
    } else {
        Ok(())
    }
}
