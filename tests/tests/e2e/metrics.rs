//! `/metrics` of a server that is a process of its own: nobody else counts in it, so the figures are exact.

use std::rc::Rc;
use std::time::Duration;

use huxue_tests::Backend;
use huxue_tests::database::Database;
use huxue_tests::load::{Connection, Plan, Progress, send};
use huxue_tests::server_process::ServerProcess;

use crate::faults::world;

const PLAN: Plan = Plan { connections: 4, batch: 5, time: Duration::from_secs(60), count: 60 };

/// The sum of a figure's lines whose labels hold a text; none without such a line.
fn figure(metrics: &str, name: &str, label: &str) -> Option<f64> {
    let figures = metrics.lines().filter_map(|line| {
        let (series, value) = line.rsplit_once(' ')?;
        let (named, labels) = series.split_once('{').unwrap_or((series, ""));
        (named == name && labels.contains(label)).then(|| value.parse::<f64>().unwrap())
    });
    figures.reduce(|sum, figure| sum + figure)
}

#[tokio::test]
async fn check_ins_batches_the_queue_and_requests_are_counted() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let world = world(&database.url);
    let server = ServerProcess::start(&database.url, &[]);
    let tally = send(server.address, &world, PLAN, &Rc::<Progress>::default()).await;
    assert_eq!((tally.acknowledged.len(), tally.open.len()), (60, 0));

    let mut connection = Connection::open(server.address).await.unwrap();
    let reply = connection.exchange(b"GET /metrics HTTP/1.1\r\nhost: localhost\r\n\r\n").await.unwrap();
    let metrics = std::str::from_utf8(reply.body).unwrap();
    let of = |name: &str, label: &str| figure(metrics, name, label);
    assert_eq!(of("huxue_check_ins_total", "grade=\""), Some(60.0), "{metrics}");
    assert_eq!(of("huxue_check_in_batch_rows_sum", ""), Some(60.0), "{metrics}");
    let batches = of("huxue_check_in_batch_rows_count", "").unwrap();
    assert!((1.0..=12.0).contains(&batches), "twelve requests came, at most four at once: {batches}");
    assert_eq!(of("huxue_check_in_queue", ""), Some(0.0), "nothing waits any more");
    let sent = of("huxue_requests_total", "route=\"/api/v1/check-ins\"");
    assert_eq!(sent, Some(12.0), "{metrics}");
    assert!(of("huxue_pool_connections", "pool=\"read\"").is_some(), "{metrics}");
}
