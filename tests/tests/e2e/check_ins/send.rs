//! Sending check-ins: the answer, replay, conflict, batches.

use chrono::TimeDelta;
use huxue::domain::words::Role;
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn an_arrival_is_recorded_and_sent_again_is_answered_the_same(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let guard = app.on_duty(&school, Role::Guard).await;
        let arrival = app.arrival(&school, "phone-1");
        let first = guard.send_check_in(&arrival).await;
        assert_eq!((first["status"].as_str(), first["grade"].as_str()), (Some("recorded"), Some("confirmed")), "{first}");
        assert_eq!(first["reasons"], json!(["sign", "location_inside"]));
        assert_eq!(first["at"], "2026-11-23T07:25:00+08:00");
        assert_eq!(first["clock"], "good");
        assert_eq!(first["flags"], json!([]));
        assert_eq!(first["checkpoint"], json!({ "id": school.gate.id, "name": "东门" }));
        assert_eq!(first["duty"]["id"], json!(school.guard_duty));
        assert_eq!(first["duty"]["window"]["starts_at"], "2026-11-23T07:20:00+08:00");
        assert_eq!(first["role"], "guard");
        assert!(first["next_step"].as_str().unwrap().contains("离岗"), "{first}");

        app.pass(TimeDelta::minutes(5));
        let mut again = arrival.clone();
        again["sent_at"] = json!(app.now());
        again["elapsed_ms"] = json!(300_000);
        let second = guard.send_check_in(&again).await;
        assert_eq!(second["status"], "replayed");
        assert_eq!(without_status(&first), without_status(&second));

        again["kind"] = json!("leave");
        let other = guard.send_check_in(&again).await;
        assert_eq!((other["status"].as_str(), &other["receipt"]), (Some("conflict"), &Value::Null), "{other}");
        let parent = app.on_duty(&school, Role::Parent).await;
        let stolen = parent.send_check_in(&arrival).await;
        assert_eq!((stolen["status"].as_str(), &stolen["grade"]), (Some("conflict"), &Value::Null), "{stolen}");
        assert_eq!(guard.send_check_in(&arrival).await["status"], "replayed");
    }

    async fn one_bad_item_spoils_nothing(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let (good, mut bad) = (app.arrival(&school, "phone-1"), app.arrival(&school, "phone-1"));
        bad["created_at"] = json!("yesterday");
        let results = guard.send_check_ins(&[json!(7), good.clone(), bad.clone(), good.clone()]).await;
        let shown: Vec<_> = results.iter().map(|result| (result["status"].as_str(), &result["reasons"][0])).collect();
        assert_eq!(shown, [
            (Some("invalid"), &json!("not_an_object")),
            (Some("recorded"), &json!("sign")),
            (Some("invalid"), &json!("created_at_invalid")),
            (Some("replayed"), &json!("sign")),
        ]);
        assert_eq!((&results[0]["id"], &results[2]["id"]), (&Value::Null, &bad["id"]));
        assert!(results.iter().all(|result| result["next_step"].as_str().is_some_and(|step| !step.is_empty())));
        assert_eq!(without_status(&results[1]), without_status(&results[3]));
    }

    async fn a_request_holds_1_to_200(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let many: Vec<Value> = (0..201).map(|_| app.arrival(&school, "phone-1")).collect();
        let send = |items: &[Value]| json!({ "check_ins": items });
        guard.post("/check-ins", send(&many)).await.expect_problem(422, "check_ins_count");
        guard.post("/check-ins", send(&[])).await.expect_problem(422, "check_ins_count");
        let results = guard.send_check_ins(&many[..200]).await;
        assert_eq!(results.iter().filter(|result| result["status"] == "recorded").count(), 200);
        app.stranger().post("/check-ins", send(&many[..1])).await.expect_problem(401, "not_signed_in");
        guard.post("/check-ins", json!({ "check_ins": {} })).await.expect_problem(400, "malformed_json");
    }

    async fn the_same_check_in_in_parallel_is_recorded_once(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let arrival = app.arrival(&school, "phone-1");
        let sent: Vec<_> = (0..16)
            .map(|_| {
                let (guard, arrival) = (guard.clone(), arrival.clone());
                tokio::spawn(async move { guard.send_check_in(&arrival).await })
            })
            .collect();
        let mut recorded = 0;
        for answer in sent {
            let answer = answer.await.unwrap();
            assert!(["recorded", "replayed"].contains(&answer["status"].as_str().unwrap()), "{answer}");
            recorded += usize::from(answer["status"] == "recorded");
        }
        assert_eq!(recorded, 1);
    }
}

fn without_status(result: &Value) -> Value {
    let mut result = result.clone();
    result["status"] = Value::Null;
    result
}
