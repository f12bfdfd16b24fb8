//! `huxue audit`: the audit log, at the machine itself.

use chrono::NaiveDate;
use clap::Subcommand;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::audit_log;

#[derive(Debug, Subcommand)]
pub(super) enum AuditCommand {
    /// Delete lines that are older than six months; that it was done is a line of its own / 删除六个月以前的审计记录，并留下记录
    Prune {
        #[command(flatten)]
        settings: Settings,
        /// The first date that stays, such as 2026-05-01 (it begins at midnight in China) / 保留的第一天
        #[arg(long)]
        before: NaiveDate,
    },
}

pub(super) fn run(command: &AuditCommand) -> Result<(), Failure> {
    let AuditCommand::Prune { settings, before } = command;
    let app = settings.open()?;
    let gone = audit_log::prune(&app, *before).map_err(|problem| Failure::about("audit prune", problem))?;
    print(format_args!("{gone} lines from before {before} are deleted / 已删除 {before} 以前的 {gone} 条"))
}
