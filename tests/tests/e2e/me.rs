//! `/me/export`, `/me/deletion`

use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn everything_about_oneself_and_nothing_about_others(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let [guard, other] = [app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Guard).await];
        for (person, phone) in [(&guard, "mine"), (&other, "other")] {
            app.plan(&school, school.guard_duty, person, Role::Guard).await;
            assert_eq!(person.send_check_in(&app.arrival(&school, phone)).await["status"], "recorded");
        }
        let answer = guard.request(reqwest::Method::GET, "/me/export").send().await.unwrap();
        assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"huxue-me.json\"");
        let text = answer.text().await.unwrap();
        let all: Value = serde_json::from_str(&text).unwrap();
        let lists = ["memberships", "sessions", "shifts", "check_ins", "positions", "devices"];
        assert_eq!(lists.map(|list| all[list].as_array().unwrap().len()), [1; 6], "{text}");
        assert!(all["consents"].as_array().is_some_and(|list| !list.is_empty()), "{text}");
        assert_eq!(all["id"].as_str(), guard.person_id.as_deref());
        assert_eq!((&all["devices"][0]["device_id"], all["check_ins"][0]["grade"].as_str()), (&json!("mine"), Some("confirmed")));
        assert!(all["check_ins"][0]["receipt"].is_string() && all["phone"].as_str().unwrap().len() == 11, "{text}");
        assert!(!text.contains(other.person_id.as_deref().unwrap()), "{text}");
        let principal = app.officer(&school.organization, Office::Principal).await;
        let log = principal.get("/audit?action=account.export").await.expect(200);
        assert_eq!(log["items"].as_array().unwrap().len(), 1);
    }

    async fn who_leaves_is_forgotten_and_the_evidence_stays(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        app.plan(&school, school.guard_duty, &guard, Role::Guard).await;
        guard.send_check_in(&app.arrival(&school, "phone")).await;
        let (name, phone) = name_and_phone(&guard).await;
        guard.post("/me/deletion", json!({ "current_password": "wrong" })).await.expect_problem(401, "wrong_credentials");
        guard.post("/me/deletion", json!({})).await.expect_problem(422, "invalid_field");
        app.stranger().post("/sessions/sms-codes", json!({ "phone": phone })).await.expect(202);
        let code = app.sms.code_for(&phone).await;
        guard.post("/me/deletion", json!({ "code": code })).await.expect(204);
        guard.get("/me").await.expect_problem(401, "session_ended");

        let principal = app.officer(&school.organization, Office::Principal).await;
        let check_ins = principal.get(&format!("/schools/{}/check-ins", school.id())).await.expect(200);
        let kept = &check_ins["items"][0];
        assert_eq!((kept["person"]["id"].as_str(), kept["grade"].as_str()), (guard.person_id.as_deref(), Some("confirmed")));
        assert!(kept["person"]["name"].as_str().unwrap().starts_with("已注销 deleted "), "{kept}");
        let day = format!("/schools/{}/shifts?from=2026-11-23&to=2026-11-23", school.id());
        assert_eq!(principal.get(&day).await.expect(200)["items"][0]["state"], "cancelled");
        for path in ["check-ins", "board"].map(|what| format!("/schools/{}/{what}", school.id())) {
            let text = principal.get(&path).await.text;
            assert!(!text.contains(&name) && !text.contains(&phone), "{path}: {text}");
        }
        let members = principal.get(&format!("/organizations/{}/members?state=active", school.id())).await;
        assert!(!members.text.contains(guard.person_id.as_deref().unwrap()), "{}", members.text);
        let left = app.store(|_, tx| Ok((
            huxue::store::check_ins::position_ages(tx, None, 10)?.len(),
            huxue::store::check_ins::people_of_devices(tx, vec!["phone".to_owned()])?.len(),
        )));
        assert_eq!(left.await, (0, 0));
        // The number is free: whoever joins with it is somebody else.
        app.stranger().post("/sessions/sms-codes", json!({ "phone": phone })).await.expect(202);
        assert_eq!(principal.get("/audit?action=account.delete").await.expect(200)["items"].as_array().unwrap().len(), 1);
    }

    async fn the_last_administrator_stays(app: TestApp) {
        let admin = app.administrator().await;
        let proof = json!({ "current_password": "correct horse battery" });
        admin.post("/me/deletion", proof.clone()).await.expect_problem(409, "last_administrator");
        admin.get("/me").await.expect(200);
        let root = app.root(&admin).await;
        app.officer(&root, Office::Admin).await;
        admin.post("/me/deletion", proof).await.expect(204);
        let again = json!({ "phone": "13800000000", "password": "correct horse battery" });
        app.stranger().post("/sessions", again).await.expect_problem(401, "wrong_credentials");
    }
}

async fn name_and_phone(person: &Actor) -> (String, String) {
    let all = person.get("/me/export").await.expect(200);
    let text = |field: &str| all[field].as_str().unwrap().to_owned();
    (text("name"), text("phone"))
}
