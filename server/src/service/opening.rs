//! Opening the database at start. Whoever starts the server can mend what is wrong there, so they are told all of it.

use std::path::Path;

use super::keys::KeyRing;
use super::{App, Clock};
use crate::config::Config;
use crate::domain::scope::Scope;
use crate::problem::{Code, Problem, Result};
use crate::store::{Address, Store, generation, migrations};

/// The database, brought to this program's schema, with its generation and its keys.
pub(super) fn open(config: &Config, clock: &Clock) -> Result<(Store, i64, KeyRing)> {
    let address = Address::parse(&config.database_url);
    let opened = open_and_load(config, clock);
    opened.map_err(|problem| explain(problem, &address))
}

/// Refuses a SQLite file that is not there: a mistyped path would make an empty database, and the work be done on that.
///
/// # Errors
/// `database_not_opened`.
pub fn check_there(database_url: &str) -> Result<()> {
    match Address::parse(database_url) {
        Address::Sqlite(path) if !path.starts_with("file:") && !Path::new(&path).exists() => {
            let told = format!(
                "there is no database {path}; huxue serve makes one / 没有数据库 {path}，运行 huxue serve 会建立"
            );
            Err(Problem::new(Code::DatabaseNotOpened).detail(told))
        }
        _ => Ok(()),
    }
}

fn open_and_load(config: &Config, clock: &Clock) -> Result<(Store, i64, KeyRing)> {
    let store = Store::open(&config.database_url, config.database_connections)?;
    let mut connection = store.address().connect()?;
    let done = migrations::run(&mut connection)?;
    tracing::info!(migrations = done, "database ready");
    let (generation, ring) = store.write::<_, Problem>(&Scope::Everything, |tx| {
        let ring = KeyRing::load_or_make(tx, clock.now())?;
        Ok((generation::current(tx)?, ring))
    })?;
    Ok((store, generation, ring))
}

/// Tries whether the database can be written. SQLite opens a file that it may only read without a word.
///
/// # Errors
/// `database_read_only`, with the file and the rights that it takes.
pub fn check_writable(app: &App) -> Result<()> {
    let tried = app.store.write::<_, Problem>(&Scope::Everything, |tx| Ok(generation::touch(tx)?));
    tried.map_err(|problem| explain(problem, app.store.address()))
}

/// Says which database it is about, what it said, and which rights it takes.
fn explain(problem: Problem, address: &Address) -> Problem {
    let code = match problem.code {
        Code::DatabaseUnavailable => Code::DatabaseNotOpened,
        Code::DatabaseReadOnly => Code::DatabaseReadOnly,
        _ => return problem,
    };
    let cause = problem.cause.unwrap_or_default();
    let rights = match address {
        Address::Sqlite(path) => format!("; {}", rights(path)),
        Address::Postgres(_) => String::new(),
    };
    Problem::new(code).detail(format!("{cause}{rights}"))
}

fn rights(path: &str) -> String {
    let file = path.strip_prefix("file:").unwrap_or(path).split('?').next().unwrap_or(path);
    let file = std::path::absolute(file).unwrap_or_else(|_| Path::new(file).to_owned());
    let folder = file.parent().unwrap_or(&file);
    let (file, folder) = (file.display(), folder.display());
    format!(
        "the account that runs the server must be able to read and write the file {file} and to make files in the folder \
         {folder} / 运行服务器的账户要能读写文件 {file}，并能在目录 {folder} 中建立文件"
    )
}
