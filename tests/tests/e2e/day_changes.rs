//! `/schools/{id}/day-changes`, `/day-changes/{id}/withdraw`

use huxue::domain::words::Office;
use huxue_tests::{TestApp, on_both};
use serde_json::json;

on_both! {
    async fn a_change_is_recorded_and_withdrawn_and_never_deleted(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let window = app.drop_off(&admin, &school).await;
        let path = format!("/schools/{}/day-changes", school.id);
        let moved = json!({
            "date": "2026-11-24", "kind": "window_moved", "window_id": window, "starts": "08:00", "ends": "08:30",
            "reason": "大雾",
        });
        let made = admin.post(&path, moved).await.expect(201);
        assert_eq!((made["starts"].as_str(), made["withdrawn_at"].is_null()), (Some("08:00"), true));
        let withdraw = format!("/day-changes/{}/withdraw", made["id"].as_str().unwrap());
        let stranger = app.officer(&app.school(&admin, "第二小学").await, Office::Principal).await;
        stranger.post(&withdraw, json!({})).await.expect_problem(404, "not_found");
        let author = json!({ "id": made["author_id"], "name": "管理员" });
        assert_eq!((&made["author"], &made["withdrawer"]), (&author, &json!(null)));
        let principal = app.officer(&school, Office::Principal).await;
        let withdrawn = principal.post(&withdraw, json!({})).await.expect(200);
        assert!(withdrawn["withdrawn_at"].is_string());
        let name = principal.get("/me").await.expect(200)["name"].clone();
        let withdrawer = json!({ "id": withdrawn["withdrawn_by"], "name": name });
        assert_eq!((&withdrawn["author"], &withdrawn["withdrawer"]), (&author, &withdrawer));
        admin.post(&withdraw, json!({})).await.expect_problem(409, "already_withdrawn");
        let listed = admin.get(&format!("{path}?from=2026-11-23&to=2026-11-29")).await.expect(200);
        assert_eq!(listed["items"], json!([withdrawn]));
    }

    async fn afterwards_posts_can_be_excused_and_nothing_be_moved(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let (window, gate) = (app.drop_off(&admin, &school).await, app.gate(&school).await);
        let duty = app.duty(&admin, &school, &window, &gate, &["guard"]).await;
        let admin = app.days_later(2).await;
        let path = format!("/schools/{}/day-changes", school.id);
        let change = |kind: &str| json!({ "date": "2026-11-24", "kind": kind, "reason": "暴雨" });
        admin.post(&path, change("day_cancelled")).await.expect_problem(422, "date_in_past");
        let mut excused = change("duty_stood_down");
        excused["duty_id"] = json!(duty);
        admin.post(&path, excused.clone()).await.expect(201);
        excused["duty_id"] = json!(window);
        admin.post(&path, excused.clone()).await.expect_problem(422, "no_such_duty_that_day");
        excused["reason"] = json!(" ");
        admin.post(&path, excused).await.expect_problem(422, "invalid_field");
        admin.post(&path, change("window_stood_down")).await.expect_problem(422, "invalid_field");
    }
}
