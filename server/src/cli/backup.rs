//! `huxue backup`: a consistent copy of a live SQLite database.

use std::path::PathBuf;

use clap::Args;

use super::output::{Failure, print};
use super::settings::Settings;
use crate::service::backup;

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    #[command(flatten)]
    settings: Settings,
    /// The copy to make; it must not exist yet / 备份文件，不能已存在
    file: PathBuf,
    /// Open the copy afterwards and check it; with --only, check a copy that was made before / 备份后打开校验
    #[arg(long)]
    verify: bool,
    /// Make no copy, only check the file / 只校验已有的备份文件
    #[arg(long, requires = "verify")]
    only: bool,
}

pub(super) fn run(args: &BackupArgs) -> Result<(), Failure> {
    let file = args.file.display().to_string();
    if !args.only {
        let config = args.settings.read()?;
        backup::copy(&config.database_url, &file).map_err(|problem| Failure::about("backup", problem))?;
        print(format_args!("copied to {file} / 已备份"))?;
    }
    if args.verify {
        let checked = backup::check(&file).map_err(|problem| Failure::about(&file, problem))?;
        let behind = match checked.migrations_behind {
            0 => "its schema is current / 结构为最新".to_owned(),
            number => format!(
                "it lacks {number} migrations, which the server adds when it opens it / 缺 {number} 次结构升级，服务器打开时自动补上"
            ),
        };
        let count = checked.check_ins;
        print(format_args!(
            "checked: every page and reference is sound / 校验通过，数据完整; {count} check-ins / 条打卡; {behind}"
        ))?;
    }
    Ok(())
}
