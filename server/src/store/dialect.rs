//! All that must match on the backend. Nothing outside this file does.

use diesel::connection::AnsiTransactionManager;

use super::connection::Db;
use super::error::{Error, Result};
use crate::domain::scope::Scope;

/// Runs one body on the inner connection, whichever it is: upserts and batch inserts work there and not on the enum.
macro_rules! on_inner {
    ($connection:expr, |$inner:ident| $body:expr) => {
        match $connection {
            $crate::store::Db::Postgres($inner) => $body,
            $crate::store::Db::Sqlite($inner) => $body,
        }
    };
}
pub(crate) use on_inner;

/// Begins a write. On SQLite it takes the write lock at once (IMMEDIATE): a plain BEGIN that reads and then writes fails
/// with SQLITE_BUSY past any timeout. On PostgreSQL the scope goes along, for the row-level security.
pub(super) fn begin_write(connection: &mut Db, scope: &Scope) -> Result<()> {
    match connection {
        Db::Postgres(inner) => begin(inner, &format!("BEGIN; {}", set_scope(scope))),
        Db::Sqlite(inner) => begin(inner, "BEGIN IMMEDIATE"),
    }
}

/// Begins a read that sees one state of the database throughout.
pub(super) fn begin_read(connection: &mut Db, scope: &Scope) -> Result<()> {
    match connection {
        Db::Postgres(inner) => {
            begin(inner, &format!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {}", set_scope(scope)))
        }
        Db::Sqlite(inner) => begin(inner, "BEGIN"),
    }
}

fn begin<C>(inner: &mut C, sql: &str) -> Result<()>
where
    C: diesel::Connection<TransactionManager = AnsiTransactionManager>,
{
    AnsiTransactionManager::begin_transaction_sql(inner, sql).map_err(Error::from)
}

/// The statement that tells PostgreSQL's policies what may be seen in this transaction: `*`, or paths between bars.
/// Paths are made of hexadecimal digits and slashes alone, so they need no quoting.
fn set_scope(scope: &Scope) -> String {
    let text = match scope {
        Scope::Everything => "*".to_owned(),
        Scope::Subtrees(paths) => paths.iter().map(|path| format!("|{}", path.0)).collect(),
    };
    format!("SET LOCAL huxue.scope = '{text}'")
}
