//! What the machine would give without the server's work: an empty endpoint, and the same rows put into SQLite directly.

use std::cell::Cell;
use std::net::SocketAddr;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{
    ExpressionMethods as _, QueryDsl as _, QueryResult, RunQueryDsl as _, SelectableHelper as _, SqliteConnection,
};
use huxue::domain::id::PersonId;
use huxue::domain::moment::Moment;
use huxue::store::check_ins::{CheckIn, StoredPosition};
use huxue::store::schema::{check_in_positions, check_ins, device_people};
use huxue::store::{Address, Db};
use tokio::task::LocalSet;

use super::phone::Connection;

/// Rows in a transaction of the bare group commit.
const GROUP: usize = 128;

/// Requests a second of the endpoint that does nothing.
///
/// # Panics
/// If the server does not answer.
pub(super) async fn empty_endpoint(address: SocketAddr, connections: usize, time: Duration) -> f64 {
    let request = b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n";
    let (local, answered, started) = (LocalSet::new(), Rc::new(Cell::new(0_u32)), Instant::now());
    for _ in 0..connections {
        let answered = Rc::clone(&answered);
        local.spawn_local(async move {
            let mut connection = Connection::open(address).await.expect("it connects");
            while started.elapsed() < time {
                let reply = connection.exchange(request).await.expect("an answer");
                assert_eq!(reply.status, 200, "/healthz");
                answered.set(answered.get() + 1);
            }
        });
    }
    local.await;
    f64::from(answered.get()) / started.elapsed().as_secs_f64()
}

/// A consistent copy of a SQLite database.
///
/// # Panics
/// If it cannot be made.
pub(super) fn copy(database_url: &str, to: &Path) {
    let mut connection = open(database_url);
    connection.batch_execute(&format!("VACUUM INTO '{}'", to.display())).expect("the copy is made");
}

/// What the load left behind.
struct Rows {
    check_ins: Vec<CheckIn>,
    positions: Vec<StoredPosition>,
    devices: Vec<(String, PersonId, Moment)>,
}

/// Puts the rows that a run left in one database into `empty`, a copy from before the run, and says how many check-ins a
/// second that made: one connection with the server's own settings, 128 check-ins with their positions in a transaction.
///
/// # Panics
/// If a database does not take it.
pub(super) fn bare_group_commit(loaded_url: &str, empty: &Path) -> f64 {
    let rows = read(loaded_url);
    let mut connection = open(&format!("sqlite:{}", empty.display()));
    let started = Instant::now();
    for (check_ins, positions) in rows.check_ins.chunks(GROUP).zip(rows.positions.chunks(GROUP)) {
        connection.immediate_transaction(|inner| insert(inner, check_ins, positions)).expect("it is stored");
    }
    for devices in rows.devices.chunks(GROUP) {
        connection.immediate_transaction(|inner| insert_devices(inner, devices)).expect("it is stored");
    }
    let count = u32::try_from(rows.check_ins.len()).expect("a run of minutes");
    f64::from(count) / started.elapsed().as_secs_f64()
}

/// Row by row: each of the statements is prepared once and kept.
fn insert(inner: &mut SqliteConnection, check_ins: &[CheckIn], positions: &[StoredPosition]) -> QueryResult<()> {
    for row in check_ins {
        diesel::insert_into(check_ins::table).values(row).execute(inner)?;
    }
    for row in positions {
        diesel::insert_into(check_in_positions::table).values(row).execute(inner)?;
    }
    Ok(())
}

fn insert_devices(inner: &mut SqliteConnection, devices: &[(String, PersonId, Moment)]) -> QueryResult<()> {
    for (device, person, seen) in devices {
        let row = (
            device_people::device_id.eq(device),
            device_people::person_id.eq(*person),
            device_people::last_seen_at.eq(*seen),
        );
        diesel::insert_into(device_people::table).values(row).execute(inner)?;
    }
    Ok(())
}

fn read(url: &str) -> Rows {
    let mut db = open(url);
    Rows {
        check_ins: check_ins::table.select(CheckIn::as_select()).order(check_ins::id).load(&mut db).expect("rows"),
        positions: check_in_positions::table
            .select(StoredPosition::as_select())
            .order(check_in_positions::check_in_id)
            .load(&mut db)
            .expect("rows"),
        devices: device_people::table.load(&mut db).expect("rows"),
    }
}

fn open(url: &str) -> SqliteConnection {
    match Address::parse(url).connect().expect("the database opens") {
        Db::Sqlite(inner) => inner,
        Db::Postgres(_) => panic!("{url} is not a SQLite database"),
    }
}
