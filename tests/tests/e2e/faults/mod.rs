//! Faults: what breaks around the server, or is thrown at it, costs no acknowledged check-in and gets a clear answer.

mod bad_requests;
mod clock_back;
mod full_disk;
mod kill;
mod postgres_away;
mod read_only;
mod slow_client;

use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use chrono_tz::Asia::Shanghai;
use huxue_tests::load::{ALL_DAY, Connection, Plan, Shape, World};
use serde_json::Value;

/// How long anything may take that a fault holds up. Reached only by a failing test.
const DEADLINE: Duration = Duration::from_secs(60);

/// Two small schools with ten signed-in phones each.
const SHAPE: Shape = Shape { schools: 2, people: 10, windows: ALL_DAY, zone: Shanghai };

pub(crate) fn world(database_url: &str) -> Rc<World> {
    Rc::new(World::make(database_url, SHAPE))
}

/// Eight phones at a time, without an end of their own.
const PLAN: Plan = Plan { connections: 8, batch: 1, time: DEADLINE, count: usize::MAX };

/// The status of `/readyz`, and the code of the problem if it has one.
async fn readiness(address: SocketAddr) -> std::io::Result<(u16, Option<String>)> {
    let mut connection = Connection::open(address).await?;
    let reply = connection.exchange(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n").await?;
    let body: Value = serde_json::from_slice(reply.body).unwrap_or_default();
    Ok((reply.status, body["code"].as_str().map(ToOwned::to_owned)))
}

/// Asks until the server has that readiness.
async fn becomes(address: SocketAddr, status: u16) {
    let started = Instant::now();
    loop {
        let found = readiness(address).await;
        if found.as_ref().is_ok_and(|(found, _)| *found == status) {
            return;
        }
        assert!(started.elapsed() < DEADLINE, "not {status} in time: {found:?}");
    }
}
