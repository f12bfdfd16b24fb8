//! PostgreSQL is stopped and started again: the server says so meanwhile and recovers without a restart.

use huxue_tests::database::Cluster;
use huxue_tests::load::{Attempt, Connection, request, send_again, stored_ids};
use huxue_tests::server_process::ServerProcess;
use uuid::Uuid;

use super::{becomes, readiness, world};

#[tokio::test]
async fn the_server_recovers_by_itself_when_postgres_is_back() {
    let Some(cluster) = Cluster::start(false) else { return };
    let url = cluster.create_database("away");
    let world = world(&url);
    let server = ServerProcess::start(&url, &[]);
    let [first, second] = [0, 1].map(|place| {
        let id = Uuid::now_v7();
        Attempt { ids: vec![id], request: request(&world.phones[place], &[id]), problem: None }
    });
    let ids = [first.ids[0], second.ids[0]];
    assert!(send_again(server.address, vec![first]).await.unwrap().open.is_empty());

    cluster.stop();
    let told = send_again(server.address, vec![second]).await.unwrap();
    let problem = told.open[0].problem.clone().unwrap();
    assert!(problem.starts_with("503") && problem.contains("database_unavailable"), "{problem}");
    assert_eq!(readiness(server.address).await.unwrap(), (503, Some("database_unavailable".to_owned())));
    let mut connection = Connection::open(server.address).await.unwrap();
    let alive = connection.exchange(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    assert_eq!(alive.status, 200, "the process itself is well");

    cluster.restart();
    becomes(server.address, 200).await;
    let told = send_again(server.address, told.open).await.unwrap();
    assert!(told.open.is_empty(), "{:?}", told.open[0].problem);
    assert_eq!(stored_ids(&url), ids);
}
