//! `huxue receipt`: proofs that a check-in was received.

use clap::Subcommand;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::receipts;

#[derive(Debug, Subcommand)]
pub(super) enum ReceiptCommand {
    /// Check a receipt and print what it says as JSON; exit code 1 if it is not genuine / 验证打卡回执的真伪
    Verify {
        #[command(flatten)]
        settings: Settings,
        /// The receipt / 回执
        receipt: String,
    },
}

pub(super) fn run(command: &ReceiptCommand) -> Result<(), Failure> {
    let ReceiptCommand::Verify { settings, receipt } = command;
    let app = settings.open()?;
    let claims = receipts::verify(&app, receipt).map_err(|problem| Failure::about("receipt", problem))?;
    print(serde_json::to_string_pretty(&claims).map_err(|error| Failure::about("receipt", error))?)
}
