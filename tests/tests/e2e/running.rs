//! What runs beside the API: health, metrics, the home page, the description, limits on what comes in.

use huxue_tests::{TestApp, on_both};
use reqwest::Method;
use serde_json::json;

on_both! {
    async fn the_server_tells_how_it_is(app: TestApp) {
        let anybody = app.stranger();
        assert_eq!(anybody.get("!/healthz").await.expect(200)["status"], "ok");
        assert_eq!(anybody.get("!/readyz").await.expect(200)["status"], "ready");
        let metrics = anybody.get("!/metrics").await;
        assert!(metrics.text.contains("huxue_requests_total{") && metrics.text.contains("huxue_pool_connections"), "{}", metrics.text);
        assert!(metrics.text.contains("route=\"/readyz\""), "{}", metrics.text);
    }

    async fn the_home_page_and_the_description_are_there_in_both_languages(app: TestApp) {
        let anybody = app.stranger();
        assert!(anybody.get("!/").await.text.contains("护学岗"));
        let english = anybody.request(Method::GET, "!/").header("Accept-Language", "en");
        assert!(anybody.send(english).await.text.contains("guard posts"));
        let described = serde_json::to_value(huxue::http::openapi()).unwrap();
        assert!(anybody.get("!/openapi.json").await.expect(200) == described, "it answers what its routes say");
        assert!(anybody.get("!/docs/").await.text.contains("swagger-ui"));
    }

    async fn problems_speak_the_readers_language_and_carry_the_request(app: TestApp) {
        let anybody = app.stranger();
        let request = anybody.request(Method::GET, "/organizations").header("Accept-Language", "en-GB,en;q=0.9");
        let english = anybody.send(request.header("x-request-id", "my-request-1")).await;
        assert_eq!((english.body["title"].as_str(), english.body["request_id"].as_str()), (Some("Sign in first."), Some("my-request-1")));
        assert_eq!(anybody.get("/organizations").await.body["title"], "请先登录。");
    }

    async fn bodies_that_are_too_large_or_not_json_are_refused(app: TestApp) {
        let admin = app.administrator().await;
        let large = "x".repeat(100 << 20);
        // The server answers 413 before it has read all; the client may then fail to send the rest.
        let sent = admin.request(Method::POST, "/organizations").header("content-type", "application/json").body(large).send().await;
        assert!(sent.is_err() || sent.is_ok_and(|answer| answer.status() == 413));
        let send = |kind: &'static str, body: &'static str| {
            admin.send(admin.request(Method::POST, "/organizations").header("content-type", kind).body(body))
        };
        send("application/json", "{").await.expect_problem(400, "malformed_json");
        send("text/plain", "{}").await.expect_problem(415, "unsupported_media_type");
        send("application/json", "[]").await.expect_problem(400, "malformed_json");
        admin.post("/organizations", json!({ "surprise": 1 })).await.expect_problem(400, "malformed_json");
        admin.get("/organizations?limit=many").await.expect_problem(400, "malformed_query");
    }
}
