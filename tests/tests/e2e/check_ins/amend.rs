//! Co-signing and voiding.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn somebody_on_duty_there_vouches(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let parent = app.on_duty(&school, Role::Parent).await;
        let leader = app.on_duty(&school, Role::SchoolLeader).await;
        let mut item = app.arrival(&school, "phone-1");
        item["position"] = Value::Null;
        let claimed = parent.send_check_in(&item).await;
        assert_eq!(claimed["grade"], "claimed");
        let path = format!("/check-ins/{}/co-signs", claimed["id"].as_str().unwrap());
        leader.post(&path, json!({})).await.expect_problem(403, "not_on_duty_there");
        assert_eq!(leader.get("/me/co-signables").await.expect(200)["posts"], json!([]));
        let own = leader.send_check_in(&app.arrival(&school, "phone-2")).await;
        let own = format!("/check-ins/{}/co-signs", own["id"].as_str().unwrap());
        leader.post(&own, json!({})).await.expect_problem(422, "own_check_in");
        parent.post(&path, json!({})).await.expect_problem(403, "forbidden");
        let list = leader.get("/me/co-signables").await.expect(200);
        let ids: Vec<_> = list["items"].as_array().unwrap().iter().map(|item| &item["id"]).collect();
        assert_eq!((ids, list["posts"][0]["name"].as_str()), (vec![&claimed["id"]], Some("东门")), "{list}");
        let nothing = parent.get("/me/co-signables").await.expect(200);
        assert_eq!((&nothing["items"], &nothing["posts"]), (&json!([]), &json!([])));
        let signed = leader.post(&path, json!({ "reason": "在我旁边" })).await.expect(201);
        assert_eq!(leader.get("/me/co-signables").await.expect(200)["items"], json!([]));
        assert_eq!((&signed["grade"], &signed["effective_grade"]), (&json!("claimed"), &json!("likely")), "{signed}");
        assert_eq!(signed["amendments"][0]["author_role"], "school_leader");
        leader.post(&path, json!({})).await.expect_problem(409, "duplicate");
        let seen = parent.get(&format!("/check-ins/{}", claimed["id"].as_str().unwrap())).await.expect(200);
        assert_eq!((&seen["effective_grade"], &seen["receipt"]), (&json!("likely"), &claimed["receipt"]));
        assert_eq!(parent.send_check_in(&item).await["grade"], "claimed", "the first verdict stands in a replay");

        let mut outside = app.arrival(&school, "phone-3");
        outside["position"]["lon"] = json!(school.gate.lon + 0.003);
        let outside = app.on_duty(&school, Role::Parent).await.send_check_in(&outside).await;
        let path = format!("/check-ins/{}/co-signs", outside["id"].as_str().unwrap());
        leader.post(&path, json!({})).await.expect_problem(422, "co_sign_without_effect");
        assert_eq!(leader.get("/me/co-signables").await.expect(200)["items"], json!([]));
    }

    async fn a_voided_check_in_stays_and_counts_for_nothing(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let made = guard.send_check_in(&app.arrival(&school, "phone-1")).await;
        let path = format!("/check-ins/{}", made["id"].as_str().unwrap());
        let reason = json!({ "reason": "打错了学校" });
        guard.post(&format!("{path}/voids"), reason.clone()).await.expect_problem(403, "forbidden");
        principal.post(&format!("{path}/voids"), json!({ "reason": " " })).await.expect_problem(422, "invalid_field");
        let void = principal.post(&format!("{path}/voids"), reason.clone()).await.expect(201);
        assert_eq!((&void["grade"], &void["effective_grade"]), (&json!("confirmed"), &json!("rejected")));
        principal.post(&format!("{path}/voids"), reason).await.expect_problem(409, "duplicate");
        let (id, day) = (school.id(), app.clock.now());
        let evidence = app.store(move |_, tx| {
            let (from, to) = (day.minus(TimeDelta::hours(1)), day.plus(TimeDelta::hours(1)));
            Ok(huxue::store::check_ins::evidence_of(tx, &[id], from, to)?)
        }).await;
        assert_eq!(evidence.iter().map(|row| row.grade.as_str()).collect::<Vec<_>>(), ["rejected"]);
    }

    async fn who_left_or_whose_own_check_in_was_voided_vouches_for_nobody(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let principal = app.officer(&school.organization, Office::Principal).await;
        let [voided, left] = [app.on_duty(&school, Role::SchoolLeader).await, app.on_duty(&school, Role::SchoolLeader).await];
        let own = voided.send_check_in(&app.arrival(&school, "phone-1")).await;
        left.send_check_in(&app.arrival(&school, "phone-2")).await;
        app.pass(TimeDelta::minutes(1));
        let leave = app.check_in("leave", &school.gate, "phone-2");
        left.send_check_in(&leave).await;
        app.pass(TimeDelta::minutes(1));
        let mut item = app.arrival(&school, "phone-3");
        item["position"] = Value::Null;
        let claimed = app.on_duty(&school, Role::Parent).await.send_check_in(&item).await;
        let path = format!("/check-ins/{}/co-signs", claimed["id"].as_str().unwrap());
        left.post(&path, json!({})).await.expect_problem(403, "not_on_duty_there");
        assert_eq!(left.get("/me/co-signables").await.expect(200)["items"], json!([]));
        assert_eq!(voided.get("/me/co-signables").await.expect(200)["items"].as_array().unwrap().len(), 1);
        let void = format!("/check-ins/{}/voids", own["id"].as_str().unwrap());
        principal.post(&void, json!({ "reason": "不在现场" })).await.expect(201);
        assert_eq!(voided.get("/me/co-signables").await.expect(200)["posts"], json!([]));
        voided.post(&path, json!({})).await.expect_problem(403, "not_on_duty_there");
    }
}
