//! The disk is full: phones are told to keep their check-ins, nothing acknowledged is lost, and the server goes on by itself
//! as soon as there is room. A limit on the size of the process's files stands in for the disk: it needs no rights.

use std::process::Command;
use std::rc::Rc;

use huxue_tests::Backend;
use huxue_tests::database::Database;
use huxue_tests::load::{Comparison, Progress, Tally, compare, send, send_again, stored_ids};
use huxue_tests::server_process::{ServerProcess, program};

use super::{PLAN, world};

/// Runs a program with a limit on the size of its files, kilobytes; a write beyond it fails instead of ending the process.
const WITH_SMALL_FILES: &str = r#"trap '' XFSZ; ulimit -S -f "$1"; exec "$2" serve"#;
/// Room for the made-up county and some hundred check-ins.
const KILOBYTES: &str = "2000";

fn start_with_little_room(url: &str) -> ServerProcess {
    let program = program().display().to_string();
    ServerProcess::start_as(Command::new("bash").args(["-c", WITH_SMALL_FILES, "bash", KILOBYTES, &program]), url, &[])
}

/// There is room again.
fn make_room(server: &ServerProcess) {
    let done =
        Command::new("prlimit").args(["--pid", &server.id().to_string(), "--fsize=unlimited:"]).status().unwrap();
    assert!(done.success(), "prlimit");
}

#[tokio::test]
async fn a_full_disk_loses_nothing_and_is_got_over_without_a_restart() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let world = world(&database.url);
    let server = start_with_little_room(&database.url);
    let progress = Rc::new(Progress::default());
    let stop_at_a_refusal = async {
        progress.refused(8).await;
        progress.stop();
    };
    let (mut total, ()) = tokio::join!(send(server.address, &world, PLAN, &progress), stop_at_a_refusal);
    expect_unavailable(&total);
    assert!(compare(&stored_ids(&database.url), &total).is_sound());

    make_room(&server);
    let open = std::mem::take(&mut total.open);
    total.add(send_again(server.address, open).await.unwrap());
    assert!(total.open.is_empty(), "{:?}", total.open.first().map(|attempt| &attempt.problem));
    assert_eq!(compare(&stored_ids(&database.url), &total), Comparison::default());
}

fn expect_unavailable(tally: &Tally) {
    assert!(!tally.acknowledged.is_empty(), "some fitted");
    for attempt in &tally.open {
        let problem = attempt.problem.as_deref().unwrap_or("no answer");
        assert!(problem.starts_with("503") && problem.contains("database_unavailable"), "{problem}");
    }
}
