//! Settings: the file, the environment and flags, each outweighing the one before.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use huxue_tests::Backend;
use huxue_tests::command::huxue;
use huxue_tests::database::Database;
use huxue_tests::server_process::{ServerProcess, program};

/// Runs `serve --check-config` with a file, some environment and flags: its exit code, and what it said.
fn check(file: &str, environment: &[(&str, &str)], flags: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huxue.toml");
    std::fs::write(&path, file).unwrap();
    let mut command = Command::new(program());
    command.args(["serve", "--check-config", "--config"]).arg(&path).args(flags).envs(environment.iter().copied());
    let done = command.stdin(Stdio::null()).output().unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn each_source_outweighs_the_one_before() {
    let good = (Some(0), "configuration ok / 配置正确\n".to_owned());
    // An address that cannot be listened on shows which one counts.
    let (wrong, right) = ("nowhere", "127.0.0.1:0");
    let file = |listen: &str| format!("listen = \"{listen}\"\n");
    assert_eq!(check(&file(right), &[], &[]), good);
    assert_eq!(check(&file(wrong), &[], &[]).0, Some(1));
    assert_eq!(check(&file(wrong), &[("HUXUE_LISTEN", right)], &[]), good);
    assert_eq!(check(&file(right), &[("HUXUE_LISTEN", wrong)], &[]).0, Some(1));
    assert_eq!(check(&file(wrong), &[("HUXUE_LISTEN", wrong)], &["--listen", right]), good);
    assert_eq!(check(&file(right), &[("HUXUE_LISTEN", right)], &["--listen", wrong]).0, Some(1));
    // Settings within a section have two underscores in the environment.
    let sms = [("HUXUE_SMS__URL", "http://127.0.0.1:9/")];
    assert_eq!(check("", &sms, &[]), good);
}

#[test]
fn what_is_misspelt_is_an_error() {
    for (file, environment, named) in [
        ("lisen = \"127.0.0.1:1\"", &[][..], "lisen"),
        ("", &[("HUXUE_LISEN", "127.0.0.1:1")][..], "lisen"),
        ("workers = \"many\"", &[][..], "workers"),
        ("listen = ", &[][..], "configuration"),
    ] {
        let (code, said) = check(file, environment, &[]);
        assert!(code == Some(1) && said.contains(named), "{file} {environment:?}: {said}");
    }
    let missing = huxue("sqlite:unused.db", &["serve", "--config", "/nowhere/huxue.toml"]).refused();
    assert!(missing.contains("/nowhere/huxue.toml"), "{missing}");
}

#[test]
fn a_mistyped_path_makes_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("typo.db");
    let url = format!("sqlite:{}", path.display());
    for arguments in [
        &["keys", "list"][..],
        &["set-up-link"],
        &["receipt", "verify", "x"],
        &["backup", "copy.db"],
        &["audit", "prune", "--before", "2026-01-01"],
        &["day", "export", "--school", "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071", "--date", "2026-11-23"],
    ] {
        let refused = huxue(&url, arguments).refused();
        assert!(refused.contains("typo.db") && refused.contains("huxue serve"), "{arguments:?}: {refused}");
        assert!(!path.exists(), "{arguments:?}");
    }
}

#[test]
fn told_to_stop_it_answers_what_is_under_way() {
    let database = Database::fresh(Backend::Sqlite).unwrap();
    let server = ServerProcess::start(&database.url, &[("workers", "1")]);
    let body = "{\"phone\":\"13800000000\",\"password\":\"correct horse\",\"device_name\":\"x\"}";
    let (first, rest) = body.split_at(20);
    let mut under_way = TcpStream::connect(server.address).unwrap();
    let mut ask = |text: &str| under_way.write_all(text.as_bytes()).unwrap();
    // The server says that it wants the body: from then on the request is under way.
    let head = "POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nexpect: 100-continue";
    ask(&format!("{head}\r\ncontent-length: {}\r\n\r\n", body.len()));
    let mut told = [0; 25];
    under_way.read_exact(&mut told).unwrap();
    assert!(told.starts_with(b"HTTP/1.1 100 Continue"), "{}", String::from_utf8_lossy(&told));
    under_way.write_all(first.as_bytes()).unwrap();
    server.terminate();
    under_way.write_all(rest.as_bytes()).unwrap();
    let mut answer = String::new();
    under_way.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 401 ") && answer.contains("wrong_credentials"), "{answer}");
    let address = server.address;
    assert_eq!(server.wait().code(), Some(0));
    assert!(TcpStream::connect(address).is_err(), "nobody listens any more");
}
