//! `/schools/{id}/windows`, `/windows/{id}`

use huxue::domain::words::Office;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

on_both! {
    async fn an_edit_holds_from_a_date_on_and_the_days_before_stand(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let window = app.drop_off(&admin, &school).await;
        let path = format!("/windows/{window}");
        let admin = app.days_later(7).await;

        let read = admin.get(&path).await;
        assert_eq!((read.etag.as_deref(), read.body["starts"].as_str()), (Some("\"1\""), Some("07:20")));
        let edited = admin.patch(&path, "\"1\"", json!({ "starts": "07:10" })).await.expect(200);
        assert_eq!((edited["valid_from"].as_str(), edited["version"].as_i64()), (Some("2026-11-30"), Some(2)));
        admin.patch(&path, "\"1\"", json!({ "starts": "07:00" })).await.expect_problem(412, "stale");
        admin.patch(&path, "\"2\"", json!({ "starts": "07:05" })).await.expect(200);

        let history = admin.get(&format!("{path}/history")).await.expect(200);
        let told: Vec<_> = history["items"].as_array().unwrap().iter().map(|row| {
            (row["valid_from"].as_str().unwrap(), row["valid_to"].as_str(), row["starts"].as_str().unwrap())
        }).collect();
        assert_eq!(told, [("2026-11-23", Some("2026-11-30"), "07:20"), ("2026-11-30", None, "07:05")]);
    }

    async fn a_scheduled_edit_waits_and_an_end_ends(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let window = app.drop_off(&admin, &school).await;
        let path = format!("/windows/{window}");
        let later = json!({ "starts": "07:30", "effective_from": "2026-12-01" });
        admin.patch(&path, "\"1\"", later).await.expect(200);
        assert_eq!(admin.get(&path).await.expect(200)["starts"], "07:20");
        let list = format!("/schools/{}/windows", school.id);
        assert_eq!(admin.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 2);

        let end = |version: &str, from: &str| {
            let request = admin.request(reqwest::Method::DELETE, &format!("{path}?from={from}"));
            request.header("If-Match", version.to_owned())
        };
        admin.send(end("\"2\"", "2026-11-22")).await.expect_problem(422, "date_in_past");
        admin.send(end("\"2\"", "2026-11-25")).await.expect(204);
        let admin = app.days_later(2).await;
        assert_eq!(admin.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 0);
        admin.patch(&path, "\"3\"", json!({ "starts": "07:00" })).await.expect_problem(409, "rule_ended");
    }

    async fn what_makes_no_window_is_refused(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let path = format!("/schools/{}/windows", school.id);
        let good = json!({ "kind": "drop_off", "name": "上学", "weekdays": ["mon"], "starts": "07:20", "ends": "07:50" });
        for (field, value, code) in [
            ("ends", json!("07:20"), "invalid_field"),
            ("starts", json!("7点"), "invalid_field"),
            ("weekdays", json!([]), "invalid_field"),
            ("lead_minutes", json!(241), "invalid_field"),
            ("name", json!(" "), "invalid_field"),
            ("valid_from", json!("2026-11-22"), "date_in_past"),
            ("valid_to", json!("2026-11-23"), "invalid_field"),
        ] {
            let mut body = good.clone();
            body[field] = value;
            admin.post(&path, body).await.expect_problem(422, code);
        }
        let root = app.root(&admin).await;
        admin.post(&format!("/schools/{}/windows", root.id), good.clone()).await.expect_problem(404, "not_found");
        let other = app.school(&admin, "第二小学").await;
        let stranger = app.officer(&other, Office::Principal).await;
        stranger.post(&path, good).await.expect_problem(404, "not_found");
    }
}
