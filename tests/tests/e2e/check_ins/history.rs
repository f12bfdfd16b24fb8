//! Lists of check-ins.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn lists_are_newest_first_in_parts_and_filtered(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let (guard, parent) = (app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await);
        let mut made = Vec::new();
        for minute in 0..5 {
            app.pass(TimeDelta::minutes(1));
            let kind = if minute == 4 { "leave" } else { "still_here" };
            made.push(guard.send_check_in(&app.check_in(kind, &school.gate, "phone-1")).await["id"].clone());
        }
        parent.send_check_in(&app.arrival(&school, "phone-2")).await;
        made.reverse();
        let (mut listed, mut after) = (Vec::new(), String::new());
        loop {
            let part = guard.get(&format!("/me/check-ins?limit=2{after}")).await.expect(200);
            listed.extend(part["items"].as_array().unwrap().iter().map(|item| item["id"].clone()));
            let Some(next) = part["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(listed, made);
        let one = guard.get("/me/check-ins?limit=1").await.expect(200)["items"][0].clone();
        assert_eq!(one["school"], json!({ "id": school.organization.id, "name": "实验小学" }));

        let officer = app.officer(&school.organization, Office::SafetyOfficer).await;
        let path = format!("/schools/{}/check-ins", school.organization.id);
        let count = async |query: String| {
            officer.get(&format!("{path}?{query}")).await.expect(200)["items"].as_array().unwrap().len()
        };
        assert_eq!(count(String::new()).await, 6);
        assert_eq!(count("date=2026-11-23".to_owned()).await, 6);
        assert_eq!(count("date=2026-11-24".to_owned()).await, 0);
        assert_eq!(count(format!("person={}", parent.id())).await, 1);
        assert_eq!(count(format!("checkpoint={}", school.gate.id)).await, 6);
        assert_eq!(count("grade=rejected".to_owned()).await, 0);
        assert_eq!(count("flag=identical_coordinates".to_owned()).await, 3);
        let first = officer.get(&format!("{path}?limit=1")).await.expect(200)["items"][0].clone();
        let person = json!({ "id": parent.id(), "name": first["person"]["name"] });
        assert_eq!(first["person"], person, "no phone number");
        assert!(person["name"].is_string(), "{person}");
        officer.get(&format!("{path}?after=x")).await.expect_problem(400, "malformed_query");
        parent.get(&path).await.expect_problem(403, "forbidden");
        let one = format!("/check-ins/{}", made[0].as_str().unwrap());
        parent.get(&one).await.expect_problem(404, "not_found");
        assert_eq!(officer.get(&one).await.expect(200)["amendments"], Value::Array(Vec::new()));
    }
}
