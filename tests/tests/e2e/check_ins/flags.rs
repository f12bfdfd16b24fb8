//! Signs worth a second look, and the review list.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::json;

on_both! {
    async fn a_forwarded_photo_and_a_passed_around_phone_are_seen(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let (guard, parent) = (app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await);
        assert_eq!(guard.send_check_in(&app.arrival(&school, "phone-1")).await["grade"], "confirmed");
        let shared = parent.send_check_in(&app.arrival(&school, "phone-1")).await;
        assert_eq!((&shared["grade"], &shared["flags"]), (&json!("likely"), &json!(["shared_device"])), "{shared}");
        app.pass(TimeDelta::minutes(1));
        let mut photo = app.arrival(&school, "phone-2");
        photo["position"]["lon"] = json!(school.gate.lon + 0.1);
        let far = parent.send_check_in(&photo).await;
        assert_eq!((&far["grade"], &far["flags"]), (&json!("contradicted"), &json!(["impossible_speed", "outside_fence"])), "{far}");

        let officer = app.officer(&school.organization, Office::SafetyOfficer).await;
        let path = format!("/schools/{}/flags", school.organization.id);
        let open = officer.get(&path).await.expect(200);
        let listed: Vec<_> = open["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect();
        assert_eq!(listed, [far["id"].clone(), shared["id"].clone()]);
        let review = format!("/check-ins/{}/reviews", shared["id"].as_str().unwrap());
        let body = json!({ "outcome": "dismissed", "reason": "借用同事手机" });
        let reviewed = officer.post(&review, body.clone()).await.expect(201);
        assert_eq!((&reviewed["effective_grade"], &reviewed["amendments"][0]["flag"]), (&json!("likely"), &json!("shared_device")));
        assert_eq!(officer.get(&path).await.expect(200)["items"].as_array().unwrap().len(), 1);
        let done = officer.get(&format!("{path}?state=reviewed")).await.expect(200);
        assert_eq!(done["items"][0]["id"], shared["id"]);
        let unflagged = json!({ "flag": "off_shift", "outcome": "upheld", "reason": "不在班次" });
        officer.post(&review, unflagged).await.expect_problem(422, "not_flagged");
        parent.post(&review, body).await.expect_problem(403, "forbidden");
    }

    async fn the_same_coordinates_time_and_again_and_somebody_off_the_roster(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let (guard, other) = (app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Guard).await);
        let mut flags = Vec::new();
        for _ in 0..3 {
            app.pass(TimeDelta::minutes(1));
            flags.push(guard.send_check_in(&app.check_in("still_here", &school.gate, "phone-1")).await["flags"].clone());
        }
        assert_eq!(flags, [json!([]), json!([]), json!(["identical_coordinates"])]);
        app.plan(&school, school.guard_duty, &guard, Role::Guard).await;
        let told = other.send_check_in(&app.arrival(&school, "phone-2")).await;
        assert_eq!((&told["grade"], &told["flags"]), (&json!("confirmed"), &json!(["off_shift"])), "{told}");
    }
}
