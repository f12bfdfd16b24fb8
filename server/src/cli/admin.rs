//! `huxue admin`: what is done at the machine itself, with access to the database.

use clap::{Args, Subcommand};

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::{App, Clock, set_up};

#[derive(Debug, Subcommand)]
pub(super) enum AdminCommand {
    /// Make the root organization and its administrator; the password is read from HUXUE_PASSWORD or standard input
    Create(CreateArgs),
}

#[derive(Debug, Args)]
pub(super) struct CreateArgs {
    #[command(flatten)]
    settings: Settings,
    /// The name of the root organization, such as 示范县教育局
    #[arg(long)]
    organization: String,
    /// The administrator's name
    #[arg(long)]
    name: String,
    /// The administrator's phone number
    #[arg(long)]
    phone: String,
}

pub(super) fn run(command: &AdminCommand) -> Result<(), Failure> {
    match command {
        AdminCommand::Create(args) => create(args),
    }
}

fn create(args: &CreateArgs) -> Result<(), Failure> {
    let app = App::start(args.settings.read()?, Clock::system()).map_err(|problem| Failure::about("start", problem))?;
    let password = read_password()?;
    set_up::first_administrator(&app, &args.organization, &args.name, &args.phone, &password)
        .map_err(|problem| Failure::about("admin create", problem))?;
    print(format_args!("{} can sign in now", args.name))
}

/// Never an argument: those are seen by everybody on the machine.
fn read_password() -> Result<String, Failure> {
    if let Ok(password) = std::env::var("HUXUE_PASSWORD") {
        return Ok(password);
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| Failure::about("standard input", error))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
