//! What needs no session is limited by network address.

use chrono::TimeDelta;
use huxue_tests::{Backend, TestApp};
use reqwest::Method;

/// Addresses of the API, and one beside it.
const OPEN: [&str; 5] = ["/codes/x", "/screens/x", "/invites/x", "/client-config", "!/c/x"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_address_may_ask_so_often_and_is_told_when_again() {
    let app = TestApp::start_with(Backend::Sqlite, |config| {
        config.open_requests_per_minute_by_address = 5;
        config.behind_proxy = true;
    });
    let (app, burst) = (app.await.unwrap(), 5_u64);
    let phone = app.stranger();
    let from = async |address: &str, path: &str| {
        phone.send(phone.request(Method::GET, path).header("X-Forwarded-For", address)).await
    };
    for path in OPEN {
        assert_ne!(from("192.0.2.1", path).await.status.as_u16(), 429, "{path}");
    }
    for path in OPEN {
        let refused = from("192.0.2.1", path).await;
        assert_eq!(refused.retry_after, Some(60 / burst + 1), "{path}");
        refused.expect_problem(429, "too_many_requests");
    }
    from("192.0.2.2", "/set-up").await.expect(200);
    app.pass(TimeDelta::seconds(60 / i64::try_from(burst).unwrap()));
    from("192.0.2.1", "/set-up").await.expect(200);
    from("192.0.2.1", "/set-up").await.expect_problem(429, "too_many_requests");
}
