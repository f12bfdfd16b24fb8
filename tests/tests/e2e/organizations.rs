//! `/organizations`

use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::json;

/// The names of a list.
async fn names(actor: &Actor, query: &str) -> Vec<String> {
    let list = actor.get(&format!("/organizations?{query}")).await.expect(200);
    list["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

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

    async fn they_are_found_by_name_and_by_what_lies_above(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let county = app.organization(&admin, &root, "bureau", "本县教育局").await;
        let station = app.organization(&admin, &county, "station", "城关派出所").await;
        for name in ["Hope 小学", "第100%_小学", "第100x小学"] {
            app.organization(&admin, &county, "school", name).await;
        }
        assert_eq!(names(&admin, "search=hOPE").await, ["Hope 小学"]);
        assert_eq!(names(&admin, "search=100%25_").await, ["第100%_小学"], "written out, not as a pattern");
        assert_eq!(names(&admin, "search=%E6%B2%A1%E6%9C%89").await, [""; 0]);
        assert_eq!(names(&admin, "search=%E5%B0%8F%E5%AD%A6&kind=station").await, [""; 0]);
        assert_eq!(names(&admin, &format!("parent={}", root.id)).await, ["本县教育局"]);
        let below = names(&admin, &format!("parent={}", county.id)).await;
        assert_eq!(below, ["城关派出所", "Hope 小学", "第100%_小学", "第100x小学"]);
        assert_eq!(names(&admin, &format!("parent={}&kind=school&limit=1", county.id)).await, ["Hope 小学"]);
        let chief = app.officer(&station, Office::StationChief).await;
        assert_eq!(names(&chief, &format!("parent={}", county.id)).await, ["城关派出所"], "what the chief may see");
        admin.get("/organizations?parent=x").await.expect_problem(400, "malformed_query");
    }

    async fn each_sees_their_rights_there_and_what_lies_above(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let county = app.organization(&admin, &root, "bureau", "本县教育局").await;
        let school = app.organization(&admin, &county, "school", "实验小学").await;
        let path = format!("/organizations/{}", school.id);
        let above = |one: &huxue_tests::Organization| json!({ "id": one.id, "name": one.name, "kind": "bureau" });
        let seen = admin.get(&path).await.expect(200);
        assert_eq!((&seen["ancestors"], &seen["parent_id"]), (&json!([above(&root), above(&county)]), &json!(county.id)));
        let bureau = app.officer(&county, Office::BureauOfficer).await;
        assert_eq!(bureau.get(&path).await.expect(200)["ancestors"], json!([above(&county)]), "the root is not theirs to see");
        let parent = app.member(&school, Role::Parent).await;
        let seen = parent.get(&path).await.expect(200);
        assert_eq!((&seen["rights"], &seen["ancestors"]), (&json!(["read_set_up", "read_coverage", "check_in"]), &json!([])));
        app.also(&parent, &school, Role::SchoolLeader).await;
        let both = json!(["read_set_up", "read_coverage", "co_sign", "check_in"]);
        assert_eq!(parent.get(&path).await.expect(200)["rights"], both, "each right once");

        let station = app.organization(&admin, &county, "station", "城关派出所").await;
        let chief = app.officer(&station, Office::StationChief).await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.id), json!(null)).await.expect(204);
        let reach = chief.get(&path).await.expect(200);
        let own = chief.get(&format!("/organizations/{}", station.id)).await.expect(200);
        assert_eq!((&reach["rights"], &reach["ancestors"]), (&own["rights"], &json!([])), "of a school that is assigned too");
        let kinds = [(&chief, "station"), (&parent, "school"), (&bureau, "bureau")];
        for (person, kind) in kinds {
            assert_eq!(person.get("/me").await.expect(200)["memberships"][0]["organization"]["kind"], kind);
        }
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
