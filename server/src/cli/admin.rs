//! `huxue admin`: what is done at the machine itself, with access to the database.

use clap::{Args, Subcommand};

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::set_up;

#[derive(Debug, Subcommand)]
pub(super) enum AdminCommand {
    /// Make the root organization and its administrator; the password is read from HUXUE_PASSWORD or standard input /
    /// 建立顶层机构和首位管理员，密码从 HUXUE_PASSWORD 或标准输入读取
    Create(CreateArgs),
    /// Set somebody's password and end all their sessions; the password is read from HUXUE_PASSWORD or standard input /
    /// 重设密码并结束其全部登录
    ResetPassword(ResetArgs),
}

#[derive(Debug, Args)]
pub(super) struct CreateArgs {
    #[command(flatten)]
    settings: Settings,
    /// The name of the root organization, such as 示范县教育局 / 顶层机构名称
    #[arg(long)]
    organization: String,
    /// The administrator's name / 管理员姓名
    #[arg(long)]
    name: String,
    /// The administrator's phone number / 管理员手机号
    #[arg(long)]
    phone: String,
}

#[derive(Debug, Args)]
pub(super) struct ResetArgs {
    #[command(flatten)]
    settings: Settings,
    /// Their phone number / 手机号
    #[arg(long)]
    phone: String,
}

#[derive(Debug, Args)]
pub(super) struct LinkArgs {
    #[command(flatten)]
    settings: Settings,
}

pub(super) fn run(command: &AdminCommand) -> Result<(), Failure> {
    match command {
        AdminCommand::Create(args) => create(args),
        AdminCommand::ResetPassword(args) => reset_password(args),
    }
}

fn create(args: &CreateArgs) -> Result<(), Failure> {
    let app = args.settings.start()?;
    let password = read_password()?;
    set_up::first_administrator(&app, &args.organization, &args.name, &args.phone, &password)
        .map_err(|problem| Failure::about("admin create", problem))?;
    print(format_args!("{} can sign in now / 现在可以登录了", args.name))
}

fn reset_password(args: &ResetArgs) -> Result<(), Failure> {
    let app = args.settings.open()?;
    let password = read_password()?;
    let ended = set_up::reset_password(&app, &args.phone, &password)
        .map_err(|problem| Failure::about("admin reset-password", problem))?;
    print(format_args!("the password is set; {ended} sessions ended / 密码已重设，结束了 {ended} 处登录"))
}

/// Makes a new link for setting up, where there is no administrator yet.
pub(super) fn set_up_link(args: &LinkArgs) -> Result<(), Failure> {
    let app = args.settings.open()?;
    match set_up::new_link(&app).map_err(|problem| Failure::about("set-up-link", problem))? {
        Some(link) => print(link),
        None => Err(Failure::about(
            "set-up-link",
            "there is an administrator already; use admin reset-password / 已有管理员，请用 admin reset-password",
        )),
    }
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
