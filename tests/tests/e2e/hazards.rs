//! `/schools/{id}/hazards`, `/hazards/{id}`, `/hazards/{id}/steps`

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue::service::alerts::round::Round;
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};
use uuid::Uuid;

fn hazard(level: &str) -> Value {
    json!({ "id": Uuid::now_v7(), "category": "traffic", "level": level, "description": "窨井盖破损", "place": "校门西侧" })
}

/// A hazard that somebody reports; answers its id.
pub(crate) async fn reported(who: &Actor, school: &Organization) -> String {
    let told = who.post(&format!("/schools/{}/hazards", school.id), hazard("minor")).await.expect(200);
    told["id"].as_str().unwrap().to_owned()
}

fn step(step: &str, text: &str) -> Value {
    json!({ "step": step, "text": text })
}

/// A round of the server looks what is to be told now.
async fn turn(app: &TestApp) {
    let app = Arc::clone(&app.app);
    tokio::task::spawn_blocking(move || Round::new(&app).turn(&app)).await.unwrap().unwrap();
}

/// What somebody was told about alerts of a kind, the latest first: on which occasion, and in which words.
async fn told(app: &TestApp, who: &Actor, kind: &str) -> Vec<(Value, Value)> {
    let inbox = app.again(who).await.get("/me/alerts").await.expect(200);
    let items = inbox["items"].as_array().unwrap().clone();
    let of_kind = |one: &Value| one["alerts"].as_array().unwrap().iter().any(|alert| alert["kind"] == kind);
    items.into_iter().filter(of_kind).map(|one| (one["occasion"].clone(), one["text"].clone())).collect()
}

/// What one's own export holds of the place of one's only hazard.
async fn exported(who: &Actor) -> Value {
    who.get("/me/export").await.expect(200)["hazards"][0]["position"].clone()
}

on_both! {
    async fn where_a_hazard_is_comes_from_the_phone_of_whoever_agreed(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let (parent, shy) = (app.on_duty(&school, Role::Parent).await, app.on_duty(&school, Role::Guard).await);
        app.agree(&shy, false).await;
        let path = format!("/schools/{}/hazards", school.organization.id);
        let mut places = Vec::new();
        for who in [&parent, &shy] {
            let mut new = hazard("minor");
            new["position"] = json!({ "lon": 116.393433, "lat": 39.929393, "accuracy_m": 12.0, "datum": "gcj02" });
            let id = who.post(&path, new).await.expect(200)["id"].clone();
            places.push(principal.get(&format!("/hazards/{}", id.as_str().unwrap())).await.expect(200)["position"].clone());
        }
        let (lon, lat) = (places[0]["lon"].as_f64().unwrap(), places[0]["lat"].as_f64().unwrap());
        assert!((lon - 116.3872).abs() < 1e-3 && (lat - 39.9280).abs() < 1e-3, "in WGS-84: {lon} {lat}");
        assert_eq!((&places[0]["accuracy_m"], &places[1]), (&json!(12.0), &Value::Null), "kept only of whoever agreed");
        assert_eq!((exported(&parent).await, exported(&shy).await), (places[0].clone(), Value::Null));
        let mut odd = hazard("minor");
        odd["position"] = json!({ "lon": 116.4, "lat": 139.9, "accuracy_m": 1.0, "datum": "wgs84" });
        parent.post(&path, odd.clone()).await.expect_problem(422, "invalid_field");
        odd["position"] = json!({ "lon": 116.4, "lat": 39.9, "accuracy_m": -1.0, "datum": "wgs84" });
        let failed = parent.post(&path, odd).await.expect(200)["id"].clone();
        let shown = principal.get(&format!("/hazards/{}", failed.as_str().unwrap())).await.expect(200);
        assert_eq!(shown["position"], Value::Null, "a fix that failed is none, and no reason to refuse what was seen");

        // It goes with the other positions, and the hazard stays.
        app.pass(TimeDelta::days(i64::from(app.app.config.position_retention_days)));
        let sweeping = Arc::clone(&app.app);
        tokio::task::spawn_blocking(move || huxue::service::positions::sweep(&sweeping)).await.unwrap().unwrap();
        assert_eq!(exported(&app.again(&parent).await).await, Value::Null);
    }

    async fn a_hazard_goes_from_its_report_to_its_end(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let (principal, safety) = (
            app.officer(&school.organization, Office::Principal).await,
            app.officer(&school.organization, Office::SafetyOfficer).await,
        );
        let (parent, guard) = (app.on_duty(&school, Role::Parent).await, app.on_duty(&school, Role::Guard).await);
        let path = format!("/schools/{}/hazards", school.organization.id);
        let mut new = hazard("serious");
        new["checkpoint_id"] = json!(school.gate.id);
        let told = parent.post(&path, new.clone()).await.expect(200);
        let shown = (&told["number"], &told["state"], &told["deadline"], &told["post"], &told["may"]);
        assert_eq!(shown, (&json!("2026-001"), &json!("reported"), &json!("2026-11-26"), &json!("东门"), &json!([])));
        assert_eq!(parent.post(&path, new.clone()).await.expect(200)["number"], "2026-001", "sent again it is the same");
        new["description"] = json!("换了内容");
        parent.post(&path, new).await.expect_problem(409, "duplicate");
        let mut empty = hazard("minor");
        empty["description"] = json!(" ");
        parent.post(&path, empty).await.expect_problem(422, "invalid_field");

        let of_hazard = format!("/hazards/{}", told["id"].as_str().unwrap());
        let steps = format!("{of_hazard}/steps");
        guard.get(&of_hazard).await.expect_problem(403, "forbidden");
        parent.post(&steps, step("assigned", "")).await.expect_problem(403, "forbidden");
        let assigned = json!({ "step": "assigned", "assignee_id": guard.id(), "deadline": "2026-11-25", "text": "请更换" });
        let told = safety.post(&steps, assigned).await.expect(200);
        let stands = (&told["state"], &told["assignee_id"], &told["deadline"]);
        assert_eq!(stands, (&json!("assigned"), &json!(guard.id()), &json!("2026-11-25")));
        let stranger = app.person(None).await;
        let assigned = json!({ "step": "assigned", "assignee_id": stranger.id() });
        safety.post(&steps, assigned).await.expect_problem(422, "invalid_field");
        assert_eq!(guard.get(&of_hazard).await.expect(200)["may"], json!(["rectified"]), "it is theirs now");
        let mine = guard.get("/me/hazards").await.expect(200);
        assert_eq!((&mine["items"][0]["id"], mine["items"].as_array().unwrap().len()), (&told["id"], 1));
        safety.post(&steps, step("written_off", "")).await.expect_problem(409, "step_not_possible");
        guard.post(&steps, step("rectified", "")).await.expect_problem(422, "invalid_field");
        guard.post(&steps, step("rectified", "已更换井盖")).await.expect(200);
        guard.post(&steps, step("accepted", "")).await.expect_problem(403, "forbidden");
        let back = principal.post(&steps, step("sent_back", "仍有松动")).await.expect(200);
        assert_eq!((&back["state"], &back["assignee_id"]), (&json!("assigned"), &json!(guard.id())));
        // The safety officer helps out, and so cannot accept it.
        safety.post(&steps, step("rectified", "已加固")).await.expect(200);
        safety.post(&steps, step("accepted", "")).await.expect_problem(403, "forbidden");
        let accepted = principal.post(&steps, step("accepted", "")).await.expect(200);
        assert_eq!(accepted["may"], json!(["written_off", "reopened"]));
        principal.post(&steps, step("written_off", "")).await.expect(200);
        let open = format!("/organizations/{}/hazards?of=open", school.organization.id);
        assert_eq!(principal.get(&open).await.expect(200)["items"], json!([]));
        let again = json!({ "step": "reopened", "text": "又坏了", "deadline": "2026-12-01" });
        let reopened = principal.post(&steps, again).await.expect(200);
        let kinds: Vec<&Value> = reopened["steps"].as_array().unwrap().iter().map(|one| &one["step"]).collect();
        assert_eq!(kinds, ["assigned", "rectified", "sent_back", "rectified", "accepted", "written_off", "reopened"]);
        assert_eq!(principal.get(&open).await.expect(200)["items"].as_array().unwrap().len(), 1);
        assert_eq!(parent.get("/me/export").await.expect(200)["hazards"][0]["description"], "窨井盖破损");
    }

    async fn the_ledger_is_read_by_the_station_and_the_bureau(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let (near, far) = (app.guarded_school(&admin, "实验小学").await.organization, app.guarded_school(&admin, "第二小学").await.organization);
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, near.id), json!(null)).await.expect(204);
        let chief = app.officer(&station, Office::StationChief).await;
        let bureau = app.officer(&root, Office::BureauOfficer).await;
        let ids = [reported(&admin, &near).await, reported(&admin, &far).await];
        let read = async |who: &Actor, place: &Organization| {
            let told = who.get(&format!("/organizations/{}/hazards", place.id)).await.expect(200);
            let mut ids: Vec<String> = told["items"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
            ids.sort();
            ids
        };
        assert_eq!(read(&chief, &station).await, [ids[0].clone()], "of the schools of the station");
        assert_eq!(read(&chief, &near).await, [ids[0].clone()]);
        chief.get(&format!("/organizations/{}/hazards", far.id)).await.expect_problem(404, "not_found");
        assert_eq!(read(&bureau, &root).await, ids, "of all schools of the bureau");
    }

    async fn a_ledger_is_narrowed_by_category_state_and_school(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let (near, far) = (app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await);
        let report = async |school: &Organization, category: &str| {
            let new = json!({ "id": Uuid::now_v7(), "category": category, "level": "minor", "description": "破损" });
            let told = admin.post(&format!("/schools/{}/hazards", school.id), new).await.expect(200);
            // The latest come first.
            app.pass(TimeDelta::seconds(1));
            told["id"].as_str().unwrap().to_owned()
        };
        let fire = report(&near, "fire").await;
        let [traffic, other] = [report(&near, "traffic").await, report(&far, "traffic").await];
        admin.post(&format!("/hazards/{traffic}/steps"), step("rectified", "已修好")).await.expect(200);
        let read = async |query: &str| {
            let told = admin.get(&format!("/organizations/{}/hazards?{query}", root.id)).await.expect(200);
            let ids = told["items"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned());
            (ids.collect::<Vec<_>>(), told["next"].as_str().map(ToOwned::to_owned))
        };
        let ids = async |query: &str| read(query).await.0;
        assert_eq!(ids("category=traffic").await, [other.as_str(), &traffic]);
        assert_eq!(ids("category=fire").await, [fire.as_str()]);
        assert_eq!(ids("category=food").await, [""; 0]);
        assert_eq!(ids("state=rectified").await, [traffic.as_str()]);
        assert_eq!(ids("state=reported&of=open&category=traffic").await, [other.as_str()]);
        assert_eq!(ids(&format!("school_id={}", near.id)).await, [traffic.as_str(), &fire]);
        assert_eq!(ids(&format!("school_id={}", root.id)).await, [""; 0], "only schools have hazards");
        // In parts none is lost and none is told twice.
        let (first, next) = read("category=traffic&limit=1").await;
        let (rest, _) = read(&format!("category=traffic&limit=1&after={}", next.unwrap())).await;
        assert_eq!([first, rest].concat(), [other, traffic]);
        for wrong in ["state=gone", "category=No%20Key", "school_id=x"] {
            let refused = admin.get(&format!("/organizations/{}/hazards?{wrong}", root.id)).await;
            assert_eq!(refused.status.as_u16(), 400, "{wrong}: {}", refused.text);
        }
    }

    async fn what_is_major_is_accepted_above_the_school(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let bureau = app.officer(&app.root(&admin).await, Office::BureauOfficer).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
        let path = format!("/schools/{}/hazards", school.organization.id);
        let told = safety.post(&path, hazard("major")).await.expect(200);
        let steps = format!("/hazards/{}/steps", told["id"].as_str().unwrap());
        safety.post(&steps, step("rectified", "已围挡")).await.expect(200);
        principal.post(&steps, step("accepted", "")).await.expect_problem(403, "forbidden");
        assert_eq!(bureau.post(&steps, step("accepted", "")).await.expect(200)["state"], "accepted");
        let other = app.guarded_school(&admin, "第二小学").await;
        let stranger = app.officer(&other.organization, Office::Principal).await;
        stranger.post(&steps, step("written_off", "")).await.expect_problem(404, "not_found");
        stranger.post(&path, hazard("minor")).await.expect_problem(404, "not_found");
    }

    async fn a_hazard_that_is_overdue_is_told_until_it_is_put_right(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
        let id = reported(&safety, &school.organization).await;
        let about = || told(&app, &safety, "hazard_overdue");
        // The last day is 30 November; it is told on the next morning at 8:30.
        app.pass(TimeDelta::days(8) + TimeDelta::minutes(100) - TimeDelta::seconds(1));
        turn(&app).await;
        assert_eq!(about().await, vec![]);
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        let text = "【护学岗】实验小学：2026-001 窨井盖破损，隐患应于 11-30 前整改，还没有完成。";
        assert_eq!(about().await, [(json!("raised"), json!(text))]);
        let reader = app.again(&safety).await;
        let overdue = format!("/organizations/{}/hazards?of=overdue", school.organization.id);
        assert_eq!(reader.get(&overdue).await.expect(200)["items"][0]["id"], json!(id));
        reader.post(&format!("/hazards/{id}/steps"), step("rectified", "已更换")).await.expect(200);
        app.pass(TimeDelta::seconds(3));
        turn(&app).await;
        assert_eq!(about().await[0].0, "resolved");
    }

    async fn whoever_a_hazard_is_given_to_is_told_each_time(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
        let (guard, teacher) = (app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Teacher).await);
        let id = reported(&safety, &school.organization).await;
        let steps = format!("/hazards/{id}/steps");
        let give = |to: &Actor| json!({ "step": "assigned", "assignee_id": to.id(), "deadline": "2026-11-25" });
        let given = || async { [told(&app, &guard, "hazard_assigned").await.len(), told(&app, &teacher, "hazard_assigned").await.len()] };

        safety.post(&steps, give(&safety)).await.expect(200);
        turn(&app).await;
        assert_eq!(told(&app, &safety, "hazard_assigned").await, [], "who takes it themself knows");
        safety.post(&steps, give(&guard)).await.expect(200);
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        turn(&app).await;
        let name = guard.get("/me").await.expect(200)["name"].as_str().unwrap().to_owned();
        let text = format!("【护学岗】实验小学：2026-001 窨井盖破损，隐患交办给{name}，请于 11-25 前整改。");
        assert_eq!(told(&app, &guard, "hazard_assigned").await, [(json!("raised"), json!(text))], "once");
        let alert = guard.get("/me/alerts").await.expect(200)["items"][0]["alerts"][0].clone();
        assert_eq!((&alert["hazard_id"], &alert["kind"]), (&json!(id), &json!("hazard_assigned")));

        safety.post(&steps, give(&teacher)).await.expect(200);
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        assert_eq!(given().await, [1, 1]);
        teacher.post(&steps, step("rectified", "已更换")).await.expect(200);
        safety.post(&steps, step("sent_back", "井盖还是松的")).await.expect(200);
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        assert_eq!(given().await, [1, 2], "sent back, it is theirs once more");
        let path = format!("/organizations/{}/alerts?open=true", school.organization.id);
        let open = |alerts: &Value| alerts["items"].as_array().unwrap().iter().filter(|one| one["kind"] == "hazard_assigned").count();
        assert_eq!(open(&safety.get(&path).await.expect(200)), 1);
        teacher.post(&steps, step("rectified", "已焊牢")).await.expect(200);
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        assert_eq!(open(&safety.get(&path).await.expect(200)), 0);
        assert_eq!(given().await, [1, 2], "its end is no news to them");
    }

    async fn what_is_due_today_is_told_in_the_morning(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let safety = app.officer(&school.organization, Office::SafetyOfficer).await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let (given, left) = (reported(&safety, &school.organization).await, reported(&safety, &school.organization).await);
        let assigned = json!({ "step": "assigned", "assignee_id": guard.id(), "deadline": "2026-11-25" });
        safety.post(&format!("/hazards/{given}/steps"), assigned).await.expect(200);
        let to_nobody = json!({ "step": "assigned", "deadline": "2026-11-25", "text": "谁有空谁去" });
        safety.post(&format!("/hazards/{left}/steps"), to_nobody).await.expect(200);
        let told = || async { (told(&app, &guard, "hazard_due").await, told(&app, &safety, "hazard_due").await) };
        // Wednesday, 8:30.
        app.pass(TimeDelta::days(2) + TimeDelta::minutes(100) - TimeDelta::seconds(1));
        turn(&app).await;
        assert_eq!(told().await, (vec![], vec![]));
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        let name = app.again(&guard).await.get("/me").await.expect(200)["name"].as_str().unwrap().to_owned();
        let to_guard = format!("【护学岗】实验小学：2026-001 窨井盖破损，隐患交办给{name}，今天应完成整改。");
        let to_safety = "【护学岗】实验小学：2026-002 窨井盖破损，隐患今天应完成整改，还没有交办。";
        let first = (vec![(json!("raised"), json!(to_guard))], vec![(json!("raised"), json!(to_safety))]);
        assert_eq!(told().await, first);
        app.pass(TimeDelta::minutes(60));
        turn(&app).await;
        let (guards, safetys) = told().await;
        assert_eq!((guards.len(), safetys.len(), &safetys[0].0), (1, 2, &json!("escalated")), "an hour later it is the school's");
        app.again(&guard).await.post(&format!("/hazards/{given}/steps"), step("rectified", "已更换")).await.expect(200);
        app.pass(TimeDelta::days(1) - TimeDelta::minutes(60));
        turn(&app).await;
        let (guards, safetys) = told().await;
        assert_eq!((guards.len(), safetys.len()), (1, 2), "its end is no news");
    }

    async fn those_who_report_at_the_same_moment_do_not_hinder_each_other(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let (parent, path) = (app.on_duty(&school, Role::Parent).await, format!("/schools/{}/hazards", school.organization.id));
        let [a, b, c] = [hazard("minor"), hazard("minor"), hazard("minor")];
        let send = |new: &Value| parent.post(&path, new.clone());
        let told = tokio::join!(send(&a), send(&b), send(&c), send(&a));
        let [first, second, third, again] = [told.0, told.1, told.2, told.3].map(|answer| answer.expect(200));
        assert_eq!(first["number"], again["number"], "the same at the same time");
        let mut numbers = [first, second, third].map(|one| one["number"].as_str().unwrap().to_owned());
        numbers.sort_unstable();
        assert_eq!(numbers, ["2026-001", "2026-002", "2026-003"]);
    }
}
