//! Stories in a real browser: each is a test here, which makes what the story needs, and a script in `tests/browser/stories`.
//! `tests/README.md` says how to add one.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod desk;
mod home;
mod phone;
mod set_up;
mod walk;

use chrono::TimeDelta;
use huxue::config::Config;
use huxue_tests::school::{DEGREES_PER_M, Post};
use huxue_tests::{Actor, Backend, TestApp};
use serde_json::{Value, json};

/// Where the signs and links of stories lead; the stories open their paths on the server of the test.
const PUBLIC_URL: &str = "https://huxue.test";

/// A server of a story. The API is tested on both databases; what shows of it is the same.
async fn server() -> TestApp {
    server_with(|_| ()).await
}

/// One that is configured otherwise too.
async fn server_with(more: impl FnOnce(&mut Config)) -> TestApp {
    let adjust = |config: &mut Config| {
        PUBLIC_URL.clone_into(&mut config.public_url);
        // The stories move the clock by minutes, and people whom the test signed in have nothing to refresh their sessions with.
        config.access_token_seconds = 24 * 3600;
        more(config);
    };
    TestApp::start_with(Backend::Sqlite, adjust).await.unwrap()
}

/// Somebody's session, for a story's `device({ as })`.
async fn session(person: &Actor) -> Value {
    let me = person.get("/me").await.expect(200);
    json!({ "access": person.token, "person": { "id": me["id"], "name": me["name"] } })
}

/// Where a phone is: so many metres east of a post's centre.
fn east(post: &Post, east_m: f64, accuracy_m: f64) -> Value {
    json!({ "lon": post.lon + east_m * DEGREES_PER_M, "lat": post.lat, "accuracy": accuracy_m })
}

/// Moves the server's clock as a story asks: `ask('pass', { minutes })` or `{ seconds }`.
fn pass(app: &TestApp, with: &Value) -> Value {
    let span = |unit: &str| with[unit].as_i64().unwrap_or_default();
    app.pass(TimeDelta::minutes(span("minutes")) + TimeDelta::seconds(span("seconds")));
    Value::Null
}

/// For a story that asks for something else than its test answers.
fn unknown(what: &str) -> ! {
    panic!("the story asks for {what}, and its test does not know that")
}
