//! The command line: `huxue COMMAND …`. It wires the other layers together; nothing else does.

mod admin;
mod audit;
mod backup;
mod calendar;
mod day;
mod demo;
mod export;
mod import;
mod keys;
mod openapi;
mod output;
mod patrol;
mod receipt;
mod serve;
mod settings;
mod verify;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use output::{Failure, print};

/// 护学岗: proof, minute by minute, that the guard posts at the school gate were staffed.
#[derive(Debug, Parser)]
#[command(name = "huxue", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server / 运行服务器
    Serve(serve::ServeArgs),
    /// Run a made-up county that plays school mornings by a clock of its own / 演示：一个虚构的县
    Demo(demo::DemoArgs),
    /// Administer the server at the machine itself / 在本机管理服务器
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Print a new one-time link for setting the server up, while there is no administrator / 尚无管理员时，生成一次性设置链接
    SetUpLink(admin::LinkArgs),
    /// Keep the audit log small / 清理审计记录
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Copy a live SQLite database, and check copies / 备份运行中的数据库并校验
    Backup(backup::BackupArgs),
    /// Print the API description (OpenAPI 3.1, YAML) / 输出接口说明
    Openapi(openapi::OpenapiArgs),
    /// Import tables / 导入表格
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// List, rotate and retire the keys that sign codes, access tokens, receipts and invites / 管理签名密钥
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Say what kind of day a date is, and import the State Council's notices / 校历与放假通知
    #[command(subcommand)]
    Calendar(calendar::CalendarCommand),
    /// Check the receipts of check-ins / 验证打卡回执
    #[command(subcommand)]
    Receipt(receipt::ReceiptCommand),
    /// Write the day documents of a range of days, and the figures told of them, into a folder / 导出一段日子的证据和数字
    Export(export::ExportArgs),
    /// Compute the figures of exported days again, without a database, and compare them with those told; exit code 1 if one
    /// differs / 不用数据库，重新计算并核对导出的数字
    Verify(verify::VerifyArgs),
    /// Work with a school's day as a document that anybody can check / 学校的日文档
    #[command(subcommand)]
    Day(day::DayCommand),
    /// Work with a patrol as a document that anybody can check / 巡逻文档
    #[command(subcommand)]
    Patrol(patrol::PatrolCommand),
}

/// Runs the command that the arguments name. A failure is one line on standard error and exit code 1; arguments that
/// cannot be read end in exit code 2.
#[must_use]
pub fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Demo(args) => demo::run(&args),
        Command::Admin(command) => admin::run(&command),
        Command::SetUpLink(args) => admin::set_up_link(&args),
        Command::Audit(command) => audit::run(&command),
        Command::Backup(args) => backup::run(&args),
        Command::Openapi(args) => openapi::run(&args),
        Command::Import(command) => import::run(&command),
        Command::Keys(command) => keys::run(&command),
        Command::Calendar(command) => calendar::run(&command),
        Command::Receipt(command) => receipt::run(&command),
        Command::Export(args) => export::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Day(command) => day::run(&command),
        Command::Patrol(command) => patrol::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
