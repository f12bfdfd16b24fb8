//! `/audit` and `/audit.csv`

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{TestApp, on_both};
use serde_json::json;
use uuid::Uuid;

on_both! {
    async fn it_is_read_by_those_entitled_each_within_their_reach(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let other = app.school(&admin, "第二小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let rules = json!({ "hold_minutes": 0, "live_grace_seconds": 0, "sync_deadline_minute": 0 });
        for place in [&school, &other] {
            admin.put(&format!("/schools/{}/rules", place.id), rules.clone()).await.expect(200);
        }
        let lines = |query: &str| format!("/audit?action=school_rules.set{query}");
        assert_eq!(admin.get(&lines("")).await.expect(200)["items"].as_array().unwrap().len(), 2);
        let own = principal.get(&lines("")).await.expect(200)["items"].clone();
        assert_eq!(own.as_array().unwrap().len(), 1);
        assert_eq!((&own[0]["subject_id"], &own[0]["actor_name"]), (&json!(school.id), &json!("管理员")));
        let below = admin.get(&lines(&format!("&organization={}", other.id))).await.expect(200)["items"].clone();
        assert_eq!(below[0]["subject_id"], json!(other.id));
        let none = lines("&from=2026-11-24T00:00:00Z");
        assert_eq!(admin.get(&none).await.expect(200)["items"], json!([]));
        let parent = app.member(&school, Role::Parent).await;
        parent.get("/audit").await.expect_problem(403, "forbidden");

        let first = admin.get("/audit?limit=1").await.expect(200);
        let next = admin.get(&format!("/audit?limit=1&after={}", first["next"].as_str().unwrap())).await.expect(200);
        assert_ne!(first["items"][0]["id"], next["items"][0]["id"]);
    }

    async fn who_looks_beyond_their_reach_or_takes_figures_away_is_written_down(app: TestApp) {
        let admin = app.administrator().await;
        let [school, other] = [app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await];
        let [principal, victim] = [app.officer(&school, Office::Principal).await, app.officer(&other, Office::Principal).await];
        let theirs = format!("/schools/{}/coverage?date=2026-11-23", other.id);
        principal.get(&theirs).await.expect_problem(404, "not_found");
        principal.get(&format!("/schools/{}/coverage?date=2026-11-23", Uuid::now_v7())).await.expect_problem(404, "not_found");
        let denied = victim.get("/audit?outcome=denied").await.expect(200)["items"].clone();
        assert_eq!(denied.as_array().unwrap().len(), 1, "{denied}");
        assert_eq!(denied[0]["actor_id"].as_str(), principal.person_id.as_deref());
        assert!(denied[0]["details"]["request"].as_str().unwrap().contains(&other.id), "{denied}");
        let all = admin.get("/audit?outcome=denied").await.expect(200)["items"].clone();
        assert_eq!(all.as_array().unwrap().len(), 1, "what does not exist is nobody's: {all}");

        let table = format!("/organizations/{}/coverage/roll-up.csv?from=2026-11-02&to=2026-11-23&by=day", school.id);
        assert_eq!(principal.get(&table).await.status, 200);
        let taken = principal.get("/audit?action=coverage.export").await.expect(200)["items"].clone();
        assert_eq!((taken.as_array().unwrap().len(), &taken[0]["details"]["by"]), (1, &json!("day")));
    }

    async fn actions_are_found_by_how_they_begin(app: TestApp) {
        let admin = app.administrator().await;
        let [school, other] = [app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await];
        for place in [&school, &other] {
            let path = format!("/organizations/{}", place.id);
            admin.patch(&path, "\"1\"", json!({ "name": "改名小学" })).await.expect(200);
        }
        let actions = async |query: &str| {
            let list = admin.get(&format!("/audit?{query}")).await.expect(200);
            list["items"].as_array().unwrap().iter().map(|line| line["action"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let made = ["organization.create", "organization.edit"];
        assert_eq!(actions("action=organization.").await, [made[1], made[1], made[0], made[0]]);
        assert_eq!(actions(&format!("action=organization.&organization={}", other.id)).await, [made[1], made[0]]);
        assert_eq!(actions("action=organization.edit").await, [made[1], made[1]]);
        assert_eq!(actions("action=organization_").await, [""; 0], "written out, not as a pattern");
        assert_eq!(actions("action=rganization").await, [""; 0]);
    }

    async fn guesses_at_unknown_numbers_are_for_the_whole_installations_administrators(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let guess = json!({ "phone": "13911112222", "password": "wrong" });
        app.stranger().post("/sessions", guess).await.expect(401);
        let failed = admin.get("/audit?outcome=failed").await.expect(200)["items"].clone();
        assert_eq!(failed[0]["details"]["phone"], "139****2222");
        assert_eq!(principal.get("/audit?outcome=failed").await.expect(200)["items"], json!([]));
    }

    async fn as_a_file_it_holds_no_formulas_and_taking_it_is_written_down(app: TestApp) {
        let admin = app.administrator().await;
        let me = admin.get("/me").await;
        let formula = json!({ "name": "=HYPERLINK(1)" });
        admin.patch("/me", me.etag.as_deref().unwrap(), formula).await.expect(200);
        let file = admin.get("/audit.csv?action=person.rename").await;
        assert!(file.text.starts_with("\u{feff}at,actor_name,"), "{}", file.text);
        assert!(file.text.contains(",'=HYPERLINK(1),"), "{}", file.text);
        let taken = admin.get("/audit?action=audit.export").await.expect(200);
        assert_eq!(taken["items"][0]["details"]["lines"], 1);
    }

    async fn a_line_names_what_it_speaks_of(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let parent = app.member(&school.organization, Role::Parent).await;
        let at = app.before(TimeDelta::minutes(3));
        let asked = json!({ "checkpoint_id": school.gate.id, "person_id": parent.person_id, "role": "parent", "kind": "arrive", "at": at, "reason": "手机没电" });
        let asked = admin.post(&format!("/schools/{}/corrections", school.organization.id), asked).await.expect(201);
        let line = |action: &str| format!("/audit?action={action}");
        let told = admin.get(&line("correction.ask")).await.expect(200)["items"][0].clone();
        let name = parent.get("/me").await.expect(200)["name"].clone();
        let wanted = json!({
            (asked["id"].as_str().unwrap()): name, (parent.person_id.as_deref().unwrap()): name, (school.gate.id.to_string()): school.gate.name,
        });
        assert_eq!(told["names"], wanted);
        let path = format!("/organizations/{}", school.organization.id);
        admin.patch(&path, "\"1\"", json!({ "name": "改名小学" })).await.expect(200);
        let edited = admin.get(&line("organization.edit")).await.expect(200)["items"][0].clone();
        assert_eq!(edited["names"], json!({ (school.organization.id.as_str()): "改名小学" }), "the name is that of now");
    }
}
