//! Rounds and what they come to.

use std::io::Write as _;
use std::process::{Command, Stdio};

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::server_process::program;
use huxue_tests::{TestApp, on_both};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{beat, points};

/// What the program says of a document on its standard input.
fn verified(document: &str) -> Value {
    let mut child = Command::new(program())
        .args(["patrol", "verify", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(document.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

on_both! {
    async fn rounds_follow_from_passes(app: TestApp) {
        let beat = beat(&app).await;
        beat.pass(&app, 0).await;
        let mine = beat.officer.get("/me/patrols").await.expect(200);
        let [led] = mine["items"].as_array().unwrap().as_slice() else { panic!("{mine}") };
        assert_eq!((&led["rounds"][0]["ended_at"], &led["points"][1]["name"]), (&json!(null), &json!("东门")));
        assert_eq!(led["rounds"][0]["points"][1]["state"], "missing");
        app.pass(TimeDelta::minutes(5));
        beat.pass(&app, 1).await;

        let day = beat.day(&beat.chief, "2026-11-23").await;
        let sum = |done, partial, missed| {
            json!({ "planned": 2, "done": done, "late": 0, "overlapping": 0, "outside": 0, "partial": partial, "open": 0, "missed": missed })
        };
        assert_eq!(day["sum"], sum(1, 0, 0));
        let round = &day["rounds"][0];
        assert_eq!((&round["how"], &round["counts"]), (&json!("completed"), &json!(true)));
        let scans = round["scans"].as_array().unwrap();
        assert_eq!((scans.len(), &scans[0]["grade"], &round["points"][1]["state"]), (2, &json!("confirmed"), &json!("done")));

        // Eleven minutes later another pass begins another round, which ends with a reason.
        app.pass(TimeDelta::minutes(11));
        let officer = app.again(&beat.officer).await;
        officer.send_check_in(&app.check_in("pass", &beat.schools[0].gate, "phone")).await;
        let ends = format!("/patrol-routes/{}/ends", beat.route);
        let word = json!({ "id": Uuid::now_v7(), "at": app.now(), "reason": "接警出动" });
        let kept = officer.post(&ends, word.clone()).await.expect(200);
        app.pass(TimeDelta::minutes(1));
        assert_eq!(officer.post(&ends, word.clone()).await.expect(200), kept, "sent again it is the same word");
        let other = json!({ "id": word["id"], "at": word["at"], "reason": "下雨" });
        officer.post(&ends, other).await.expect_problem(409, "duplicate");
        let day = beat.day(&app.again(&beat.chief).await, "2026-11-23").await;
        assert_eq!(day["sum"], sum(1, 1, 0));
        let first = &day["rounds"][0];
        assert_eq!((&first["how"], &first["reason"]), (&json!("given_up"), &json!("接警出动")), "exceptions come first");

        let admin = app.days_later(1).await;
        let chief = app.again(&beat.chief).await;
        let path = format!("/patrol-routes/{}", beat.route);
        let edited = chief.patch(&path, "\"1\"", json!({ "rounds": 1, "max_minutes": 30 })).await.expect(200);
        assert_eq!((&edited["rounds"], &edited["valid_from"]), (&json!(1), &json!("2026-11-24")));
        chief.patch(&path, "\"1\"", json!({ "rounds": 5 })).await.expect_problem(412, "stale");
        let day = beat.day(&chief, "2026-11-23").await;
        assert_eq!((&day["sum"], &day["route"]["max_minutes"]), (&sum(1, 1, 1), &json!(90)), "past days ask for what they asked for");

        let exported = chief.get(&format!("{path}/days/2026-11-23/document")).await;
        let recomputed = verified(&exported.text);
        assert_eq!(recomputed["sum"], day["sum"]);
        let opened = |rounds: &Value| {
            let mut all: Vec<String> = rounds.as_array().unwrap().iter().map(|one| one["opened_at"].to_string()).collect();
            all.sort();
            all
        };
        assert_eq!(opened(&recomputed["rounds"]), opened(&day["rounds"]));
        let log = admin.get("/audit?action=patrol.export").await.expect(200);
        assert_eq!(log["items"].as_array().unwrap().len(), 1);

        let summary = chief.get(&format!("/organizations/{}/patrols?from=2026-11-22&to=2026-11-30", beat.station.id)).await.expect(200);
        let route = &summary["routes"][0];
        let dates: Vec<&Value> = route["days"].as_array().unwrap().iter().map(|day| &day["date"]).collect();
        assert_eq!(dates, ["2026-11-23", "2026-11-24"], "only days that have come and on which it held");
        assert_eq!((&route["sum"]["planned"], &route["sum"]["missed"]), (&json!(3), &json!(1)));
        assert_eq!(summary["schools"].as_array().unwrap().len(), 2);
        assert_eq!(summary["schools"][0]["sum"]["done"], 1);
        let of_bureau = app.root(&admin).await;
        let above = admin.get(&format!("/organizations/{}/patrols?from=2026-11-23&to=2026-11-23", of_bureau.id)).await.expect(200);
        assert_eq!(above["routes"][0]["sum"], day["sum"]);

        let end = chief.request(Method::DELETE, &path).header("If-Match", "\"2\"");
        chief.send(end).await.expect(204);
        chief.get(&format!("{path}/days/2026-11-24")).await.expect_problem(404, "not_found");
        assert_eq!(beat.day(&chief, "2026-11-23").await["sum"], sum(1, 1, 1));
        let none = app.again(&beat.officer).await.get("/me/patrols").await.expect(200);
        assert_eq!(none["items"], json!([]));
    }

    async fn police_are_seen_while_they_stay(app: TestApp) {
        let beat = beat(&app).await;
        let parent = app.on_duty(&beat.schools[0], Role::Parent).await;
        app.pass(TimeDelta::minutes(40));
        let (officer, parent) = (app.again(&beat.officer).await, app.again(&parent).await);
        officer.send_check_in(&app.check_in("arrive", &beat.schools[0].gate, "phone")).await;
        parent.send_check_in(&app.check_in("arrive", &beat.schools[0].gate, "other")).await;
        app.pass(TimeDelta::minutes(10));
        let chief = app.again(&beat.chief).await;
        let path = format!("/organizations/{}/patrols?from=2026-11-23&to=2026-11-23", beat.station.id);
        let minutes = |told: &Value, name: &str| {
            let school = told["schools"].as_array().unwrap().iter().find(|school| school["name"] == name).unwrap().clone();
            (school["window_minutes"].as_i64().unwrap(), school["police_minutes"].as_i64().unwrap())
        };
        let told = chief.get(&path).await.expect(200);
        assert_eq!(minutes(&told, "实验小学"), (20, 10), "of the window that has passed until now");
        officer.send_check_in(&app.check_in("leave", &beat.schools[0].gate, "phone")).await;
        app.pass(TimeDelta::hours(3));
        let told = app.again(&beat.chief).await.get(&path).await.expect(200);
        assert_eq!((minutes(&told, "实验小学"), minutes(&told, "第二小学")), ((40, 10), (40, 0)), "a parent is no police");
    }

    async fn a_station_sees_and_asks_of_its_own(app: TestApp) {
        let beat = beat(&app).await;
        let root = app.root(&beat.admin).await;
        let other = app.organization(&beat.admin, &root, "station", "城东派出所").await;
        let (foreign_chief, foreign_officer) = (app.officer(&other, Office::StationChief).await, app.member(&other, Role::Police).await);
        let principal = app.officer(&beat.schools[0].organization, Office::Principal).await;
        let parent = app.on_duty(&beat.schools[0], Role::Parent).await;
        let path = format!("/patrol-routes/{}", beat.route);
        for stranger in [&foreign_chief, &foreign_officer, &principal, &parent] {
            stranger.get(&path).await.expect_problem(404, "not_found");
            stranger.get(&format!("{path}/days/2026-11-23")).await.expect_problem(404, "not_found");
            let word = json!({ "id": Uuid::now_v7(), "at": app.now(), "reason": "x" });
            stranger.post(&format!("{path}/ends"), word).await.expect_problem(404, "not_found");
            assert_eq!(stranger.get("/me/patrols").await.expect(200)["items"], json!([]));
        }
        beat.officer.patch(&path, "\"1\"", json!({ "rounds": 1 })).await.expect_problem(403, "forbidden");
        let routes = format!("/organizations/{}/patrol-routes", other.id);
        let stolen = json!({ "name": "x", "points": points(&beat.schools) });
        foreign_chief.post(&routes, stolen).await.expect_problem(422, "wrong_patrol_point");
        // The passes of others do not walk this station's route.
        app.agree(&parent, true).await;
        parent.send_check_in(&app.check_in("pass", &beat.schools[0].gate, "phone")).await;
        assert_eq!(beat.day(&beat.chief, "2026-11-23").await["rounds"], json!([]));
    }

    async fn what_cannot_be_walked_is_refused(app: TestApp) {
        let beat = beat(&app).await;
        let path = format!("/organizations/{}/patrol-routes", beat.station.id);
        let gate = beat.schools[0].gate.id;
        let stranger = app.on_duty(&beat.schools[0], Role::Parent).await;
        let with = |field: &str, value: Value| {
            let mut new = json!({ "name": "二线", "points": [{ "checkpoint_id": gate }] });
            new[field] = value;
            new
        };
        let span = |starts: &str, ends: &str| json!({ "starts": starts, "ends": ends });
        let refused = [
            ("points", json!([])),
            ("points", json!([{ "checkpoint_id": gate }, { "checkpoint_id": gate }])),
            ("points", json!([{ "checkpoint_id": gate, "dwell_seconds": 7201 }])),
            ("max_minutes", json!(0)),
            ("max_speed", json!(0.1)),
            ("min_grade", json!("rejected")),
            ("rounds", json!(51)),
            ("windows", json!([span("08:00", "07:00")])),
            ("windows", json!([span("07:00", "08:00"), span("07:59", "09:00")])),
            ("roles", json!(["parent"])),
            ("roles", json!([])),
            ("norm", json!("unheard_of")),
            ("name", json!(" ")),
        ];
        for (field, value) in refused {
            let answer = beat.chief.post(&path, with(field, value)).await;
            assert_eq!(answer.body["field"], field, "{}", answer.text);
            answer.expect_problem(422, "invalid_field");
        }
        beat.chief.post(&path, with("points", json!([{ "checkpoint_id": Uuid::now_v7() }]))).await.expect_problem(422, "wrong_patrol_point");
        beat.chief.post(&path, with("persons", json!([stranger.person_id]))).await.expect_problem(422, "not_of_station");
        beat.chief.post(&path, with("valid_from", json!("2026-11-22"))).await.expect_problem(422, "date_in_past");
        beat.chief.post(&path, with("windows", json!([span("7:00", "08:00")]))).await.expect_problem(400, "malformed_json");
        let school = format!("/organizations/{}/patrol-routes", beat.schools[0].organization.id);
        beat.admin.post(&school, with("rounds", json!(1))).await.expect_problem(404, "not_found");
        let ends = format!("/patrol-routes/{}/ends", beat.route);
        for (at, reason, field) in [(app.before(TimeDelta::hours(-1)), "x", "at"), (app.before(TimeDelta::days(8)), "x", "at"), (app.now(), " ", "reason")] {
            let answer = beat.officer.post(&ends, json!({ "id": Uuid::now_v7(), "at": at, "reason": reason })).await;
            assert_eq!(answer.body["field"], field, "{}", answer.text);
            answer.expect_problem(422, "invalid_field");
        }
        let too_long = format!("/organizations/{}/patrols?from=2026-10-01&to=2026-11-23", beat.station.id);
        beat.chief.get(&too_long).await.expect_problem(422, "invalid_field");

        let named = with("persons", json!([beat.officer.person_id]));
        beat.chief.post(&path, named).await.expect(201);
        assert_eq!(beat.officer.get("/me/patrols").await.expect(200)["items"].as_array().unwrap().len(), 2);
        let colleague = app.member(&beat.station, Role::Auxiliary).await;
        assert_eq!(colleague.get("/me/patrols").await.expect(200)["items"].as_array().unwrap().len(), 1);
    }
}
