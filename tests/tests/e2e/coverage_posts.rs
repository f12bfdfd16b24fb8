//! `/schools/{id}/coverage/posts`

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::{Value, json};

on_both! {
    async fn each_post_of_each_day_as_the_day_itself_says(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        app.pass(TimeDelta::minutes(25));
        app.again(&guard).await.send_check_in(&app.arrival(&school, "phone")).await;
        // Tuesday, 07:15: Monday is final, Tuesday's window has not begun.
        app.pass(TimeDelta::days(1));
        let principal = app.officer(&school.organization, Office::Principal).await;
        let path = format!("/schools/{}/coverage", school.id());
        let all = principal.get(&format!("{path}/posts?from=2026-11-22&to=2026-11-30")).await.expect(200);
        let days: Vec<_> = all["days"].as_array().unwrap().iter()
            .map(|day| (day["date"].as_str().unwrap(), day["kind"].as_str().unwrap(), day["state"].as_str().unwrap(), day["posts"].as_array().unwrap().len()))
            .collect();
        assert_eq!(days, [
            ("2026-11-22", "weekend", "final", 0), ("2026-11-23", "school_day", "final", 3), ("2026-11-24", "school_day", "live", 3),
        ]);
        for (day, over) in [(&all["days"][1], true), (&all["days"][2], false)] {
            let date = day["date"].as_str().unwrap();
            let whole = principal.get(&format!("{path}?date={date}")).await.expect(200);
            assert_eq!((&day["revision"], &day["reason"]), (&whole["revision"], &whole["school_day"]["reason"]));
            let figures = |duty: &Value| ["duty_id", "checkpoint", "roles", "count", "min_grade", "status", "required_seconds", "covered_seconds",
                "slot_seconds", "seconds_by_grade", "excused"].map(|field| duty[field].clone());
            let posts = day["posts"].as_array().unwrap();
            let said: Vec<_> = posts.iter().map(figures).collect();
            assert_eq!(said, whole["duties"].as_array().unwrap().iter().map(figures).collect::<Vec<_>>(), "{date}");
            assert!(posts.iter().all(|post| post["over"] == over), "{date}");
            let window = json!({
                "id": school.window, "name": "早上学", "kind": "drop_off",
                "starts_at": format!("{date}T07:20:00+08:00"), "ends_at": format!("{date}T08:00:00+08:00"),
            });
            assert_eq!(posts[0]["window"], window);
        }
        assert_eq!(all["days"][1]["posts"][0]["covered_seconds"], 40 * 60);
        principal.get(&format!("{path}/posts?from=2026-11-30&to=2026-11-22")).await.expect_problem(422, "invalid_field");
        principal.get(&format!("{path}/posts?from=2025-01-01&to=2026-11-22")).await.expect_problem(422, "invalid_field");
    }
}
