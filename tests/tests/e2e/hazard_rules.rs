//! `/organizations/{id}/hazard-rules`: what bureaus decide about hazards, and what becomes of it at their schools.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, Organization, TestApp, on_both};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

fn rules_of(place: &Organization) -> String {
    format!("/organizations/{}/hazard-rules", place.id)
}

fn hazard(category: &Value, level: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "category": category, "level": level, "description": "河边护栏断开" })
}

/// The categories as they can be sent back, with a change.
fn changed(rules: &Value, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    let mut list: Vec<Value> = rules["categories"].as_array().unwrap().clone();
    for one in &mut list {
        one.as_object_mut().unwrap().remove("name");
    }
    change(&mut list);
    json!(list)
}

/// Sets what a bureau wants, from what it read.
async fn set(who: &Actor, bureau: &Organization, days: Value, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    let read = who.get(&rules_of(bureau)).await;
    let (etag, rules) = (read.etag.clone().unwrap(), read.expect(200));
    let body = json!({ "categories": changed(&rules, change), "days": days });
    who.put_from(&rules_of(bureau), &etag, body).await.expect(200)
}

fn water() -> Value {
    json!({ "zh": "水域", "en": "Open water" })
}

fn names(rules: &Value, field: &str) -> Vec<String> {
    let offered = rules["categories"].as_array().unwrap().iter().filter(|one| one["retired"] == false);
    offered.map(|one| one[field].as_str().unwrap().to_owned()).collect()
}

fn key_of(rules: &Value, zh: &str) -> Value {
    rules["categories"].as_array().unwrap().iter().find(|one| one["zh"] == zh).unwrap()["key"].clone()
}

async fn deadline_of(who: &Actor, id: &Value) -> Value {
    who.get(&format!("/hazards/{}", id.as_str().unwrap())).await.expect(200)["deadline"].clone()
}

on_both! {
    async fn a_bureau_adds_a_category_and_its_schools_report_in_it(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let (county, other) =
            (app.organization(&admin, &root, "bureau", "东县").await, app.organization(&admin, &root, "bureau", "西县").await);
        let school = app.organization(&admin, &county, "school", "实验小学").await;
        let elsewhere = app.organization(&admin, &other, "school", "城西小学").await;
        let bureau = app.officer(&county, Office::BureauOfficer).await;
        let (parent, far) = (app.member(&school, Role::Parent).await, app.officer(&elsewhere, Office::Principal).await);
        let built_in = parent.get(&rules_of(&school)).await.expect(200);
        assert_eq!(names(&built_in, "name"), ["治安", "交通", "食品", "消防", "文化环境", "设施", "其他"]);
        assert_eq!(built_in["days"], json!({ "minor": 7, "serious": 3, "major": 1 }));
        let english = parent.send(parent.request(Method::GET, &rules_of(&school)).header("Accept-Language", "en")).await.expect(200);
        assert_eq!(names(&english, "name")[..2], ["Public order", "Traffic"]);

        let rules = set(&bureau, &county, Value::Null, |list| list.insert(0, water())).await;
        assert_eq!((names(&rules, "en")[0].as_str(), &rules["version"]), ("Open water", &json!(1)));
        let key = key_of(&rules, "水域");
        let report = format!("/schools/{}/hazards", school.id);
        let told = parent.post(&report, hazard(&key, "minor")).await.expect(200);
        assert_eq!((&told["category"], &told["category_name"]), (&key, &json!("水域")));
        far.post(&format!("/schools/{}/hazards", elsewhere.id), hazard(&key, "minor"))
            .await.expect_problem(422, "hazard_category_not_offered");
        assert_eq!(names(&far.get(&rules_of(&elsewhere)).await.expect(200), "zh").len(), 7);
        parent.post(&report, hazard(&json!("nothing"), "minor")).await.expect_problem(422, "hazard_category_not_offered");
        parent.post(&report, hazard(&json!("No Key"), "minor")).await.expect_problem(400, "malformed_json");

        // A checklist names one that is offered here.
        let list = |category: &Value| json!({
            "name": "河道检查", "inspector": "anyone", "per": "day", "times": 0,
            "items": [{ "text": "河边护栏完好", "category": category, "level": "serious" }],
        });
        let lists = |place: &Organization| format!("/organizations/{}/checklists", place.id);
        let added = bureau.post(&lists(&county), list(&key)).await.expect(201);
        far.post(&lists(&elsewhere), list(&key)).await.expect_problem(422, "invalid_field");
        let made = json!({
            "id": Uuid::now_v7(), "checklist_id": added["id"], "answers": [{ "answer": "no", "note": "断开两米" }],
        });

        // Renamed and retired: nothing new, and what was keeps it under its name.
        let one = format!("/hazards/{}", told["id"].as_str().unwrap());
        set(&bureau, &county, Value::Null, |list| list[0]["zh"] = json!("河湖水域")).await;
        assert_eq!(parent.get(&one).await.expect(200)["category_name"], "河湖水域");
        let retired = set(&bureau, &county, Value::Null, |list| list[0]["retired"] = json!(true)).await;
        assert_eq!(names(&retired, "zh").len(), 7);
        parent.post(&report, hazard(&key, "minor")).await.expect_problem(422, "hazard_category_not_offered");
        bureau.post(&lists(&county), list(&key)).await.expect_problem(422, "invalid_field");
        assert_eq!(parent.get(&one).await.expect(200)["category_name"], "河湖水域");
        let english = parent.send(parent.request(Method::GET, &one).header("Accept-Language", "en")).await.expect(200);
        assert_eq!(english["category_name"], "Open water");
        // What a checklist finds is not kept back because its category was retired since.
        let found = parent.post(&format!("/schools/{}/inspections", school.id), made).await.expect(200);
        let answer = &found["answers"][0];
        assert_eq!((&answer["category_name"], answer["hazard_id"].is_string()), (&json!("河湖水域"), true));

        // The school moves to the other bureau, which knows no such category.
        let etag = admin.get(&format!("/organizations/{}", school.id)).await.etag.unwrap();
        let moved = format!("/organizations/{}/parent", school.id);
        admin.send(admin.request(Method::PUT, &moved).header("If-Match", etag).json(&json!({ "parent_id": other.id })))
            .await.expect(200);
        assert_eq!(app.again(&parent).await.get(&one).await.expect(200)["category_name"], "河湖水域");
    }

    async fn days_that_change_move_no_deadline_of_the_past(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let county = app.organization(&admin, &root, "bureau", "东县").await;
        let school = app.organization(&admin, &county, "school", "实验小学").await;
        let (bureau, principal) =
            (app.officer(&root, Office::BureauOfficer).await, app.officer(&school, Office::Principal).await);
        let traffic = json!("traffic");
        let report = async |level: &str| {
            let told = principal.post(&format!("/schools/{}/hazards", school.id), hazard(&traffic, level)).await.expect(200);
            (told["id"].clone(), told["deadline"].as_str().unwrap().to_owned())
        };
        let (before, deadline) = report("minor").await;
        assert_eq!(deadline, "2026-11-30");
        // The province shortens the days; the county follows it until it has its own.
        set(&bureau, &root, json!({ "minor": 5, "serious": 2, "major": 1 }), |_| ()).await;
        let (second, deadline) = report("minor").await;
        assert_eq!(deadline, "2026-11-28");
        let own = set(&bureau, &county, json!({ "minor": 10, "serious": 10, "major": 2 }), |_| ()).await;
        assert_eq!((&own["own_days"], &own["days_above"]["minor"]), (&json!(true), &json!(5)));
        assert_eq!([report("serious").await.1, report("major").await.1], ["2026-12-03", "2026-11-25"]);
        assert_eq!([deadline_of(&principal, &before).await, deadline_of(&principal, &second).await], ["2026-11-30", "2026-11-28"]);
        let followed = set(&bureau, &county, Value::Null, |_| ()).await;
        assert_eq!((&followed["own_days"], &followed["days"]["minor"]), (&json!(false), &json!(5)));

        // Overdue is told by the deadline of the report.
        app.pass(TimeDelta::days(6));
        let overdue = app.again(&principal).await.get(&format!("/organizations/{}/hazards?of=overdue", school.id)).await.expect(200);
        let ids: Vec<&Value> = overdue["items"].as_array().unwrap().iter().map(|one| &one["id"]).collect();
        assert!(ids.contains(&&second) && !ids.contains(&&before), "{ids:?}");
    }

    async fn rules_are_a_bureaus_and_nobody_overwrites_unseen(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let school = app.organization(&admin, &root, "school", "实验小学").await;
        let (bureau, principal) =
            (app.officer(&root, Office::BureauOfficer).await, app.officer(&school, Office::Principal).await);
        let rules = bureau.get(&rules_of(&root)).await.expect(200);
        let body = |change: &dyn Fn(&mut Vec<Value>)| json!({ "categories": changed(&rules, change), "days": null });
        let same = body(&|_| ());
        principal.put_from(&rules_of(&root), "\"0\"", same.clone()).await.expect_problem(404, "not_found");
        principal.put_from(&rules_of(&school), "\"0\"", same.clone()).await.expect_problem(422, "bureau_only");
        bureau.put(&rules_of(&root), same.clone()).await.expect_problem(428, "version_required");
        let all = body(&|list| list.iter_mut().for_each(|one| one["retired"] = json!(true)));
        bureau.put_from(&rules_of(&root), "\"0\"", all).await.expect_problem(422, "invalid_field");
        let foreign = body(&|list| list[0]["key"] = json!("nowhere"));
        bureau.put_from(&rules_of(&root), "\"0\"", foreign).await.expect_problem(422, "invalid_field");
        bureau.put_from(&rules_of(&root), "\"0\"", same.clone()).await.expect(200);
        bureau.put_from(&rules_of(&root), "\"0\"", same.clone()).await.expect_problem(412, "stale");
        bureau.put_from(&rules_of(&root), "\"1\"", same.clone()).await.expect(200);
        bureau.put_from(&rules_of(&root), "\"1\"", same).await.expect_problem(412, "stale");
        let log = admin.get("/audit?action=hazard_rules.set").await.expect(200);
        assert_eq!(log["items"].as_array().unwrap().len(), 2, "{log}");
    }
}
