//! A database that cannot be written: the start ends with what to do, or phones are told to keep their check-ins, and those
//! are taken as soon as it can.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use huxue_tests::Backend;
use huxue_tests::database::{Cluster, Database};
use huxue_tests::load::{Attempt, World, compare, request, send_again, stored_ids};
use huxue_tests::load::{Comparison, Tally};
use huxue_tests::server_process::{ServerProcess, program};
use uuid::Uuid;

use super::{DEADLINE, world};

fn attempt(world: &World) -> Attempt {
    let id = Uuid::now_v7();
    Attempt { ids: vec![id], request: request(&world.phones[0], &[id]), problem: None }
}

fn problem(tally: &Tally) -> &str {
    tally.open[0].problem.as_deref().unwrap()
}

fn expect_read_only(tally: &Tally) {
    let problem = problem(tally);
    assert!(problem.starts_with("503") && problem.contains("\"database_read_only\""), "{problem}");
}

/// Runs a program that obeys the rights of files even as root, and for which a write beyond a limit fails.
const OBEDIENT: &str = r#"
trap '' XFSZ
[ "$(id -u)" = 0 ] && exec setpriv --bounding-set=-dac_override,-dac_read_search "$@"
exec "$@"
"#;

fn obedient() -> Command {
    let mut command = Command::new("bash");
    command.args(["-c", OBEDIENT, "bash"]).arg(program()).arg("serve");
    command
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// What a start says that must fail.
fn refused_start(url: &str) -> String {
    let mut command = Command::new("timeout");
    command.arg(DEADLINE.as_secs().to_string()).arg("bash").args(["-c", OBEDIENT, "bash"]).arg(program()).arg("serve");
    let out = command.env("HUXUE_DATABASE_URL", url).env("HUXUE_LISTEN", "127.0.0.1:0").output().unwrap();
    assert!(!out.status.success());
    String::from_utf8(out.stderr).unwrap()
}

#[test]
fn a_start_on_what_cannot_be_written_says_which_file_and_which_right() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    world(&database.url);
    let path = database.url.strip_prefix("sqlite:").unwrap();
    let (file, folder) = (Path::new(path), Path::new(path).parent().unwrap());

    // While somebody has it open its WAL is there, and a start needs no right to the folder.
    let (wal, started) = (folder.join("huxue.db-wal"), Instant::now());
    while wal.exists() {
        assert!(started.elapsed() < DEADLINE, "it is still open");
        std::thread::yield_now();
    }
    set_mode(folder, 0o555);
    let by_folder = refused_start(&database.url);
    let nothing_there = refused_start(&format!("sqlite:{}/other.db", folder.display()));
    set_mode(folder, 0o755);
    let by_address = refused_start(&format!("sqlite:file:{path}?mode=ro"));
    set_mode(file, 0o444);
    let by_file = refused_start(&database.url);

    let expected = [
        (&by_address, "database_read_only", "huxue.db"),
        (&by_file, "database_read_only", "huxue.db"),
        (&by_folder, "database_read_only", "huxue.db"),
        (&nothing_there, "database_not_opened", "other.db"),
    ];
    for (text, code, name) in expected {
        assert!(text.contains(&format!("huxue: start: {code}: 数据库")), "{text}");
        for part in [format!("write the file {}", folder.join(name).display()), format!("folder {}", folder.display())]
        {
            assert!(text.contains(&part), "{part}: {text}");
        }
    }
}

#[tokio::test]
async fn a_sqlite_file_that_turns_read_only_loses_nothing_and_is_written_again_without_a_restart() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let world = world(&database.url);
    let file = Path::new(database.url.strip_prefix("sqlite:").unwrap());
    let server = ServerProcess::start_as(&mut obedient(), &database.url, &[]);
    let mut total = send_again(server.address, vec![attempt(&world)]).await.unwrap();
    assert!(total.open.is_empty());

    // What is open stays writable. A disk without room makes the server open the file anew: read-only, for want of the right.
    set_mode(file, 0o444);
    limit_files(&server, "1000:");
    let started = Instant::now();
    while total.open.is_empty() || !problem(&total).contains("database_read_only") {
        assert!(started.elapsed() < DEADLINE, "not read-only: {:?}", total.open.first());
        let mut open = std::mem::take(&mut total.open);
        open.truncate(1);
        open.extend(Some(attempt(&world)).filter(|_| open.is_empty()));
        total.add(send_again(server.address, open).await.unwrap());
    }
    expect_read_only(&total);

    limit_files(&server, "unlimited:");
    set_mode(file, 0o644);
    while !total.open.is_empty() {
        assert!(started.elapsed() < DEADLINE, "it does not recover");
        let open = std::mem::take(&mut total.open);
        total.add(send_again(server.address, open).await.unwrap());
    }
    assert_eq!(compare(&stored_ids(&database.url), &total), Comparison::default());
}

fn limit_files(server: &ServerProcess, limit: &str) {
    let limit = format!("--fsize={limit}");
    let done = Command::new("prlimit").args(["--pid", &server.id().to_string(), &limit]).status().unwrap();
    assert!(done.success(), "prlimit");
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
    expect_read_only(&total);

    cluster.psql("postgres", "ALTER SYSTEM RESET default_transaction_read_only");
    cluster.psql("postgres", "SELECT pg_reload_conf()");
    while !total.open.is_empty() {
        assert!(started.elapsed() < DEADLINE, "it does not recover");
        let open = std::mem::take(&mut total.open);
        total.add(send_again(server.address, open).await.unwrap());
    }
    assert_eq!(compare(&stored_ids(&url), &total), Comparison::default());
}
