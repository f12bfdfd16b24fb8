//! `/schools/{id}/checklists`, `/organizations/{id}/checklists`, `/schools/{id}/inspections`, `/inspections/{id}`,
//! `/organizations/{id}/inspections/due`

use chrono::TimeDelta;
use diesel::RunQueryDsl as _;
use huxue::domain::scope::Scope;
use huxue::domain::words::{Office, Role};
use huxue::store::{self, Read as _};
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};
use uuid::Uuid;

const DAILY: &str = "019ac000-0000-7000-8000-000000000001";
const MONTHLY: &str = "019ac000-0000-7000-8000-000000000002";

/// Two items, for anybody, whenever needed.
pub(crate) fn short_list(inspector: &str) -> Value {
    json!({ "name": "雨天检查", "inspector": inspector, "per": "day", "times": 0, "items": [
        { "text": "校门口无积水", "category": "facility", "level": "minor" },
        { "text": "防滑垫已铺设", "category": "facility", "level": "serious" },
    ] })
}

/// A checklist for anybody that an organization adds; answers its id.
pub(crate) async fn added(who: &Actor, organization: &Organization) -> String {
    let told =
        who.post(&format!("/organizations/{}/checklists", organization.id), short_list("anyone")).await.expect(201);
    told["id"].as_str().unwrap().to_owned()
}

/// An inspection by such a checklist with nothing wrong; answers its id.
pub(crate) async fn inspected(who: &Actor, school: &Organization, checklist: &str) -> String {
    let told = who.post(&format!("/schools/{}/inspections", school.id), all_right(checklist, 2)).await.expect(200);
    told["id"].as_str().unwrap().to_owned()
}

fn all_right(checklist: &str, items: usize) -> Value {
    let answers = vec![json!({ "answer": "yes" }); items];
    json!({ "id": Uuid::now_v7(), "checklist_id": checklist, "answers": answers })
}

/// What is due of a checklist: done, required, state.
async fn due(who: &Actor, school: &Organization, checklist: &str, query: &str) -> (Value, Value, Value) {
    let told = who.get(&format!("/schools/{}/checklists{query}", school.id)).await.expect(200);
    let items = told["items"].as_array().unwrap();
    let one = items.iter().find(|one| one["checklist"]["id"] == checklist).unwrap_or(&Value::Null);
    (one["done"].clone(), one["required"].clone(), one["state"].clone())
}

fn stands(done: u32, required: u32, state: &str) -> (Value, Value, Value) {
    (json!(done), json!(required), json!(state))
}

on_both! {
    async fn a_no_becomes_a_hazard_and_sent_again_it_is_the_same(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await.organization;
        let principal = app.officer(&school, Office::Principal).await;
        let leader = app.member(&school, Role::SchoolLeader).await;
        let path = format!("/schools/{}/inspections", school.id);
        let mut new = all_right(DAILY, 8);
        new["answers"][5] = json!({ "answer": "no", "note": " 东侧通道被纸箱堵住 " });
        new["answers"][6] = json!({ "answer": "not_applicable", "note": "无食堂" });
        let told = leader.post(&path, new.clone()).await.expect(200);
        assert_eq!((&told["no"], &told["date"], &told["checklist_name"]), (&json!(1), &json!("2026-11-23"), &json!("带班领导每日检查")));
        let answer = &told["answers"][5];
        assert_eq!((&answer["note"], &answer["hazard_number"]), (&json!("东侧通道被纸箱堵住"), &json!("2026-001")));
        assert_eq!(told["answers"][6]["hazard_id"], Value::Null);
        assert_eq!(leader.post(&path, new.clone()).await.expect(200), told, "sent again it is the same");
        let ledger = format!("/organizations/{}/hazards", school.id);
        let hazards = principal.get(&ledger).await.expect(200)["items"].as_array().unwrap().clone();
        let [hazard] = hazards.as_slice() else { panic!("{hazards:?}") };
        let shown = (&hazard["id"], &hazard["category"], &hazard["level"], &hazard["description"], &hazard["state"]);
        let text = json!("消防通道畅通，安全出口未锁闭：东侧通道被纸箱堵住");
        assert_eq!(shown, (&answer["hazard_id"], &json!("fire"), &json!("major"), &text, &json!("reported")));
        assert_eq!(hazard["reported_by"], json!(leader.id()));

        let mut other = new.clone();
        other["answers"][5]["note"] = json!("别的话");
        leader.post(&path, other).await.expect_problem(409, "duplicate");
        principal.post(&path, new.clone()).await.expect_problem(409, "duplicate");
        for (at, answer) in [(0, json!({ "answer": "no", "note": " " })), (8, json!({ "answer": "yes" }))] {
            let mut wrong = all_right(DAILY, 8);
            if at == 8 { wrong["answers"].as_array_mut().unwrap().push(answer) } else { wrong["answers"][at] = answer }
            leader.post(&path, wrong).await.expect_problem(422, "invalid_field");
        }
        assert_eq!(principal.get(&ledger).await.expect(200)["items"].as_array().unwrap().len(), 1, "nothing was doubled");

        let one = format!("/inspections/{}", told["id"].as_str().unwrap());
        assert_eq!(leader.get(&one).await.expect(200), told, "one's own");
        assert_eq!(principal.get(&one).await.expect(200), told);
        let english = admin.request(reqwest::Method::GET, &one).header("Accept-Language", "en");
        assert_eq!(admin.send(english).await.expect(200)["checklist_name"], "Daily check by the duty head");
        app.member(&school, Role::Guard).await.get(&one).await.expect_problem(403, "forbidden");
        app.person(None).await.get(&one).await.expect_problem(404, "not_found");
        leader.get(&path).await.expect_problem(403, "forbidden");
        let list = async |query: &str| principal.get(&format!("{path}?{query}")).await.expect(200)["items"].clone();
        assert_eq!(list("from=2026-11-23&to=2026-11-23").await, json!([told]));
        assert_eq!(list("from=2026-11-24").await, json!([]));
        assert_eq!(list("to=2026-11-22").await, json!([]));
        let export = leader.get("/me/export").await.expect(200)["inspections"][0].clone();
        assert_eq!((&export["id"], &export["answers"][5]["note"]), (&told["id"], &answer["note"]));
    }

    async fn those_who_inspect_at_the_same_moment_do_not_hinder_each_other(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let leader = app.member(&school, Role::SchoolLeader).await;
        let path = format!("/schools/{}/inspections", school.id);
        let with_no = || {
            let mut new = all_right(DAILY, 8);
            new["answers"][0] = json!({ "answer": "no", "note": "东门缺一人" });
            new
        };
        let [a, b, c] = [with_no(), with_no(), with_no()];
        let send = |new: &Value| leader.post(&path, new.clone());
        let told = tokio::join!(send(&a), send(&b), send(&c), send(&a));
        let [first, second, third, again] = [told.0, told.1, told.2, told.3].map(|answer| answer.expect(200));
        assert_eq!(first, again, "the same at the same time");
        let mut numbers = [first, second, third].map(|one| one["answers"][0]["hazard_number"].as_str().unwrap().to_owned());
        numbers.sort_unstable();
        assert_eq!(numbers, ["2026-001", "2026-002", "2026-003"]);
    }

    async fn each_checklist_is_gone_through_by_those_it_is_for(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let school = app.guarded_school(&admin, "实验小学").await.organization;
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.id), json!(null)).await.expect(204);
        let other = app.guarded_school(&admin, "第二小学").await.organization;
        let path = format!("/schools/{}/inspections", school.id);
        let duty_heads = [
            app.officer(&school, Office::Principal).await,
            app.officer(&school, Office::SafetyOfficer).await,
            app.member(&school, Role::SchoolLeader).await,
        ];
        let officers = [app.officer(&station, Office::StationChief).await, app.member(&station, Role::Police).await];
        let others = [app.member(&station, Role::Auxiliary).await, app.member(&school, Role::Guard).await];
        let mine = async |who: &Actor| {
            let told = who.get(&format!("/schools/{}/checklists", school.id)).await.expect(200);
            let items = told["items"].as_array().unwrap().clone();
            items.iter().map(|one| one["mine"].as_bool().unwrap()).collect::<Vec<_>>()
        };
        for who in &duty_heads {
            assert_eq!(mine(who).await, [true, false]);
            who.post(&path, all_right(DAILY, 8)).await.expect(200);
            who.post(&path, all_right(MONTHLY, 9)).await.expect_problem(403, "not_your_checklist");
        }
        for who in &officers {
            assert_eq!(mine(who).await, [false, true]);
            who.post(&path, all_right(MONTHLY, 9)).await.expect(200);
            who.post(&path, all_right(DAILY, 8)).await.expect_problem(403, "not_your_checklist");
        }
        let any = added(&duty_heads[0], &school).await;
        for who in &others {
            assert_eq!(mine(who).await, [false, false, true]);
            who.post(&path, all_right(MONTHLY, 9)).await.expect_problem(403, "not_your_checklist");
            inspected(who, &school, &any).await;
        }
        for stranger in [app.officer(&other, Office::Principal).await, app.person(None).await] {
            stranger.post(&path, all_right(DAILY, 8)).await.expect_problem(404, "not_found");
            stranger.get(&format!("/schools/{}/checklists", school.id)).await.expect_problem(404, "not_found");
        }
        let of_station = format!("/schools/{}/inspections", station.id);
        officers[0].post(&of_station, all_right(MONTHLY, 9)).await.expect_problem(404, "not_found");
    }

    async fn a_checklist_holds_below_until_it_is_retired(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let [school, other] = [app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await];
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.id), json!(null)).await.expect(204);
        let (bureau, chief) = (app.officer(&root, Office::BureauOfficer).await, app.officer(&station, Office::StationChief).await);
        let [principal, elsewhere] = [app.officer(&school, Office::Principal).await, app.officer(&other, Office::Principal).await];
        let lists = [added(&bureau, &root).await, added(&chief, &station).await, added(&principal, &school).await];
        let held = async |who: &Actor, at: &Organization, query: &str| {
            let told = who.get(&format!("/organizations/{}/checklists{query}", at.id)).await.expect(200);
            let items = told["items"].as_array().unwrap().clone();
            items.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let built_in = [DAILY, MONTHLY].map(str::to_owned);
        assert_eq!(held(&principal, &school, "").await, [&built_in[..], &lists[..]].concat());
        assert_eq!(held(&elsewhere, &other, "").await, [&built_in[..], &lists[..1]].concat());
        assert_eq!(held(&chief, &station, "").await, [&built_in[..], &lists[..2]].concat());
        let of = |id: &str| format!("/organizations/{id}/checklists");
        chief.post(&of(&school.id), short_list("anyone")).await.expect_problem(403, "forbidden");
        principal.post(&of(&station.id), short_list("anyone")).await.expect_problem(404, "not_found");
        let mut empty = short_list("anyone");
        empty["items"] = json!([]);
        principal.post(&of(&school.id), empty).await.expect_problem(422, "invalid_field");

        let not_there = all_right(&lists[2], 2);
        elsewhere.post(&format!("/schools/{}/inspections", other.id), not_there).await.expect_problem(404, "not_found");
        let id = inspected(&principal, &school, &lists[2]).await;
        let retire = |id: &str| format!("/checklists/{id}/retire");
        for (who, list, status, code) in [
            (&principal, lists[0].as_str(), 404, "not_found"),
            (&chief, &lists[2], 403, "forbidden"),
            (&elsewhere, &lists[2], 404, "not_found"),
            (&bureau, DAILY, 409, "checklist_built_in"),
        ] {
            who.post(&retire(list), json!(null)).await.expect_problem(status, code);
        }
        let retired = principal.post(&retire(&lists[2]), json!(null)).await.expect(200);
        app.pass(TimeDelta::minutes(1));
        let again = principal.post(&retire(&lists[2]), json!(null)).await.expect(200);
        assert_eq!(again, retired, "done twice it stays as it is");
        let path = format!("/schools/{}/inspections", school.id);
        principal.post(&path, all_right(&lists[2], 2)).await.expect_problem(409, "checklist_retired");
        assert_eq!(held(&principal, &school, "").await, [&built_in[..], &lists[..2]].concat());
        assert_eq!(held(&principal, &school, "?retired=true").await, [&built_in[..], &lists[..]].concat());
        let past = principal.get(&format!("/inspections/{id}")).await.expect(200);
        assert_eq!(past["answers"][1]["text"], "防滑垫已铺设", "what was answered stays");
        for _ in 0..20 {
            added(&principal, &school).await;
        }
        principal.post(&of(&school.id), short_list("anyone")).await.expect_problem(422, "too_many_checklists");
        let audit = principal.get("/audit?limit=500").await.expect(200);
        let actions: Vec<&Value> = audit["items"].as_array().unwrap().iter().map(|line| &line["action"]).collect();
        let counted = ["checklist.add", "checklist.retire", "inspection.add"].map(|wanted| actions.iter().filter(|one| **one == wanted).count());
        assert_eq!(counted, [21, 1, 1]);
    }

    async fn what_is_due_follows_the_calendar_and_the_month(app: TestApp) {
        let admin = app.administrator().await;
        let root = app.root(&admin).await;
        let [school, other] = [app.school(&admin, "实验小学").await, app.school(&admin, "第二小学").await];
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        for one in [&school, &other] {
            admin.put(&format!("/stations/{}/schools/{}", station.id, one.id), json!(null)).await.expect(204);
        }
        let (principal, chief) =
            (app.officer(&school, Office::Principal).await, app.officer(&station, Office::StationChief).await);
        let path = format!("/schools/{}/inspections", school.id);
        principal.post(&path, all_right(DAILY, 8)).await.expect(200);
        chief.post(&path, all_right(MONTHLY, 9)).await.expect(200);
        assert_eq!(due(&principal, &school, DAILY, "").await, stands(1, 2, "open"));
        assert_eq!(due(&principal, &school, MONTHLY, "").await, stands(1, 2, "open"));
        assert_eq!(due(&principal, &school, DAILY, "?date=2026-11-20").await, stands(0, 2, "missed"));
        assert_eq!(due(&principal, &school, DAILY, "?date=2026-11-22").await, stands(0, 0, "not_required"));
        assert_eq!(due(&principal, &school, DAILY, "?date=2026-10-01").await, stands(0, 0, "not_required"));
        assert_eq!(due(&principal, &school, DAILY, "?date=2027-01-04").await, stands(0, 2, "unknown"));
        assert_eq!(due(&principal, &school, MONTHLY, "?date=2027-01-04").await, stands(0, 2, "unknown"));
        let storm = json!({ "date": "2026-11-24", "kind": "day_cancelled", "reason": "暴雨" });
        principal.post(&format!("/schools/{}/day-changes", school.id), storm).await.expect(201);
        assert_eq!(due(&principal, &school, DAILY, "?date=2026-11-24").await, stands(0, 0, "not_required"));

        let months = format!("/organizations/{}/inspections/due", station.id);
        let told = chief.get(&months).await.expect(200);
        let schools: Vec<_> = told["schools"].as_array().unwrap().iter().map(|one| (&one["name"], &one["officer"])).collect();
        let sum = |required, done| json!({ "required": required, "done": done, "made": done, "unknown": 0 });
        assert_eq!(schools, [(&json!("第二小学"), &sum(2, 0)), (&json!("实验小学"), &sum(2, 1))], "worst first");
        assert_eq!((&told["month"], &told["schools"][1]["last_officer"]), (&json!("2026-11-01"), &json!("2026-11-23")));
        // Of today only what was made is told: it is not over. The 15 school days of the month before ask for two each.
        let of_heads = &told["schools"][1]["duty_head"];
        assert_eq!(of_heads, &json!({ "required": 30, "done": 0, "made": 1, "unknown": 0 }));

        // Into the next month.
        app.pass(TimeDelta::days(8));
        let [principal, chief] = [app.again(&principal).await, app.again(&chief).await];
        assert_eq!(due(&principal, &school, MONTHLY, "").await, stands(0, 2, "open"));
        assert_eq!(due(&principal, &school, MONTHLY, "?date=2026-11-30").await, stands(1, 2, "missed"));
        assert_eq!(due(&principal, &school, DAILY, "?date=2026-11-23").await, stands(1, 2, "missed"));
        let told = chief.get(&format!("{months}?month=2026-11-05")).await.expect(200);
        assert_eq!(told["schools"][1]["duty_head"], json!({ "required": 40, "done": 1, "made": 1, "unknown": 0 }));
        assert_eq!(told["schools"][0]["officer"], sum(2, 0));
    }

    async fn what_was_inspected_is_never_changed(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let list = added(&admin, &school).await;
        inspected(&admin, &school, &list).await;
        for statement in [
            "UPDATE inspections SET at = 0",
            "DELETE FROM inspections",
            "UPDATE inspection_answers SET note = 'x'",
            "DELETE FROM inspection_answers",
            "UPDATE checklists SET name = 'x'",
            "UPDATE checklists SET items = '[]'",
            "DELETE FROM checklists",
        ] {
            let change = |tx: &mut store::Tx| -> store::Result<usize> {
                Ok(diesel::sql_query(statement).execute(tx.db())?)
            };
            assert!(app.app.store.write(&Scope::Everything, change).is_err(), "{statement}");
        }
    }
}
