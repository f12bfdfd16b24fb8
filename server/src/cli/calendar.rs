//! `huxue calendar`: what kind of day a date is, and the national notices that say so.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum};

use super::day::read;
use super::output::{Failure, print};
use super::settings::Settings;
use crate::domain::calendar::day::Decision;
use crate::domain::id::OrganizationId;
use crate::domain::lang::Lang;
use crate::domain::scope::Scope;
use crate::service::{App, calendar};

#[derive(Debug, Subcommand)]
pub(super) enum CalendarCommand {
    /// Import a notice of the State Council, in the form of holiday-cn / 导入国务院放假通知（holiday-cn 格式）
    Import {
        #[command(flatten)]
        settings: Settings,
        /// The file; - reads standard input / 文件，- 表示标准输入
        file: PathBuf,
    },
    /// Say what kind of day a date is, and why / 查询某天是否上学及原因
    Day {
        #[command(flatten)]
        settings: Settings,
        /// The date, such as 2026-10-10 / 日期
        date: NaiveDate,
        /// A school's id: its own days and terms and its bureaus' count too / 学校编号：连同本校和教育局的安排
        #[arg(long)]
        school: Option<OrganizationId>,
        /// The language of the reason; the environment's unless given / 原因所用语言
        #[arg(long)]
        lang: Option<Tongue>,
    },
    /// List the notices that are loaded / 列出已有的放假通知
    List {
        #[command(flatten)]
        settings: Settings,
    },
}

/// A language as a flag.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Tongue {
    /// 简体中文
    Zh,
    /// English
    En,
}

pub(super) fn run(command: &CalendarCommand) -> Result<(), Failure> {
    match command {
        CalendarCommand::Import { settings, file } => import(&settings.start()?, file),
        CalendarCommand::Day { settings, date, school, lang } => {
            day(&settings.start()?, *date, *school, language(*lang, std::env::var("LANG").ok().as_deref()))
        }
        CalendarCommand::List { settings } => list(&settings.start()?),
    }
}

fn import(app: &App, file: &Path) -> Result<(), Failure> {
    let about = |error: &dyn std::fmt::Display| Failure::about(file.display(), error);
    let text = String::from_utf8(read(file).map_err(|error| about(&error))?).map_err(|error| about(&error))?;
    let source = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let notice = calendar::import(app, None, &text, &source).map_err(|problem| about(&problem))?;
    print(format_args!("{}: {} days / 天", notice.year, notice.days.len()))
}

fn day(app: &App, date: NaiveDate, school: Option<OrganizationId>, lang: Lang) -> Result<(), Failure> {
    let days = match school {
        Some(school) => calendar::days_of(app, &Scope::Everything, school, date, date),
        None => calendar::national_days(app, date, date),
    };
    let days = days.map_err(|problem| Failure::about(date, problem))?;
    days.iter().try_for_each(|(date, decision)| print(line(*date, decision, lang)))
}

fn line(date: NaiveDate, decision: &Decision, lang: Lang) -> String {
    let doubt = if decision.may_change { lang.pick("（可能变动）", " (may change)") } else { "" };
    format!("{date}  {}  {}{doubt}  [{}]", decision.kind, decision.reason.text(lang), decision.layer)
}

fn list(app: &App) -> Result<(), Failure> {
    let notices = calendar::notices(app).map_err(|problem| Failure::about("calendar list", problem))?;
    for notice in notices {
        print(format_args!("{}  {} days / 天  {}", notice.year, notice.days.len(), notice.papers.join(" ")))?;
    }
    let due = calendar::due(app).map_err(|problem| Failure::about("calendar list", problem))?;
    due.map_or(Ok(()), |due| print(format_args!("{} / {}", due.sentence.zh, due.sentence.en)))
}

/// The flag goes before the environment; Chinese is the default (DESIGN section 10).
fn language(flag: Option<Tongue>, environment: Option<&str>) -> Lang {
    match flag {
        Some(Tongue::Zh) => Lang::Zh,
        Some(Tongue::En) => Lang::En,
        None if environment.is_some_and(|lang| lang.starts_with("en")) => Lang::En,
        None => Lang::Zh,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_goes_before_the_environment() {
        for (flag, environment, expected) in [
            (None, None, Lang::Zh),
            (None, Some("en_GB.UTF-8"), Lang::En),
            (None, Some("C.UTF-8"), Lang::Zh),
            (Some(Tongue::Zh), Some("en_US"), Lang::Zh),
            (Some(Tongue::En), Some("zh_CN.UTF-8"), Lang::En),
        ] {
            assert_eq!(language(flag, environment), expected, "{environment:?}");
        }
    }
}
