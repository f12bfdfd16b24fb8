//! Several servers over one PostgreSQL.

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::service::alerts::round::Round;
use huxue_tests::{Backend, TestApp};
use serde_json::json;

use super::{counts, told, watched};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_tell_everything_once_and_one_goes_on_alone() {
    let Some(one) = TestApp::start(Backend::Postgres).await else { return };
    let morning = watched(&one).await;
    let two = one.beside().await;
    let turn = |app: &TestApp| {
        let app = Arc::clone(&app.app);
        tokio::task::spawn_blocking(move || Round::new(&app).turn(&app).unwrap())
    };
    for span in [20 * 60, 10 * 60, 120] {
        one.pass(TimeDelta::seconds(span));
        two.pass(TimeDelta::seconds(span));
        // Four at once, beside those that the servers make by themselves.
        for made in [turn(&one), turn(&two), turn(&one), turn(&two)] {
            made.await.unwrap();
        }
    }
    assert_eq!(counts(&one, &morning.leader).await, json!([2, 0, 0]), "{:?}", told(&one, &morning.leader).await);
    assert_eq!(counts(&one, &morning.safety).await, json!([1, 1, 0]), "{:?}", told(&one, &morning.safety).await);
    // One is gone midway; the other takes the next step at its second.
    let (leader, principal) = (morning.leader.clone(), morning.principal.clone());
    drop(one);
    two.pass(TimeDelta::seconds(180));
    turn(&two).await.unwrap();
    assert_eq!(counts(&two, &principal).await, json!([0, 1, 0]));
    assert_eq!(counts(&two, &leader).await, json!([2, 0, 0]));
}
