//! Clients that send a part of a request and then nothing: they are cut off, and others are served meanwhile.

use std::rc::Rc;
use std::time::Duration;

use huxue_tests::Backend;
use huxue_tests::database::Database;
use huxue_tests::load::{Connection, Plan, Progress, request, send};
use huxue_tests::server_process::ServerProcess;
use uuid::Uuid;

use super::{DEADLINE, PLAN, world};

/// More than the server has threads, connections to its database, or anything else that could be used up.
const SLOW_CLIENTS: usize = 100;

#[tokio::test]
async fn half_a_request_is_cut_off_and_others_are_served_meanwhile() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let world = world(&database.url);
    let server = ServerProcess::start(&database.url, &[("client_seconds", "1")]);
    let whole = request(&world.phones[0], &[Uuid::now_v7()]);
    let body = whole.windows(4).position(|window| window == b"\r\n\r\n").unwrap() + 4;
    let mut slow = Vec::new();
    for number in 0..SLOW_CLIENTS {
        let mut connection = Connection::open(server.address).await.unwrap();
        let end = if number % 2 == 0 { body / 2 } else { body + 10 };
        connection.send(&whole[..end]).await.unwrap();
        slow.push(connection);
    }

    let plan = Plan { count: 50, ..PLAN };
    let tally = send(server.address, &world, plan, &Rc::<Progress>::default()).await;
    assert_eq!((tally.acknowledged.len(), tally.open.len()), (50, 0));

    for mut connection in slow {
        // It ends with 408 or without a word; what matters is that it ends.
        let told = tokio::time::timeout(DEADLINE, connection.read_answer()).await.unwrap();
        assert!(told.is_err() || told.is_ok_and(|reply| reply.status == 408));
    }
    assert!(tally.latency_ms(1000) < Duration::from_secs(10).as_secs_f64() * 1000.0);
}
