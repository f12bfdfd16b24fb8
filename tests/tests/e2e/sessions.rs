//! `/sessions` and `/me/password`

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::{Value, json};

const PHONE: &str = "13800000000";
const PASSWORD: &str = "correct horse battery";

async fn sign_in(app: &TestApp) -> Value {
    let body = json!({ "phone": PHONE, "password": PASSWORD, "device_name": "华为" });
    app.stranger().post("/sessions", body).await.expect(200)
}

fn token(body: &Value) -> Value {
    json!({ "refresh_token": body["refresh_token"] })
}

on_both! {
    async fn signing_in_answers_exactly_what_the_contract_says(app: TestApp) {
        app.administrator().await;
        let body = sign_in(&app).await;
        let fields: Vec<_> = body.as_object().unwrap().keys().cloned().collect();
        assert_eq!(fields, ["access_token", "expires_in", "person", "refresh_token"]);
        let spaced = json!({ "phone": "+86 138-0000 0000", "password": PASSWORD });
        assert_eq!(app.stranger().post("/sessions", spaced).await.expect(200)["person"], body["person"]);
        let none = json!({ "phone": "12345", "password": PASSWORD });
        app.stranger().post("/sessions", none).await.expect_problem(422, "invalid_field");
    }

    async fn a_replayed_refresh_token_ends_the_session_of_thief_and_owner(app: TestApp) {
        app.administrator().await;
        let (first, other) = (sign_in(&app).await, sign_in(&app).await);
        let stranger = app.stranger();
        app.pass(TimeDelta::minutes(16));
        Actor::of_session(&app, &first).get("/sessions").await.expect_problem(401, "access_token_expired");
        let second = stranger.post("/sessions/refresh", token(&first)).await.expect(200);
        let third = stranger.post("/sessions/refresh", token(&second)).await.expect(200);
        let owner = Actor::of_session(&app, &third);
        assert_eq!(owner.get("/sessions").await.expect(200)["items"].as_array().unwrap().len(), 3);

        stranger.post("/sessions/refresh", token(&first)).await.expect_problem(401, "session_ended");
        owner.get("/sessions").await.expect_problem(401, "session_ended");
        stranger.post("/sessions/refresh", token(&third)).await.expect_problem(401, "session_ended");
        stranger.post("/sessions/refresh", token(&other)).await.expect(200);
        stranger.post("/sessions/refresh", json!({ "refresh_token": "made up" })).await.expect_problem(401, "session_ended");
    }

    async fn a_session_that_rests_too_long_is_over(app: TestApp) {
        app.administrator().await;
        let body = sign_in(&app).await;
        app.pass(TimeDelta::days(90));
        app.stranger().post("/sessions/refresh", token(&body)).await.expect_problem(401, "session_ended");
    }

    async fn the_thief_of_a_phone_is_shut_out(app: TestApp) {
        let admin = app.administrator().await;
        let stolen = sign_in(&app).await;
        let thief = Actor::of_session(&app, &stolen);
        let sessions = admin.get("/sessions").await.expect(200)["items"].as_array().unwrap().clone();
        let lost = sessions.iter().find(|session| session["device_name"] == "华为").unwrap();
        assert_eq!(lost["current"], false);
        admin.delete(&format!("/sessions/{}", lost["id"].as_str().unwrap())).await.expect(204);
        thief.get("/organizations").await.expect_problem(401, "session_ended");
        app.stranger().post("/sessions/refresh", token(&stolen)).await.expect_problem(401, "session_ended");
        admin.delete("/sessions/current").await.expect(204);
        admin.get("/sessions").await.expect_problem(401, "session_ended");
    }

    async fn an_ended_session_is_refused_at_once_by_every_server(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let guard = app.member(&school, Role::Guard).await;
        let beside = app.beside().await;
        let mut there = beside.stranger();
        there.token.clone_from(&guard.token);
        let check_in = || json!({ "check_ins": [{
            "id": uuid::Uuid::now_v7(), "kind": "arrive", "code": null, "short_code": null,
            "created_at": "2026-11-23T06:50:00+08:00", "sent_at": "2026-11-23T06:50:00+08:00", "elapsed_ms": 0,
            "position": null, "device_id": "a-phone"
        }] });
        // Both servers know the guard by heart now.
        for place in [&guard, &there] {
            place.get("/me").await.expect(200);
            place.post("/check-ins", check_in()).await.expect(200);
        }
        guard.delete("/sessions/current").await.expect(204);
        for place in [&guard, &there] {
            place.get("/me").await.expect_problem(401, "session_ended");
            place.post("/check-ins", check_in()).await.expect_problem(401, "session_ended");
        }
    }

    async fn sessions_of_others_are_nobodys_business(app: TestApp) {
        let admin = app.administrator().await;
        let other = app.person(None).await;
        let id = admin.get("/sessions").await.expect(200)["items"][0]["id"].as_str().unwrap().to_owned();
        other.delete(&format!("/sessions/{id}")).await.expect_problem(404, "not_found");
        admin.get("/sessions").await.expect(200);
    }

    async fn guessing_locks_the_account_known_or_not(app: TestApp) {
        app.administrator().await;
        for phone in [PHONE, "13911112222"] {
            let guess = json!({ "phone": phone, "password": "wrong" });
            let stranger = app.stranger();
            for _ in 0..5 {
                stranger.post("/sessions", guess.clone()).await.expect_problem(401, "wrong_credentials");
            }
            let locked = stranger.post("/sessions", guess.clone()).await;
            assert_eq!(locked.retry_after, Some(60));
            locked.expect_problem(429, "account_locked");
        }
        let right = json!({ "phone": PHONE, "password": PASSWORD });
        app.stranger().post("/sessions", right.clone()).await.expect_problem(429, "account_locked");
        app.pass(TimeDelta::seconds(60));
        app.stranger().post("/sessions", json!({ "phone": PHONE, "password": "wrong" })).await.expect(401);
        assert_eq!(app.stranger().post("/sessions", right.clone()).await.retry_after, Some(120));
        app.pass(TimeDelta::seconds(120));
        app.stranger().post("/sessions", right).await.expect(200);
        app.stranger().post("/sessions", json!({ "phone": PHONE, "password": "wrong" })).await.expect(401);
        sign_in(&app).await;
    }

    async fn attempts_are_limited_by_account(app: TestApp) {
        let stranger = app.stranger();
        let attempt = json!({ "phone": "13911112222", "code": "000000" });
        for _ in 0..10 {
            stranger.post("/sessions/sms", attempt.clone()).await.expect_problem(401, "wrong_code");
        }
        let refused = stranger.post("/sessions/sms", attempt.clone()).await;
        assert_eq!(refused.retry_after, Some(7));
        refused.expect_problem(429, "too_many_requests");
        app.pass(TimeDelta::seconds(6));
        stranger.post("/sessions/sms", attempt).await.expect_problem(401, "wrong_code");
    }

    async fn a_code_signs_in_once(app: TestApp) {
        app.administrator().await;
        let stranger = app.stranger();
        stranger.post("/sessions/sms-codes", json!({ "phone": "13911112222" })).await.expect(202);
        stranger.post("/sessions/sms-codes", json!({ "phone": PHONE })).await.expect(202);
        let code = app.sms.code_for(PHONE).await;
        assert!(app.sms.is_empty().await, "nobody has the other number");
        let body = json!({ "phone": PHONE, "code": code });
        let signed_in = stranger.post("/sessions/sms", body.clone()).await.expect(200);
        Actor::of_session(&app, &signed_in).get("/organizations").await.expect(200);
        stranger.post("/sessions/sms", body).await.expect_problem(401, "wrong_code");
    }

    async fn a_code_runs_out_by_time_and_by_attempts(app: TestApp) {
        app.administrator().await;
        let stranger = app.stranger();
        let with = |code: &str| json!({ "phone": PHONE, "code": code });
        stranger.post("/sessions/sms-codes", json!({ "phone": PHONE })).await.expect(202);
        let code = app.sms.code_for(PHONE).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            stranger.post("/sessions/sms", with(wrong)).await.expect_problem(401, "wrong_code");
        }
        stranger.post("/sessions/sms", with(&code)).await.expect_problem(401, "wrong_code");
        stranger.post("/sessions/sms-codes", json!({ "phone": PHONE })).await.expect(202);
        let code = app.sms.code_for(PHONE).await;
        app.pass(TimeDelta::minutes(5));
        stranger.post("/sessions/sms", with(&code)).await.expect_problem(401, "wrong_code");
    }

    async fn a_new_password_ends_the_other_sessions(app: TestApp) {
        let admin = app.administrator().await;
        let other = Actor::of_session(&app, &sign_in(&app).await);
        let change = |old: &str, new: &str| json!({ "current_password": old, "new_password": new });
        admin.put("/me/password", change("wrong", "another horse")).await.expect_problem(401, "wrong_credentials");
        for bad in ["short", "12345678", "138 0000 0000"] {
            admin.put("/me/password", change(PASSWORD, bad)).await.expect_problem(422, "invalid_field");
        }
        admin.put("/me/password", change(PASSWORD, "another horse")).await.expect(204);
        other.get("/sessions").await.expect_problem(401, "session_ended");
        admin.get("/sessions").await.expect(200);
        Actor::sign_in(&app, PHONE, "another horse").await;

        admin.post("/sessions/sms-codes", json!({ "phone": PHONE })).await.expect(202);
        let code = app.sms.code_for(PHONE).await;
        let by_code = json!({ "code": code, "new_password": "third horse" });
        admin.put("/me/password", by_code).await.expect(204);
        Actor::sign_in(&app, PHONE, "third horse").await;
    }
}
