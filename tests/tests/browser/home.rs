//! `/`

use huxue_tests::browser::{nothing_asked, play};
use serde_json::json;

use crate::server;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn doors() {
    let app = server().await;
    // With an administrator: before there is one, the desk leads to setting up.
    app.administrator().await;
    play("home/doors", &app, &json!({}), nothing_asked);
}
