//! `/organizations`

use huxue_tests::{TestApp, on_both};
use serde_json::json;

on_both! {
    async fn a_school_is_added_read_and_edited(app: TestApp) {
        let admin = app.administrator().await;
        let bureau = admin.get("/organizations").await.expect(200)["items"][0].clone();
        assert_eq!((bureau["kind"].as_str(), bureau["name"].as_str()), (Some("bureau"), Some("示范县教育局")));

        let new = json!({ "parent_id": bureau["id"], "kind": "school", "name": " 实验小学 ", "school_type": "primary" });
        let school = admin.post("/organizations", new).await.expect(201);
        assert_eq!((school["name"].as_str(), school["timezone"].as_str()), (Some("实验小学"), Some("Asia/Shanghai")));

        let path = format!("/organizations/{}", school["id"].as_str().unwrap());
        let read = admin.get(&path).await;
        assert_eq!(read.etag.as_deref(), Some("\"1\""));
        let edited = admin.patch(&path, "\"1\"", json!({ "name": "第一实验小学" })).await.expect(200);
        assert_eq!((edited["name"].as_str(), edited["version"].as_i64()), (Some("第一实验小学"), Some(2)));
        admin.patch(&path, "\"1\"", json!({ "name": "第二实验小学" })).await.expect_problem(412, "stale");
    }

    async fn what_is_not_allowed_says_why(app: TestApp) {
        let admin = app.administrator().await;
        let bureau = admin.get("/organizations").await.expect(200)["items"][0]["id"].clone();
        let new = |name: &str| json!({ "parent_id": bureau, "kind": "school", "name": name });
        app.stranger().post("/organizations", new("实验小学")).await.expect_problem(401, "not_signed_in");
        admin.post("/organizations", new("")).await.expect_problem(422, "invalid_field");
        admin.post("/organizations", json!({ "name": 1 })).await.expect_problem(400, "malformed_json");
        let school = admin.post("/organizations", new("实验小学")).await.expect(201)["id"].clone();
        let below = json!({ "parent_id": school, "kind": "school", "name": "分校" });
        admin.post("/organizations", below).await.expect_problem(422, "wrong_parent");
        admin.get("/organizations/00000000-0000-7000-8000-000000000000").await.expect_problem(404, "not_found");
        admin.get("/organizations/not-an-id").await.expect_problem(404, "not_found");
        admin.delete("/organizations").await.expect_problem(405, "method_not_allowed");
        admin.get("/nowhere").await.expect_problem(404, "unknown_route");
    }

    async fn texts_that_no_database_keeps_are_refused(app: TestApp) {
        let admin = app.administrator().await;
        let bureau = admin.get("/organizations").await.expect(200)["items"][0]["id"].clone();
        for (field, text) in [("name", "a\0b"), ("school_type", "\0"), ("external_code", "1\n2"), ("timezone", "Asia/\0")] {
            let mut new = json!({ "parent_id": bureau, "kind": "school", "name": "实验小学" });
            new[field] = json!(text);
            let refused = admin.post("/organizations", new).await;
            assert_eq!(refused.body["field"], field, "{}", refused.text);
            refused.expect_problem(422, "invalid_field");
        }
    }
}
