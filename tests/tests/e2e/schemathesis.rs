//! schemathesis makes up requests from the API description, good ones and bad ones: the server must keep to what it says.

use std::process::Stdio;

use huxue::domain::words::Office;
use huxue_tests::{Backend, TestApp, require};
use tokio::process::Command;

/// What is checked of every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance";

/// How many requests are made up for each operation. The seed is fixed, so that each run makes up the same.
const EXAMPLES: &str = "6";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_on_sqlite() {
    keeps_its_word(Backend::Sqlite, None).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_principal_on_postgres() {
    keeps_its_word(Backend::Postgres, Some(Office::Principal)).await;
}

async fn keeps_its_word(backend: Backend, office: Option<Office>) {
    let Ok(version) = Command::new("schemathesis").arg("--version").stderr(Stdio::null()).output().await else {
        require::skip("schemathesis", "it is not in PATH");
        return;
    };
    assert!(version.status.success());
    let Some(app) = TestApp::start_with(backend, without_limits).await else { return };
    let admin = app.administrator().await;
    let school = app.guarded_school(&admin, "实验小学").await;
    let caller = match office {
        Some(office) => app.officer(&school.organization, office).await,
        None => admin,
    };
    let bearer = format!("Authorization: Bearer {}", caller.token.clone().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let run = Command::new("schemathesis")
        .args(["run", &format!("{}/openapi.json", app.address), "-H", &bearer, "--checks", CHECKS])
        .args(["--max-examples", EXAMPLES, "--seed", "1", "--generation-database", "none", "--no-color", "--no-shrink"])
        .args(["--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all", "--warnings", "off"])
        .args(["--request-timeout", "20", "--continue-on-failure", "--workers", "2"])
        // Streams do not end; signing out would end the run's own session.
        .args(["--exclude-path-regex", "/events$", "--exclude-path-regex", "/sessions/(current|\\{)"])
        .current_dir(folder.path())
        .output()
        .await
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}\n{}", String::from_utf8_lossy(&run.stderr));
}

fn without_limits(config: &mut huxue::config::Config) {
    let limits = &mut config.sign_in;
    limits.lockout_failures = 0;
    limits.attempts_per_minute_by_account = 0;
    limits.attempts_per_minute_by_address = 0;
    limits.sms_per_hour_by_account = 0;
}
