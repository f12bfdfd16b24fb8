//! The server, or PostgreSQL, is killed at random moments under load. What was acknowledged is there once; what was not is
//! there at most once; nothing else is there. The phones then send again what is open, and all of it is there once.

use std::rc::Rc;

use huxue_tests::Backend;
use huxue_tests::database::{Cluster, Database};
use huxue_tests::load::{Attempt, Comparison, Progress, Tally, World, compare, send, send_again, stored_ids};
use huxue_tests::server_process::ServerProcess;

use super::{PLAN, becomes, world};

const ROUNDS: usize = 20;
/// The database's name on a cluster of its own.
const DATABASE: &str = "kill";

/// What a story has come to.
struct Story {
    url: String,
    world: Rc<World>,
    total: Tally,
}

impl Story {
    fn begin(url: String) -> Self {
        Self { world: world(&url), url, total: Tally::default() }
    }

    /// Sends until a random moment, at which `fault` strikes.
    async fn load_until(
        &mut self,
        server: ServerProcess,
        fault: impl FnOnce(ServerProcess) -> Option<ServerProcess>,
    ) -> Option<ServerProcess> {
        let (progress, address) = (Rc::new(Progress::default()), server.address);
        let strike = async {
            if rand::random_bool(0.5) {
                progress.sent(rand::random_range(1..300)).await;
            } else {
                progress.answered(rand::random_range(1..300)).await;
            }
            let left = fault(server);
            progress.stop();
            left
        };
        let (tally, server) = tokio::join!(send(address, &self.world, PLAN, &progress), strike);
        self.total.add(tally);
        server
    }

    fn check(&self) -> Comparison {
        let comparison = compare(&stored_ids(&self.url), &self.total);
        assert!(comparison.is_sound(), "{comparison:?}");
        comparison
    }

    /// The phones send again what is open; then the database holds everything, and no more.
    async fn settle(&mut self, server: &ServerProcess) {
        let open: Vec<Attempt> = std::mem::take(&mut self.total.open);
        self.total.add(send_again(server.address, open).await.unwrap());
        assert!(self.total.open.is_empty(), "{:?}", self.total.open.first());
        assert_eq!(self.check(), Comparison::default());
    }
}

/// SIGKILL: as a power cut looks to the program.
fn killed(server: ServerProcess) -> Option<ServerProcess> {
    server.kill();
    None
}

#[tokio::test]
async fn a_killed_server_keeps_every_acknowledged_check_in_sqlite() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let mut story = Story::begin(database.url.clone());
    for _ in 0..ROUNDS {
        let server = ServerProcess::start(&story.url, &[]);
        story.settle(&server).await;
        story.load_until(server, killed).await;
        story.check();
    }
    story.settle(&ServerProcess::start(&story.url, &[])).await;
    assert!(story.total.acknowledged.len() >= ROUNDS);
}

#[tokio::test]
async fn a_killed_server_or_cluster_keeps_every_acknowledged_check_in_postgres() {
    let Some(cluster) = Cluster::start(true) else { return };
    let mut story = Story::begin(cluster.create_database(DATABASE));
    let mut server = ServerProcess::start(&story.url, &[]);
    for round in 0..ROUNDS {
        story.settle(&server).await;
        let left = if round % 3 == 2 {
            let crashed = |server: ServerProcess| {
                cluster.crash();
                Some(server)
            };
            let left = story.load_until(server, crashed).await;
            cluster.restart();
            left
        } else {
            story.load_until(server, killed).await
        };
        story.check();
        server = left.unwrap_or_else(|| ServerProcess::start(&story.url, &[]));
        becomes(server.address, 200).await;
    }
    story.settle(&server).await;
    assert!(story.total.acknowledged.len() >= ROUNDS);
}
