//! A database that cannot be written: phones are told to keep their check-ins, and those are taken as soon as it can.

use std::time::Instant;

use huxue_tests::database::Cluster;
use huxue_tests::load::{Attempt, World, compare, request, send_again, stored_ids};
use huxue_tests::load::{Comparison, Tally};
use huxue_tests::server_process::ServerProcess;
use uuid::Uuid;

use super::{DEADLINE, world};

fn attempt(world: &World) -> Attempt {
    let id = Uuid::now_v7();
    Attempt { ids: vec![id], request: request(&world.phones[0], &[id]), problem: None }
}

fn expect_unavailable(tally: &Tally) {
    let problem = tally.open[0].problem.as_deref().unwrap();
    assert!(problem.starts_with("503") && problem.contains("database_unavailable"), "{problem}");
}

#[tokio::test]
async fn while_postgres_takes_no_writes_phones_are_told_to_keep_their_check_ins() {
    let Some(cluster) = Cluster::start(false) else { return };
    let url = cluster.create_database("readonly");
    let world = world(&url);
    let server = ServerProcess::start(&url, &[]);
    let (mut total, started) = (Tally::default(), Instant::now());

    // Connections learn of the setting one after the other: it holds when the first check-in is refused.
    cluster.psql("postgres", "ALTER SYSTEM SET default_transaction_read_only = on");
    cluster.psql("postgres", "SELECT pg_reload_conf()");
    while total.open.is_empty() {
        assert!(started.elapsed() < DEADLINE, "it still writes");
        total.add(send_again(server.address, vec![attempt(&world)]).await.unwrap());
    }
    expect_unavailable(&total);

    cluster.psql("postgres", "ALTER SYSTEM RESET default_transaction_read_only");
    cluster.psql("postgres", "SELECT pg_reload_conf()");
    while !total.open.is_empty() {
        assert!(started.elapsed() < DEADLINE, "it does not recover");
        let open = std::mem::take(&mut total.open);
        total.add(send_again(server.address, open).await.unwrap());
    }
    assert_eq!(compare(&stored_ids(&url), &total), Comparison::default());
}
