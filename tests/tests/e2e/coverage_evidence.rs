//! `/schools/{id}/coverage/evidence`

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn every_second_names_its_check_in(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        // 07:15, before the window begins: a claim; 07:20: a confirmed word of still being there.
        app.pass(TimeDelta::minutes(25));
        let [guard, parent] = [app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await];
        let arrived = guard.send_check_in(&app.arrival(&school, "one")).await["id"].clone();
        let mut claim = app.arrival(&school, "two");
        claim["position"] = Value::Null;
        let claimed = parent.send_check_in(&claim).await["id"].clone();
        app.pass(TimeDelta::minutes(5));
        let still = parent.send_check_in(&app.check_in("still_here", &school.gate, "two")).await["id"].clone();

        let path = format!("/schools/{}/coverage/evidence?date=2026-11-23", school.id());
        parent.get(&path).await.expect_problem(403, "forbidden");
        let principal = app.officer(&school.organization, Office::Principal).await;
        let all = principal.get(&path).await.expect(200);
        let lanes = |duty: &dyn ToString| {
            let id = duty.to_string();
            all["duties"].as_array().unwrap().iter().find(|one| one["duty_id"] == id.as_str()).unwrap()["lanes"].clone()
        };
        let lane = lanes(&school.guard_duty)[0].clone();
        let told = ["from", "to", "grade", "role", "check_in_id"].map(|field| lane[0][field].clone());
        assert_eq!(told, [json!("2026-11-23T07:15:00+08:00"), json!("2026-11-23T08:00:00+08:00"), json!("confirmed"), json!("guard"), arrived]);
        assert_eq!(lane[0]["person"]["id"].as_str(), guard.person_id.as_deref());
        // The duty of the parents wants `likely`: the claim fills nothing, and one slot stays empty.
        let lanes = lanes(&school.parent_duty);
        assert_eq!((lanes.as_array().unwrap().len(), &lanes[1]), (2, &json!([])));
        assert_eq!((&lanes[0][0]["from"], &lanes[0][0]["check_in_id"]), (&json!("2026-11-23T07:20:00+08:00"), &still));
        let stay = all["stays"].as_array().unwrap().iter().find(|stay| stay["person"]["id"].as_str() == parent.person_id.as_deref()).unwrap();
        assert_eq!((&stay["from"], &stay["to"]), (&json!("2026-11-23T07:15:00+08:00"), &json!("2026-11-23T08:05:00+08:00")));
        assert_eq!((&stay["check_ins"], stay["checkpoint"]["name"].as_str()), (&json!([claimed, still]), Some("东门")));
        let grades: Vec<_> = stay["stretches"].as_array().unwrap().iter().map(|one| (&one["grade"], &one["check_in_id"])).collect();
        assert_eq!(grades, [(&json!("claimed"), &claimed), (&json!("confirmed"), &still)]);
    }
}
