//! `/organizations/{id}/invites`, `/invites/{token}` and `/me/consents`

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};

/// A principal's invite for parents; its token and its body.
async fn invite(app: &TestApp, change: Value) -> (Actor, Organization, String, Value) {
    let admin = app.administrator().await;
    let school = app.school(&admin, "实验小学").await;
    let principal = app.officer(&school, Office::Principal).await;
    let mut body = json!({ "role": "parent", "expires_at": "2026-11-30T00:00:00+08:00" });
    for (key, value) in change.as_object().unwrap() {
        body[key] = value.clone();
    }
    let made = principal.post(&format!("/organizations/{}/invites", school.id), body).await.expect(201);
    let token = made["link"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
    (principal, school, token, made)
}

fn joiner(phone: &str) -> Value {
    json!({ "name": "王芳", "phone": phone, "password": "correct horse", "consents": { "terms": true, "location": false } })
}

on_both! {
    async fn a_parent_follows_the_link_and_waits_for_approval(app: TestApp) {
        let (principal, school, token, _) = invite(&app, json!({ "note": "三年级" })).await;
        let read = app.stranger().get(&format!("/invites/{}", token.to_lowercase())).await.expect(200);
        assert_eq!((&read["organization"], &read["role"]), (&json!("实验小学"), &json!("parent")));
        assert_eq!(read["consents"][0]["required"], true);
        assert!(read["consents"][1]["text"].as_str().unwrap().contains("位置"));

        let join = format!("/invites/{token}/join");
        let mut without = joiner("13700000001");
        without["consents"]["terms"] = json!(false);
        app.stranger().post(&join, without).await.expect_problem(422, "invalid_field");
        let joined = app.stranger().post(&join, joiner("137 0000 0001")).await.expect(201);
        assert_eq!(joined["membership"]["state"], "pending");
        let parent = Actor::of_session(&app, &joined["session"]);
        parent.get(&format!("/organizations/{}", school.id)).await.expect_problem(404, "not_found");
        let id = joined["membership"]["id"].as_str().unwrap();
        principal.post(&format!("/memberships/{id}/approve"), json!({})).await.expect(200);
        parent.get(&format!("/organizations/{}", school.id)).await.expect(200);
        Actor::sign_in(&app, "13700000001", "correct horse").await;
    }

    async fn an_account_is_never_taken_over(app: TestApp) {
        let (_, _, token, _) = invite(&app, json!({ "auto_approve": true })).await;
        let join = format!("/invites/{token}/join");
        app.stranger().post(&join, joiner("13700000001")).await.expect(201);
        let mut thief = joiner("13700000001");
        thief["password"] = json!("another horse");
        app.stranger().post(&join, thief.clone()).await.expect_problem(401, "wrong_credentials");
        thief["password"] = Value::Null;
        app.stranger().post(&join, thief.clone()).await.expect_problem(409, "phone_taken");
        thief["code"] = json!("000000");
        app.stranger().post(&join, thief.clone()).await.expect_problem(401, "wrong_code");
        app.stranger().post(&join, joiner("13700000001")).await.expect_problem(409, "already_member");
        Actor::sign_in(&app, "13700000001", "correct horse").await;
    }

    async fn by_code_and_signed_in(app: TestApp) {
        let (_, _, token, _) = invite(&app, json!({ "auto_approve": true, "role": "volunteer" })).await;
        let join = format!("/invites/{token}/join");
        let phone = json!({ "phone": "13700000001" });
        app.stranger().post(&format!("/invites/{token}/sms-codes"), phone).await.expect(202);
        let code = app.sms.code_for("13700000001").await;
        let mut by_code = joiner("13700000001");
        by_code["password"] = Value::Null;
        by_code["code"] = json!(code);
        let joined = app.stranger().post(&join, by_code).await.expect(201);
        assert_eq!(joined["membership"]["state"], "active");

        let nobody = app.person(None).await;
        let joined = nobody.post(&join, json!({ "consents": { "terms": true } })).await.expect(201);
        assert_eq!(joined["session"], Value::Null);
        assert_eq!(joined["membership"]["person"]["id"].as_str(), nobody.person_id.as_deref());
        let mut ended = nobody.clone();
        nobody.delete("/sessions/current").await.expect(204);
        ended.person_id = None;
        ended.post(&join, joiner("13700000002")).await.expect_problem(401, "session_ended");
    }

    async fn the_last_use_is_given_once(app: TestApp) {
        let (principal, school, token, made) = invite(&app, json!({ "use_limit": 3 })).await;
        let join = format!("/invites/{token}/join");
        let tries = (0..8).map(|number| {
            let (stranger, join) = (app.stranger(), join.clone());
            tokio::spawn(async move { stranger.post(&join, joiner(&format!("1370000000{number}"))).await })
        });
        let mut statuses = Vec::new();
        for answer in tries.collect::<Vec<_>>() {
            statuses.push(answer.await.unwrap().status.as_u16());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 201, 201, 410, 410, 410, 410, 410]);
        let list = principal.get(&format!("/organizations/{}/invites", school.id)).await.expect(200);
        assert_eq!((&list["items"][0]["id"], &list["items"][0]["uses"]), (&made["id"], &json!(3)));
    }

    async fn an_invite_ends_by_time_and_by_hand(app: TestApp) {
        let (principal, school, token, made) = invite(&app, json!({})).await;
        let of = |path: &str| format!("/organizations/{}/invites/{}{path}", school.id, made["id"].as_str().unwrap());
        assert!(principal.get(&of("/qr.svg")).await.text.starts_with("<svg"));
        principal.delete(&of("")).await.expect(204);
        let look = format!("/invites/{token}");
        app.stranger().get(&look).await.expect_problem(410, "invite_over");
        app.stranger().post(&format!("{look}/join"), joiner("13700000001")).await.expect_problem(410, "invite_over");
        let again = json!({ "role": "parent", "expires_at": "2026-11-23T07:50:00+08:00" });
        let made = principal.post(&format!("/organizations/{}/invites", school.id), again).await.expect(201);
        let look = format!("/invites/{}", made["link"].as_str().unwrap().rsplit('/').next().unwrap());
        app.stranger().get(&look).await.expect(200);
        app.pass(TimeDelta::hours(1));
        app.stranger().get(&look).await.expect_problem(410, "invite_over");
        app.stranger().get("/invites/MADEUP").await.expect_problem(404, "not_found");
    }

    async fn the_location_is_refused_given_and_withdrawn(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let parent = app.member(&school, Role::Parent).await;
        let given = async || parent.get("/me/consents").await.expect(200)["items"][1]["given"].clone();
        assert_eq!(given().await, Value::Null);
        for answer in [false, true, false] {
            parent.post("/me/consents", json!({ "kind": "location", "given": answer })).await.expect(204);
            assert_eq!(given().await, answer);
        }
        let terms = json!({ "kind": "terms", "given": false });
        parent.post("/me/consents", terms).await.expect_problem(422, "invalid_field");
    }
}
