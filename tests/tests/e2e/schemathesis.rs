//! schemathesis makes up requests from the API description, good ones and bad ones: the server must keep to what it says.
//!
//! Made-up ids end in `404`, so the description that schemathesis gets is the server's own with what is known in the test's
//! world: ids that exist, and bodies that are good there (those of the rights matrix).

use std::path::Path;
use std::process::Stdio;

use huxue::domain::words::Office;
use huxue_tests::{Actor, Backend, TestApp, require};
use serde_json::{Value, json};
use tokio::process::Command;

use crate::rights_matrix::routes::lines;
use crate::rights_matrix::shape;
use crate::rights_matrix::world::World;

/// What is checked: no 5xx, answers only as described, methods only as described, nothing without a session that needs one.
/// Left out are the checks of which requests are refused: the schemas cannot say all rules (`428` and `412` for versions, dates
/// in the past, ids of the same school), so that both kinds of mistake would be reported where there is none.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance,unsupported_method,allow_header_conformance,ignored_auth";

/// How many requests are made up for each operation, beside those that cover each limit of the schemas.
const EXAMPLES: &str = "5";

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
    let world = World::build(&app).await;
    let caller = match office {
        Some(office) => world.officer(office),
        None => world.admin.clone(),
    };
    let folder = tempfile::tempdir().unwrap();
    let description = folder.path().join("openapi.json");
    std::fs::write(&description, description_for(&world).await.to_string()).unwrap();
    // What takes things away comes last, so that the rest finds them.
    let first = run(&app, &caller, &description, &["--exclude-method", "DELETE"]).await;
    let last = run(&app, &caller, &description, &["--include-method", "DELETE"]).await;
    let found: Vec<_> = first.into_iter().chain(last).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn without_limits(config: &mut huxue::config::Config) {
    let limits = &mut config.sign_in;
    limits.lockout_failures = 0;
    limits.attempts_per_minute_by_account = 0;
    limits.attempts_per_minute_by_address = 0;
    limits.sms_per_hour_by_account = 0;
}

/// The description, with the known ids as the values of the parameters and the known bodies as further examples.
async fn description_for(world: &World) -> Value {
    let mut document = serde_json::to_value(huxue::http::openapi()).unwrap();
    for line in lines() {
        let filled = world.path(line).await;
        let paths = document["paths"].as_object_mut().unwrap();
        let here = |path: &str| shape(path.strip_prefix("/api/v1").unwrap()) == shape(line.path);
        let (path, item) = paths.iter_mut().find(|(path, _)| here(path)).unwrap();
        let operation = &mut item[line.method.to_lowercase()];
        let filled = filled.split('?').next().unwrap().split('/');
        for (name, value) in path.strip_prefix("/api/v1").unwrap().split('/').zip(filled) {
            if let Some(name) = name.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                know(operation, name, value);
            }
        }
        if let Some(content) = operation.pointer_mut("/requestBody/content/application~1json") {
            let known: Value = serde_json::from_str(&world.fill(line.body)).unwrap();
            let described = content.as_object_mut().unwrap().remove("example").unwrap();
            content["examples"] = json!({ "described": { "value": described }, "known": { "value": known } });
        }
    }
    document
}

/// A parameter of the path has this value; dates may be others.
fn know(operation: &mut Value, name: &str, value: &str) {
    let parameters = operation["parameters"].as_array_mut().unwrap();
    let parameter = parameters.iter_mut().find(|one| one["name"] == name && one["in"] == "path").unwrap();
    parameter["example"] = json!(value);
    if parameter["schema"]["format"] != "date" {
        parameter["schema"] = json!({ "type": "string", "enum": [value] });
    }
}

/// Runs schemathesis; what it said if it found a fault.
async fn run(app: &TestApp, caller: &Actor, description: &Path, which: &[&str]) -> Option<String> {
    let bearer = format!("Authorization: Bearer {}", caller.token.clone().unwrap());
    let run = Command::new("schemathesis")
        .arg("run")
        .arg(description)
        .args(["--url", &app.address, "-H", &bearer, "--checks", CHECKS])
        // The same requests in the same order each time.
        .args(["--max-examples", EXAMPLES, "--seed", "1", "--generation-deterministic", "--workers", "1"])
        .args(["--no-color", "--no-shrink", "--warnings", "off"])
        .args(["--phases", "examples,coverage,fuzzing", "--suppress-health-check", "all"])
        .args(["--request-timeout", "20", "--continue-on-failure"])
        // The stream does not end; signing out would end the run's own session. Both have tests of their own.
        .args(["--exclude-path-regex", "/(events|sessions/current)$"])
        .args(which)
        .current_dir(description.parent().unwrap())
        .kill_on_drop(true)
        .output()
        .await
        .unwrap();
    let said = || format!("{}\n{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    (!run.status.success()).then(said)
}
