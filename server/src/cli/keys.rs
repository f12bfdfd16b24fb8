//! `huxue keys`: the keys that sign. A running server takes a change at its next request.

use clap::Subcommand;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::App;
use crate::service::key_admin::{self, KeyLine};
use crate::service::keys::Purpose;

#[derive(Debug, Subcommand)]
pub(super) enum KeysCommand {
    /// Show every key, without its secret / 列出全部密钥（不显示内容）
    List(Settings),
    /// Make a new key that signs from now on; signs and tokens made with older keys stay valid /
    /// 换用新密钥，旧标识牌和令牌仍有效
    Rotate {
        #[command(flatten)]
        settings: Settings,
        /// code, token, receipt or invite / 用途：码、令牌、回执或邀请
        #[arg(long)]
        purpose: Purpose,
    },
    /// Withdraw a key, as after a leak: nothing that it signed is taken any more / 停用密钥，其签发的一律失效
    Retire {
        #[command(flatten)]
        settings: Settings,
        /// The key's number / 密钥编号
        id: i32,
        /// Retire it although signs in use depend on it / 即使仍有标识牌在用也停用
        #[arg(long)]
        yes: bool,
    },
}

pub(super) fn run(command: &KeysCommand) -> Result<(), Failure> {
    match command {
        KeysCommand::List(settings) => list(&settings.open()?),
        KeysCommand::Rotate { settings, purpose } => {
            let id = key_admin::rotate(&settings.open()?, *purpose).map_err(|e| Failure::about("keys rotate", e))?;
            print(format_args!("key {id} signs for {purpose} from now on / 密钥 {id} 已启用"))
        }
        KeysCommand::Retire { settings, id, yes } => {
            key_admin::retire(&settings.open()?, *id, *yes).map_err(|e| Failure::about("keys retire", e))?;
            print(format_args!("key {id} is retired / 密钥 {id} 已停用"))
        }
    }
}

fn list(app: &App) -> Result<(), Failure> {
    print(format_args!("{:>4}  {:<8} {:<10} {:<20} live signs", "id", "purpose", "state", "made"))?;
    let lines = key_admin::list(app).map_err(|e| Failure::about("keys list", e))?;
    lines.iter().try_for_each(|line| {
        let made = line.created_at.utc().format("%Y-%m-%dT%H:%M:%SZ");
        print(format_args!("{:>4}  {:<8} {:<10} {made:<20} {}", line.id, line.purpose, state(line), line.live_signs))
    })
}

fn state(line: &KeyLine) -> &'static str {
    match line {
        KeyLine { retired_at: Some(_), .. } => "retired",
        KeyLine { signing: true, .. } => "signing",
        _ => "verifying",
    }
}
