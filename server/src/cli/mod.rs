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
    /// Run the server
    Serve(serve::ServeArgs),
    /// Run a made-up county that plays school mornings by a clock of its own
    Demo(demo::DemoArgs),
    /// Administer the server at the machine itself
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Print a new one-time link for setting the server up, while there is no administrator
    SetUpLink(admin::LinkArgs),
    /// Keep the audit log small
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Copy a live SQLite database, and check copies
    Backup(backup::BackupArgs),
    /// Print the API description (OpenAPI 3.1, YAML)
    Openapi(openapi::OpenapiArgs),
    /// Import tables
    #[command(subcommand)]
    Import(import::ImportCommand),
    /// List, rotate and retire the keys that sign codes, access tokens, receipts and invites
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Say what kind of day a date is, and import the State Council's notices
    #[command(subcommand)]
    Calendar(calendar::CalendarCommand),
    /// Check the receipts of check-ins
    #[command(subcommand)]
    Receipt(receipt::ReceiptCommand),
    /// Write the day documents of a range of days, and the figures told of them, into a folder
    Export(export::ExportArgs),
    /// Compute the figures of exported days again, without a database, and compare them with those told; exit code 1 if one differs
    Verify(verify::VerifyArgs),
    /// Work with a school's day as a document that anybody can check
    #[command(subcommand)]
    Day(day::DayCommand),
    /// Work with a patrol as a document that anybody can check
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
