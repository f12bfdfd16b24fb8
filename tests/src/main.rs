//! `huxue-tests load`: many phones against the real server, with the ceilings of the machine beside the figures.

use std::process::ExitCode;

use clap::Parser;
use huxue_tests::load;

/// As in the server: a month is added up within this process.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What is measured, each against a real server that it starts itself on this machine.
#[derive(Debug, Parser)]
#[command(name = "huxue-tests", arg_required_else_help = true)]
enum Command {
    /// Check-ins a second, their latency, and whether every acknowledged one is kept
    Load(load::LoadArgs),
    /// How fast a month of many schools is added up
    RollUp(load::RollUpArgs),
    /// How long the round takes that looks after the alerts of many schools
    Round(load::RoundArgs),
}

fn main() -> ExitCode {
    match Command::parse() {
        Command::Load(args) => load::run(&args),
        Command::RollUp(args) => load::run_roll_up(&args),
        Command::Round(args) => load::run_round(&args),
    }
}
