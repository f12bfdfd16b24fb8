//! All that must match on the backend. Nothing outside this file does.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::connection::{AnsiTransactionManager, SimpleConnection as _};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::alerts::AlertRow;
use super::check_ins::{CheckIn, CheckIns, DevicePeople, DevicePerson, Positions, StoredPosition};
use super::connection::Db;
use super::error::{Error, Result};
use super::messages::MessageRow;
use super::schema::{
    alerts, check_in_positions, check_ins, coverage_days, device_people, messages, organizations, stale_days,
};
use crate::domain::id::{AlertId, OrganizationId};
use crate::domain::scope::{Path, Scope};

/// Runs one body on the inner connection, whichever it is: upserts and batch inserts work there and not on the enum, and
/// `eq_any` becomes `= ANY` on PostgreSQL, one statement for lists of any length, so that it is planned once.
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

/// A number that stays the same while no other connection changes the database; none on PostgreSQL.
pub(super) fn data_version(connection: &mut Db) -> Result<Option<i64>> {
    match connection {
        Db::Postgres(_) => Ok(None),
        Db::Sqlite(inner) => Ok(Some(sql::<BigInt>("SELECT data_version FROM pragma_data_version").get_result(inner)?)),
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

/// Marks those of the days that are stored. The statement holds the table's lock until the end of the transaction even when
/// it marks nothing; [`lock_stale_days`] builds on that.
pub(super) fn mark_stored_days(connection: &mut Db, schools: Vec<OrganizationId>, dates: Vec<NaiveDate>) -> Result<()> {
    let stored = coverage_days::table
        .filter(coverage_days::school_id.eq_any(schools))
        .filter(coverage_days::date.eq_any(dates))
        .select((coverage_days::school_id, coverage_days::date));
    on_inner!(connection, |inner| stored
        .insert_into(stale_days::table)
        .into_columns((stale_days::school_id, stale_days::date))
        .on_conflict_do_nothing()
        .execute(inner))?;
    Ok(())
}

/// Marks the stored days of the schools from a date on.
pub(super) fn mark_stored_days_from(connection: &mut Db, schools: Vec<OrganizationId>, from: NaiveDate) -> Result<()> {
    let stored = coverage_days::table
        .filter(coverage_days::school_id.eq_any(schools))
        .filter(coverage_days::date.ge(from))
        .select((coverage_days::school_id, coverage_days::date));
    on_inner!(connection, |inner| stored
        .insert_into(stale_days::table)
        .into_columns((stale_days::school_id, stale_days::date))
        .on_conflict_do_nothing()
        .execute(inner))?;
    Ok(())
}

/// Marks the stored days of the schools below a path from one date to another, both included.
pub(super) fn mark_stored_days_below(connection: &mut Db, root: &Path, from: NaiveDate, to: NaiveDate) -> Result<()> {
    let schools = organizations::table
        .filter(organizations::path.ge(root.clone()))
        .filter(organizations::path.lt(Path(root.end())))
        .select(organizations::id);
    let stored = coverage_days::table
        .filter(coverage_days::school_id.eq_any(schools))
        .filter(coverage_days::date.between(from, to))
        .select((coverage_days::school_id, coverage_days::date));
    on_inner!(connection, |inner| stored
        .insert_into(stale_days::table)
        .into_columns((stale_days::school_id, stale_days::date))
        .on_conflict_do_nothing()
        .execute(inner))?;
    Ok(())
}

/// Waits until nobody is in the middle of marking a day, and keeps others from it until this transaction ends: what is read
/// from here on is all there is, and what comes later finds the day stored and marks it. On SQLite a write is alone anyway.
pub(super) fn lock_stale_days(connection: &mut Db) -> Result<()> {
    match connection {
        Db::Postgres(inner) => {
            inner.batch_execute("LOCK TABLE stale_days IN SHARE ROW EXCLUSIVE MODE").map_err(Error::from)
        }
        Db::Sqlite(_) => Ok(()),
    }
}

/// Copies the whole database into a new file. `VACUUM INTO` reads one state while others go on writing.
pub(super) fn copy_into(connection: &mut Db, file: &str) -> Result<()> {
    use diesel::RunQueryDsl as _;
    match connection {
        Db::Postgres(_) => Err(Error::Other("PostgreSQL is copied with its own tools".to_owned())),
        Db::Sqlite(inner) => {
            diesel::sql_query("VACUUM INTO ?").bind::<diesel::sql_types::Text, _>(file).execute(inner)?;
            Ok(())
        }
    }
}

/// Adds check-ins with their positions. PostgreSQL takes all of them in one statement each, which saves round trips; SQLite
/// has none to save and is fastest with one cached statement, row by row.
pub(super) fn insert_check_ins(connection: &mut Db, rows: &[&CheckIn], positions: &[StoredPosition]) -> Result<()> {
    match connection {
        Db::Postgres(inner) => {
            CheckIns::of(rows.iter().copied()).execute(inner)?;
            if !positions.is_empty() {
                Positions::of(positions.iter()).execute(inner)?;
            }
        }
        Db::Sqlite(inner) => {
            for row in rows {
                diesel::insert_into(check_ins::table).values(*row).execute(inner)?;
            }
            for position in positions {
                diesel::insert_into(check_in_positions::table).values(position).execute(inner)?;
            }
        }
    }
    Ok(())
}

/// How many rows go to PostgreSQL in one statement, which takes 65,535 values.
const ROWS: usize = 1000;

/// Adds messages, as check-ins are added.
pub(super) fn insert_messages(connection: &mut Db, rows: &[MessageRow]) -> Result<()> {
    match connection {
        Db::Postgres(inner) => {
            for some in rows.chunks(ROWS) {
                diesel::insert_into(messages::table).values(some).execute(inner)?;
            }
        }
        Db::Sqlite(inner) => {
            for row in rows {
                diesel::insert_into(messages::table).values(row).execute(inner)?;
            }
        }
    }
    Ok(())
}

/// Adds alerts, but for those of which there is one like it already; answers which were added.
pub(super) fn insert_alerts(connection: &mut Db, rows: &[AlertRow]) -> Result<BTreeSet<AlertId>> {
    let mut added = BTreeSet::new();
    match connection {
        Db::Postgres(inner) => {
            for some in rows.chunks(ROWS) {
                let insert = diesel::insert_into(alerts::table).values(some).on_conflict_do_nothing();
                added.extend(insert.returning(alerts::id).get_results::<AlertId>(inner)?);
            }
        }
        Db::Sqlite(inner) => {
            for row in rows {
                let insert = diesel::insert_into(alerts::table).values(row).on_conflict_do_nothing();
                added.extend((insert.execute(inner)? > 0).then_some(row.id));
            }
        }
    }
    Ok(added)
}

/// Writes down who used which device, and when last; each pair of them once.
pub(super) fn note_devices(connection: &mut Db, seen: &[DevicePerson]) -> Result<()> {
    use diesel::upsert::excluded;
    match connection {
        Db::Postgres(inner) if !seen.is_empty() => drop(DevicePeople::of(seen.iter()).execute(inner)?),
        Db::Postgres(_) => {}
        Db::Sqlite(inner) => {
            for row in seen {
                diesel::insert_into(device_people::table)
                    .values(row)
                    .on_conflict((device_people::device_id, device_people::person_id))
                    .do_update()
                    .set(device_people::last_seen_at.eq(excluded(device_people::last_seen_at)))
                    .execute(inner)?;
            }
        }
    }
    Ok(())
}

/// The channel on which servers tell each other what changed.
const NEWS: &str = "huxue_news";

/// Tells every connection that listens, once the transaction is committed.
pub(super) fn notify(connection: &mut Db, text: &str) -> Result<()> {
    if let Db::Postgres(inner) = connection {
        let statement = diesel::sql_query("SELECT pg_notify($1, $2)");
        statement.bind::<diesel::sql_types::Text, _>(NEWS).bind::<diesel::sql_types::Text, _>(text).execute(inner)?;
    }
    Ok(())
}

/// Begins to listen; false where there is nothing to listen to.
pub(super) fn listen(connection: &mut Db) -> Result<bool> {
    match connection {
        Db::Postgres(inner) => inner.batch_execute(&format!("LISTEN {NEWS}")).map(|()| true).map_err(Error::from),
        Db::Sqlite(_) => Ok(false),
    }
}

/// What was told since the last time; does not wait.
pub(super) fn notifications(connection: &mut Db) -> Result<Vec<String>> {
    match connection {
        Db::Postgres(inner) => {
            inner.notifications_iter().map(|told| told.map(|told| told.payload).map_err(Error::from)).collect()
        }
        Db::Sqlite(_) => Ok(Vec::new()),
    }
}
