//! `/organizations/{id}/members`, `/organizations/{id}/offices`, `/memberships`, `/me`

use huxue::domain::words::{Office, Role};
use huxue_tests::people::Place;
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};

async fn members(actor: &Actor, school: &Organization, query: &str) -> Vec<Value> {
    let path = format!("/organizations/{}/members?{query}", school.id);
    actor.get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

fn path(member: &Value, rest: &str) -> String {
    format!("/memberships/{}{rest}", member["id"].as_str().unwrap())
}

on_both! {
    async fn somebody_who_asked_is_approved_serves_and_leaves(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let parent = app.person(Some((&school, Place::Pending(Role::Parent)))).await;
        parent.get(&format!("/organizations/{}", school.id)).await.expect_problem(404, "not_found");
        let waiting = members(&principal, &school, "state=pending").await;
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0]["rights"], json!([]));
        let approved = principal.post(&path(&waiting[0], "/approve"), json!({})).await.expect(200);
        assert_eq!((&approved["state"], &approved["role"]), (&json!("active"), &json!("parent")));
        principal.post(&path(&waiting[0], "/decline"), json!({})).await.expect_problem(409, "not_pending");
        parent.get(&format!("/organizations/{}", school.id)).await.expect(200);

        let me = parent.get("/me").await;
        assert_eq!(me.body["memberships"][0]["rights"], json!(["read_set_up", "read_coverage", "check_in"]));
        let renamed = parent.patch("/me", me.etag.as_deref().unwrap(), json!({ "name": "王芳" })).await.expect(200);
        assert_eq!(renamed["name"], "王芳");
        parent.delete(&path(&waiting[0], "")).await.expect(200);
        parent.get(&format!("/organizations/{}", school.id)).await.expect_problem(404, "not_found");
    }

    async fn members_are_found_by_name_role_office_and_state_in_parts(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        for role in [Role::Parent, Role::Parent, Role::Guard] {
            app.member(&school, role).await;
        }
        app.officer(&school, Office::SafetyOfficer).await;
        assert_eq!(members(&admin, &school, "").await.len(), 4);
        assert_eq!(members(&admin, &school, "role=parent").await.len(), 2);
        assert_eq!(members(&admin, &school, "office=safety_officer&state=active").await.len(), 1);
        assert_eq!(members(&admin, &school, "search=3").await[0]["person"]["name"], "人员3");
        assert_eq!(members(&admin, &school, "search=%25").await.len(), 0);
        let first = admin.get(&format!("/organizations/{}/members?limit=3", school.id)).await.expect(200);
        let next = format!("limit=3&after={}", first["next"].as_str().unwrap());
        assert_eq!(members(&admin, &school, &next).await.len(), 1);
        admin.get(&format!("/organizations/{}/members?after=x", school.id)).await.expect_problem(400, "malformed_query");
    }

    async fn a_number_is_masked_and_a_look_at_it_is_written_down(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let parent = app.member(&school, Role::Parent).await;
        let member = members(&principal, &school, "role=parent").await[0].clone();
        assert_eq!(member["person"]["phone"], "139****0002");
        let whole = principal.get(&path(&member, "/phone")).await.expect(200);
        assert_eq!(whole, json!({ "phone": "13900000002" }));
        parent.get(&path(&member, "/phone")).await.expect_problem(403, "forbidden");
        let lines = principal.get("/audit?action=phone.view").await.expect(200)["items"].clone();
        assert_eq!(lines.as_array().unwrap().len(), 1);
        assert_eq!(lines[0]["actor_id"].as_str(), principal.person_id.as_deref());
        let denied = principal.get("/audit?outcome=denied").await.expect(200)["items"].clone();
        assert_eq!(denied[0]["actor_id"].as_str(), parent.person_id.as_deref());
        assert_eq!(denied[0]["details"]["right"], "manage_members");
    }

    async fn nobody_gives_more_than_they_hold(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let school = app.school(&admin, "实验小学").await;
        let clerk = app.officer(&root, Office::BureauOfficer).await;
        let principal = app.officer(&school, Office::Principal).await;
        let give = |office: &str, phone: &str| json!({ "office": office, "name": "李老师", "phone": phone });
        let (at_school, at_root) = (format!("/organizations/{}/offices", school.id), format!("/organizations/{}/offices", root.id));
        principal.post(&at_school, give("safety_officer", "13700000001")).await.expect_problem(403, "forbidden");
        clerk.post(&at_root, give("admin", "13700000001")).await.expect_problem(403, "forbidden");
        clerk.post(&at_school, give("admin", "13700000001")).await.expect_problem(403, "forbidden");
        let given = clerk.post(&at_school, give("principal", "137 0000 0001")).await.expect(201);
        assert_eq!((&given["office"], &given["state"]), (&json!("principal"), &json!("active")));
        clerk.post(&at_school, give("principal", "13700000001")).await.expect_problem(409, "already_member");
        admin.post(&at_root, give("admin", "13700000001")).await.expect(201);

        app.stranger().post("/sessions/sms-codes", json!({ "phone": "13700000001" })).await.expect(202);
        let code = app.sms.code_for("13700000001").await;
        let body = app.stranger().post("/sessions/sms", json!({ "phone": "13700000001", "code": code })).await.expect(200);
        assert_eq!(Actor::of_session(&app, &body).get("/me").await.expect(200)["memberships"].as_array().unwrap().len(), 2);
    }

    async fn the_last_administrator_of_a_root_stays(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let own = members(&admin, &root, "office=admin").await[0].clone();
        admin.delete(&path(&own, "")).await.expect_problem(409, "last_administrator");
        let second = app.officer(&root, Office::Admin).await;
        admin.delete(&path(&own, "")).await.expect(200);
        let left = members(&second, &root, "office=admin&state=active").await[0].clone();
        second.delete(&path(&left, "")).await.expect_problem(409, "last_administrator");
    }

    async fn the_principal_of_another_school_gets_nowhere(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let other = app.school(&admin, "第二小学").await;
        let stranger = app.officer(&other, Office::Principal).await;
        app.person(Some((&school, Place::Pending(Role::Parent)))).await;
        let member = members(&admin, &school, "").await[0].clone();
        stranger.get(&format!("/organizations/{}/members", school.id)).await.expect_problem(404, "not_found");
        stranger.post(&path(&member, "/approve"), json!({})).await.expect_problem(404, "not_found");
        stranger.get(&path(&member, "/phone")).await.expect_problem(404, "not_found");
        stranger.delete(&path(&member, "")).await.expect_problem(404, "not_found");
        let query = format!("/audit?organization={}", school.id);
        stranger.get(&query).await.expect_problem(404, "not_found");
    }

    async fn a_guard_in_charge_may_co_sign(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let guard = app.member(&school, Role::Guard).await;
        let member = members(&admin, &school, "role=guard").await[0].clone();
        let edited = admin.patch(&path(&member, ""), "\"1\"", json!({ "in_charge": true })).await.expect(200);
        assert_eq!(edited["in_charge"], true);
        let rights = guard.get("/me").await.expect(200)["memberships"][0]["rights"].clone();
        assert!(rights.as_array().unwrap().contains(&json!("co_sign")));
    }
}
