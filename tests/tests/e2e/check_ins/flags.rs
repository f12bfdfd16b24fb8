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

    async fn the_review_list_is_narrowed_by_flag_and_day(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let parent = app.on_duty(&school, Role::Parent).await;
        let mut both = app.arrival(&school, "phone-1");
        both["position"] = huxue_tests::school::fix(&school.gate, 500.0, 10.0);
        both["position"]["mocked"] = json!(true);
        let both = parent.send_check_in(&both).await;
        assert_eq!(both["flags"], json!(["mock_location", "outside_fence"]), "{both}");
        // Tuesday, half past midnight by the school's clock: still Monday in UTC.
        app.pass(TimeDelta::minutes(17 * 60 + 5));
        let mut mocked = app.arrival(&school, "phone-1");
        mocked["position"]["mocked"] = json!(true);
        let mocked = app.again(&parent).await.send_check_in(&mocked).await;
        let officer = app.officer(&school.organization, Office::SafetyOfficer).await;
        let path = format!("/schools/{}/flags", school.organization.id);
        let listed = async |query: &str| {
            let list = officer.get(&format!("{path}?{query}")).await.expect(200);
            list["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect::<Vec<_>>()
        };
        let (monday, tuesday) = (both["id"].clone(), mocked["id"].clone());
        assert_eq!(listed("flag=mock_location").await, [tuesday.clone(), monday.clone()]);
        assert_eq!(listed("flag=outside_fence").await, std::slice::from_ref(&monday));
        assert_eq!(listed("from=2026-11-24").await, std::slice::from_ref(&tuesday));
        assert_eq!(listed("to=2026-11-23").await, std::slice::from_ref(&monday));
        assert_eq!(listed("from=2026-11-23&to=2026-11-24&flag=mock_location&limit=1").await, [tuesday]);
        let review = format!("/check-ins/{}/reviews", monday.as_str().unwrap());
        let body = json!({ "flag": "mock_location", "outcome": "dismissed", "reason": "开发者选项没关" });
        officer.post(&review, body).await.expect(201);
        assert_eq!(listed("flag=mock_location&state=reviewed").await, std::slice::from_ref(&monday));
        assert_eq!(listed("flag=outside_fence").await, [monday], "the other flag still waits");
        assert_eq!(listed("state=reviewed").await, [json!(null); 0]);
        officer.get(&format!("{path}?from=2026-11-24&to=2026-11-23")).await.expect_problem(422, "range_too_long");
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
        // Who walks a round past the post is on nobody's roster.
        let passing = app.on_duty(&school, Role::Police).await;
        let told = passing.send_check_in(&app.check_in("pass", &school.gate, "phone-3")).await;
        assert_eq!(told["flags"], json!([]), "{told}");
    }
}
