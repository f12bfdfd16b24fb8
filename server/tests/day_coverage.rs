//! `huxue day coverage` as a person at a terminal meets it: a file or standard input in, JSON out, errors named.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const CASES: &str = include_str!("../src/domain/coverage/cases.json");

fn case() -> Value {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    cases[1].clone()
}

fn huxue(file: &str, input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huxue"));
    command.args(["day", "coverage", file]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn standard_input_and_a_file_give_the_same_document() {
    let case = case();
    let day = case["day"].to_string();
    let from_input = huxue("-", day.as_bytes());
    assert!(from_input.status.success() && from_input.stderr.is_empty());
    assert_eq!(serde_json::from_slice::<Value>(&from_input.stdout).unwrap(), case["coverage"]);

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("day.json");
    std::fs::write(&file, day).unwrap();
    assert_eq!(huxue(file.to_str().unwrap(), b"").stdout, from_input.stdout);
}

#[test]
fn a_malformed_document_is_refused_naming_the_field() {
    let mut day = case()["day"].clone();
    day["duties"][0]["min_grade"] = "good".into();
    let output = huxue("-", day.to_string().as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("duties[0].min_grade: 'good'"), "{error}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = huxue("no-such-day.json", b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("no-such-day.json"));
}
