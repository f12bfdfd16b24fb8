//! `/set-up`

use chrono::TimeDelta;
use huxue::service::set_up;
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::{Value, json};

fn body(token: &str) -> Value {
    json!({ "token": token, "organization": "示范县教育局", "name": "管理员", "phone": "13800000000", "password": "correct horse" })
}

async fn link(app: &TestApp) -> Option<String> {
    let app = std::sync::Arc::clone(&app.app);
    let link = tokio::task::spawn_blocking(move || set_up::new_link(&app)).await.unwrap().unwrap();
    link.map(|link| link.rsplit('=').next().unwrap().to_owned())
}

on_both! {
    async fn the_link_sets_up_once(app: TestApp) {
        let stranger = app.stranger();
        assert_eq!(stranger.get("/set-up").await.expect(200), json!({ "needed": true }));
        let replaced = link(&app).await.unwrap();
        let token = link(&app).await.unwrap();
        stranger.post("/set-up", body(&replaced)).await.expect_problem(410, "set_up_link_over");
        stranger.post("/set-up", body("made up")).await.expect_problem(410, "set_up_link_over");
        let done = stranger.post("/set-up", body(&token)).await.expect(201);
        let admin = Actor::of_session(&app, &done);
        assert_eq!(admin.get("/organizations").await.expect(200)["items"][0]["name"], "示范县教育局");
        stranger.post("/set-up", body(&token)).await.expect_problem(410, "set_up_link_over");
        assert_eq!(stranger.get("/set-up").await.expect(200), json!({ "needed": false }));
        assert_eq!(link(&app).await, None);
    }

    async fn the_link_runs_out_after_a_day(app: TestApp) {
        let token = link(&app).await.unwrap();
        app.pass(TimeDelta::hours(24));
        app.stranger().post("/set-up", body(&token)).await.expect_problem(410, "set_up_link_over");
    }

    async fn names_are_checked_alike_at_the_machine_and_by_the_link(app: TestApp) {
        let token = link(&app).await.unwrap();
        for (field, text) in [("organization", " "), ("name", "a\nb")] {
            let mut wrong = body(&token);
            wrong[field] = json!(text);
            let refused = app.stranger().post("/set-up", wrong).await;
            assert_eq!(refused.body["field"], field);
            refused.expect_problem(422, "invalid_field");
            let [bureau, name] = if field == "name" { ["本县", text] } else { [text, "王"] };
            let (at_machine, password) = (std::sync::Arc::clone(&app.app), "correct horse");
            let make = move || set_up::first_administrator(&at_machine, bureau, name, "13800000000", password);
            let refused = tokio::task::spawn_blocking(make).await.unwrap().unwrap_err();
            assert_eq!(refused.field.as_deref(), Some(field));
        }
    }

    async fn a_password_reset_at_the_machine_ends_all_sessions(app: TestApp) {
        let admin = app.administrator().await;
        let at_machine = std::sync::Arc::clone(&app.app);
        let reset = move || set_up::reset_password(&at_machine, "138 0000 0000", "third horse");
        assert_eq!(tokio::task::spawn_blocking(reset).await.unwrap(), Ok(1));
        admin.get("/me").await.expect_problem(401, "session_ended");
        Actor::sign_in(&app, "13800000000", "third horse").await;
    }
}
