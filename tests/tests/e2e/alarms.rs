//! `/schools/{id}/alarms`, `/alarms/{id}`, `/alarms/{id}/steps`

use std::sync::Arc;

use chrono::TimeDelta;
use huxue::domain::id::AlarmId;
use huxue::domain::words::{Office, Role};
use huxue::service::alerts::round::Round;
use huxue::store::alarms::{self, AlarmRow};
use huxue_tests::{Actor, Organization, TestApp, on_both};
use serde_json::{Value, json};
use uuid::Uuid;

/// What somebody was told in the app, the latest first: `(occasion, text)`.
async fn told(app: &TestApp, who: &Actor) -> Vec<(String, String)> {
    let inbox = app.again(who).await.get("/me/alerts").await.expect(200);
    let of = |one: &Value| (one["occasion"].as_str().unwrap().to_owned(), one["text"].as_str().unwrap().to_owned());
    inbox["items"].as_array().unwrap().iter().map(of).collect()
}

/// A round of the server.
async fn turn(app: &TestApp) {
    let app = Arc::clone(&app.app);
    tokio::task::spawn_blocking(move || Round::new(&app).turn(&app)).await.unwrap().unwrap();
}

/// An alarm that somebody raises; answers its id.
pub(crate) async fn raised(who: &Actor, school: &Organization) -> String {
    let id = Uuid::now_v7();
    let alarm = json!({ "id": id });
    who.post(&format!("/schools/{}/alarms", school.id), alarm).await.expect(200);
    id.to_string()
}

/// An alarm with an alert of the past, of which nobody was told; answers its id.
pub(crate) async fn raised_unheard(app: &TestApp, school: &Organization, by: &Actor, alert: &str) -> String {
    let alert_id = alert.parse().unwrap();
    let (id, school_id, person_id) = (AlarmId::fresh(), school.id.parse().unwrap(), by.id());
    app.store(move |app, tx| {
        let (at, received_at) = (app.clock.now(), app.clock.now());
        let (checkpoint_id, drill, note) = (None, false, String::new());
        let row = AlarmRow { id, school_id, checkpoint_id, person_id, drill, note, at, received_at, alert_id };
        Ok(alarms::insert(tx, &row, None)?)
    })
    .await;
    id.to_string()
}

fn step(step: &str, text: &str) -> Value {
    json!({ "step": step, "text": text })
}

on_both! {
    async fn one_press_tells_everybody_who_can_help_at_once(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let root = app.root(&admin).await;
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.organization.id), json!(null)).await.expect(204);
        let chief = app.officer(&station, Office::StationChief).await;
        let bureau = app.officer(&root, Office::BureauOfficer).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let leader = app.on_duty(&school, Role::SchoolLeader).await;
        let (guard, parent) = (app.on_duty(&school, Role::Guard).await, app.on_duty(&school, Role::Parent).await);
        let absent = app.on_duty(&school, Role::Parent).await;
        let robot = json!({ "kind": "sms", "name": "短信" });
        chief.post(&format!("/organizations/{}/channels", station.id), robot).await.expect(201);
        app.pass(TimeDelta::minutes(25));
        let (guard, parent) = (app.again(&guard).await, app.again(&parent).await);
        guard.send_check_in(&app.arrival(&school, "a")).await;
        parent.send_check_in(&app.arrival(&school, "b")).await;
        app.agree(&parent, true).await;
        // What is due at this second is told before the alarm: else a round would tell it in between.
        turn(&app).await;
        let before = told(&app, &leader).await.len();

        let position = json!({ "lon": 116.4, "lat": 39.9, "accuracy_m": 12.0, "datum": "wgs84" });
        let press = json!({
            "id": Uuid::now_v7(), "checkpoint_id": school.gate.id, "note": "有人闹事", "position": position,
        });
        let path = format!("/schools/{}/alarms", school.organization.id);
        let mine = parent.post(&path, press.clone()).await.expect(200);
        let state = (&mine["state"], &mine["post"], &mine["may_handle"]);
        assert_eq!(state, (&json!("raised"), &json!("东门"), &json!(false)));
        assert_eq!(mine["told"], 4, "guard, leader, principal, chief: {mine}");
        assert_eq!(parent.post(&path, press.clone()).await.expect(200)["id"], mine["id"], "sent again it is the same");
        let mut other = press.clone();
        other["note"] = json!("换了内容");
        parent.post(&path, other).await.expect_problem(409, "duplicate");
        for who in [&guard, &leader, &principal, &chief] {
            let (occasion, text) = told(&app, who).await.remove(0);
            assert_eq!(occasion, "raised");
            assert!(text.starts_with("【护学岗】实验小学：东门，07:15 ") && text.contains("一键求助"), "{text}");
        }
        assert_eq!(told(&app, &leader).await.len(), before + 1);
        assert_eq!(told(&app, &absent).await, vec![]);
        let record = format!("/alerts/{}", mine["alert_id"].as_str().unwrap());
        let record = app.again(&principal).await.get(&record).await.expect(200);
        let messages = record["messages"].as_array().unwrap();
        let through: Vec<&Value> = messages.iter().filter(|one| !one["channel_id"].is_null()).collect();
        assert_eq!((through.len(), &through[0]["channel_name"]), (1, &json!("短信")), "the chief by text message");

        // Nobody sees to it: the bureau learns of it after five minutes.
        let of_alarm = |texts: Vec<(String, String)>| texts.into_iter().filter(|(_, text)| text.contains("一键求助")).count();
        assert_eq!(of_alarm(told(&app, &bureau).await), 0);
        app.pass(TimeDelta::minutes(5));
        turn(&app).await;
        assert_eq!(of_alarm(told(&app, &bureau).await), 1);

        let path = format!("/alarms/{}", mine["id"].as_str().unwrap());
        let steps = format!("{path}/steps");
        let (guard, parent) = (app.again(&guard).await, app.again(&parent).await);
        parent.post(&steps, step("acknowledged", "")).await.expect_problem(403, "forbidden");
        let seen = guard.get(&path).await.expect(200);
        let shown = (&seen["may_handle"], seen["phone"].is_string(), &seen["position"]["lon"]);
        assert_eq!(shown, (&json!(true), true, &json!(116.4)));
        guard.post(&steps, step("withdrawn", "误按")).await.expect_problem(403, "forbidden");
        guard.post(&steps, step("closed", "")).await.expect_problem(409, "step_not_possible");
        assert_eq!(guard.post(&steps, step("acknowledged", "")).await.expect(200)["state"], "acknowledged");
        guard.post(&steps, step("handled", " ")).await.expect_problem(422, "invalid_field");
        assert_eq!(guard.post(&steps, step("handled", "已劝离")).await.expect(200)["state"], "handled");
        parent.post(&steps, step("withdrawn", "误按")).await.expect_problem(409, "step_not_possible");
        let over = app.again(&principal).await.post(&steps, step("closed", "")).await.expect(200);
        let taken: Vec<&Value> = over["steps"].as_array().unwrap().iter().map(|one| &one["step"]).collect();
        assert_eq!(taken, ["acknowledged", "handled", "closed"]);
        assert_eq!((&over["phone"], &over["may_handle"]), (&json!(null), &json!(false)), "once it is over");
        let (occasion, text) = told(&app, &chief).await.remove(0);
        assert_eq!((occasion.as_str(), text.as_str()), ("resolved", "【护学岗】实验小学：东门，求助已处理完毕。"));
        app.again(&absent).await.get(&path).await.expect_problem(403, "forbidden");
        let list = format!("/organizations/{}/alarms", school.organization.id);
        assert_eq!(app.again(&principal).await.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 1);
        let own = parent.get("/me/export").await.expect(200);
        assert_eq!(own["alarms"][0]["note"], "有人闹事");
    }

    async fn a_wrong_press_is_taken_back_and_a_drill_says_so(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let path = format!("/schools/{}/alarms", school.organization.id);
        let press = json!({ "id": Uuid::now_v7(), "drill": true });
        let drill = guard.post(&path, press).await.expect(200);
        let (_, text) = told(&app, &principal).await.remove(0);
        assert!(text.starts_with("【护学岗】实验小学：【演练】06:50 "), "{text}");
        let steps = format!("/alarms/{}/steps", drill["id"].as_str().unwrap());
        guard.post(&steps, step("withdrawn", "")).await.expect_problem(422, "invalid_field");
        let over = guard.post(&steps, step("withdrawn", "演练结束")).await.expect(200);
        assert_eq!(over["state"], "withdrawn");
        let (occasion, text) = told(&app, &principal).await.remove(0);
        assert_eq!(occasion, "resolved");
        assert!(text.contains("【演练】") && text.contains("撤回求助：演练结束"), "{text}");

        // What somebody of another school would try.
        let other = app.guarded_school(&admin, "第二小学").await;
        let stranger = app.on_duty(&other, Role::Guard).await;
        let press = |checkpoint: Value| json!({ "id": Uuid::now_v7(), "checkpoint_id": checkpoint });
        stranger.post(&path, press(json!(null))).await.expect_problem(404, "not_found");
        guard.post(&path, press(json!(other.gate.id))).await.expect_problem(404, "not_found");
        stranger.get(&format!("/alarms/{}", drill["id"].as_str().unwrap())).await.expect_problem(404, "not_found");
        let late = json!({ "id": Uuid::now_v7(), "elapsed_ms": 3_600_000 });
        let late = guard.post(&path, late).await.expect(200);
        assert_eq!(late["at"], "2026-11-22T21:50:00Z", "it says when it was pressed, not when it came");
        let old = json!({ "id": Uuid::now_v7(), "elapsed_ms": 86_400_001 });
        guard.post(&path, old).await.expect_problem(422, "invalid_field");
        let rule = format!("/organizations/{}/alert-rules/alarm", school.organization.id);
        principal.put(&rule, json!({ "enabled": false, "steps": [] })).await.expect_problem(422, "invalid_field");
    }

    async fn acknowledging_the_alert_is_seeing_to_the_alarm(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let id = raised(&app.on_duty(&school, Role::Parent).await, &school.organization).await;
        let inbox = principal.get("/me/alerts").await.expect(200);
        let alert = &inbox["items"][0]["alerts"][0];
        assert_eq!((&alert["kind"], &alert["alarm_id"]), (&json!("alarm"), &json!(id)));
        let acknowledge = format!("/alerts/{}/acknowledge", alert["id"].as_str().unwrap());
        principal.post(&acknowledge, json!(null)).await.expect(200);
        let alarm = principal.get(&format!("/alarms/{id}")).await.expect(200);
        assert_eq!((&alarm["state"], alarm["steps"].as_array().unwrap().len()), (&json!("acknowledged"), 1));
        // The principal's own alarm is for others.
        let own = raised(&principal, &school.organization).await;
        let alert = principal.get(&format!("/alarms/{own}")).await.expect(200)["alert_id"].as_str().unwrap().to_owned();
        principal.post(&format!("/alerts/{alert}/acknowledge"), json!(null)).await.expect_problem(403, "forbidden");
    }

    async fn where_somebody_asked_for_help_is_forgotten(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let (parent, shy) = (app.on_duty(&school, Role::Parent).await, app.on_duty(&school, Role::Parent).await);
        app.agree(&parent, true).await;
        app.agree(&shy, false).await;
        let position = json!({ "lon": 116.4, "lat": 39.9, "accuracy_m": 12.0, "datum": "wgs84" });
        let path = format!("/schools/{}/alarms", school.organization.id);
        let mut places = Vec::new();
        for who in [&parent, &shy] {
            let press = json!({ "id": Uuid::now_v7(), "position": position });
            let id = who.post(&path, press).await.expect(200)["id"].as_str().unwrap().to_owned();
            let place = format!("/alarms/{id}");
            places.push((principal.get(&place).await.expect(200)["position"].is_object(), place));
        }
        assert_eq!((places[0].0, places[1].0), (true, false), "kept only of whoever agreed");
        app.pass(TimeDelta::days(14));
        let sweeping = Arc::clone(&app.app);
        let swept = tokio::task::spawn_blocking(move || huxue::service::positions::sweep(&sweeping)).await.unwrap().unwrap();
        assert!(swept.deleted <= 1, "another round may have been first");
        let principal = app.again(&principal).await;
        assert_eq!(principal.get(&places[0].1).await.expect(200)["position"], json!(null));
    }

    async fn whoever_does_not_check_out_is_asked_before_anybody_else(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let leader = app.on_duty(&school, Role::SchoolLeader).await;
        let (stays, leaves) = (app.on_duty(&school, Role::Parent).await, app.on_duty(&school, Role::Parent).await);
        app.pass(TimeDelta::minutes(25));
        for (who, phone) in [(&stays, "a"), (&leaves, "b")] {
            app.again(who).await.send_check_in(&app.arrival(&school, phone)).await;
        }
        app.pass(TimeDelta::minutes(45));
        app.again(&leaves).await.send_check_in(&app.check_in("leave", &school.gate, "b")).await;
        let asked = |texts: Vec<(String, String)>| texts.into_iter().filter(|(_, text)| text.contains("还没有离岗打卡")).count();
        // 09:00 is an hour after the end.
        app.pass(TimeDelta::seconds(3600 - 1));
        turn(&app).await;
        assert_eq!(asked(told(&app, &stays).await), 0);
        app.pass(TimeDelta::seconds(1));
        turn(&app).await;
        assert_eq!((asked(told(&app, &stays).await), asked(told(&app, &leaves).await)), (1, 0));
        assert_eq!(asked(told(&app, &leader).await), 0, "first the person is asked");
        app.pass(TimeDelta::minutes(30));
        turn(&app).await;
        assert_eq!(asked(told(&app, &leader).await), 1, "then those who lead");
        let stays = app.again(&stays).await;
        let inbox = stays.get("/me/alerts").await.expect(200);
        let alert = format!("/alerts/{}/acknowledge", inbox["items"][0]["alerts"][0]["id"].as_str().unwrap());
        let fine = stays.post(&alert, json!(null)).await.expect(200);
        assert!(fine["acknowledged_at"].is_string());
    }
}
