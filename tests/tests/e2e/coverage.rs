//! `/schools/{id}/coverage`, `/schools/{id}/day`, `/schools/{id}/board`, `/organizations/{id}/coverage/roll-up`

use chrono::TimeDelta;
use huxue::domain::coverage::{CoverageDocument, DayDocument};
use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, TestApp, on_both, school::School};
use serde_json::{Value, json};

use crate::events::Events;

const DAY: &str = "2026-11-23";

/// The duty's entry in a list of posts or duties.
fn of(list: &Value, duty: impl ToString) -> &Value {
    let id = duty.to_string();
    list.as_array().unwrap().iter().find(|entry| entry["duty_id"] == id.as_str()).unwrap()
}

async fn board(reader: &Actor, school: &School) -> Value {
    reader.get(&format!("/schools/{}/board", school.id())).await.expect(200)
}

async fn coverage(reader: &Actor, school: &School) -> Value {
    reader.get(&format!("/schools/{}/coverage?date={DAY}", school.id())).await.expect(200)
}

/// A check-in that was made some time ago and is sent now.
fn late(app: &TestApp, school: &School, kind: &str, ago: TimeDelta) -> Value {
    let mut check_in = app.check_in(kind, &school.gate, "phone");
    check_in["created_at"] = json!(app.before(ago));
    check_in["elapsed_ms"] = json!(ago.num_milliseconds());
    check_in
}

on_both! {
    async fn a_morning_from_empty_posts_to_a_second_revision(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let guard = app.on_duty(&school, Role::Guard).await;
        app.plan(&school, school.guard_duty, &guard, Role::Guard).await;

        // 06:50: nobody need be there, but one knows who is to come and when.
        let before = board(&principal, &school).await;
        let post = of(&before["posts"], school.guard_duty);
        assert_eq!((before["phase"].as_str(), post["state"].as_str()), (Some("before"), Some("upcoming")));
        assert_eq!(post["window"]["starts_at"], "2026-11-23T07:20:00+08:00");
        assert_eq!((&post["shifts"][0]["came"], post["shifts"][0]["name"].is_string()), (&json!(false), true));
        let seen_by_guard = board(&guard, &school).await;
        let post = of(&seen_by_guard["posts"], school.guard_duty);
        assert_eq!((&post["shifts"][0]["name"], &post["shifts"][0]["person_id"]), (&Value::Null, &Value::Null));

        // 07:25: the window runs, and nobody has come.
        app.pass(TimeDelta::minutes(35));
        let (principal, guard) = (app.again(&principal).await, app.again(&guard).await);
        let empty = board(&principal, &school).await;
        let post = of(&empty["posts"], school.guard_duty);
        assert_eq!((empty["phase"].as_str(), post["state"].as_str()), (Some("running"), Some("empty")));
        assert_eq!(post["short_since"], "2026-11-23T07:20:00+08:00");

        assert_eq!(guard.send_check_in(&app.arrival(&school, "phone")).await["grade"], "confirmed");
        let staffed = board(&principal, &school).await;
        let post = of(&staffed["posts"], school.guard_duty);
        assert_eq!((post["state"].as_str(), &post["shifts"][0]["came"]), (Some("covered"), &json!(true)));
        assert_eq!(post["on_post"][0]["since"], "2026-11-23T07:25:00+08:00");
        assert_eq!(of(&staffed["posts"], school.parent_duty)["state"], "empty");

        // 07:35: the guard leaves; 07:37: the gap is live.
        app.pass(TimeDelta::minutes(10));
        guard.send_check_in(&app.check_in("leave", &school.gate, "phone")).await;
        app.pass(TimeDelta::minutes(2));
        let left = board(&principal, &school).await;
        let post = of(&left["posts"], school.guard_duty);
        assert_eq!((post["state"].as_str(), &post["shifts"][0]["came"]), (Some("empty"), &json!(true)));
        assert_eq!(post["short_since"], "2026-11-23T07:35:00+08:00");
        let lane = json!({ "from": "2026-11-23T07:25:00+08:00", "to": "2026-11-23T07:35:00+08:00", "grade": "confirmed" });
        assert_eq!(post["lanes"], json!([[lane]]));
        assert_eq!(post["gaps"], json!([
            { "from": "2026-11-23T07:20:00+08:00", "to": "2026-11-23T07:25:00+08:00", "missing": 1 },
            { "from": "2026-11-23T07:35:00+08:00", "to": null, "missing": 1 },
        ]));
        assert_eq!((&post["required_minutes_so_far"], &post["covered_minutes_so_far"]), (&json!(17), &json!(10)));
        let live = coverage(&principal, &school).await;
        assert_eq!((live["state"].as_str(), &live["revision"]), (Some("live"), &json!(0)));
        assert_eq!(of(&live["duties"], school.guard_duty)["so_far"]["covered_seconds"], 600);

        // 20:02: final.
        app.pass(TimeDelta::minutes(12 * 60 + 25));
        let principal = app.again(&principal).await;
        let first = coverage(&principal, &school).await;
        assert_eq!((first["state"].as_str(), &first["revision"]), (Some("final"), &json!(1)));
        let duty = of(&first["duties"], school.guard_duty);
        assert_eq!((duty["status"].as_str(), &duty["covered_seconds"]), (Some("short"), &json!(600)));
        assert_eq!(duty["checkpoint"]["name"], "东门");
        assert_eq!(duty["gaps"], json!([
            { "from": "2026-11-23T07:20:00+08:00", "to": "2026-11-23T07:25:00+08:00", "missing": 1 },
            { "from": "2026-11-23T07:35:00+08:00", "to": "2026-11-23T08:00:00+08:00", "missing": 1 },
        ]));
        recomputed_from_the_export_alone(&principal, &school, &first).await;

        // 20:02: the phone sends what it kept: still there at 07:36.
        let guard = app.again(&guard).await;
        let ago = TimeDelta::minutes(12 * 60 + 26);
        let result = guard.send_check_in(&late(&app, &school, "still_here", ago)).await;
        assert_eq!((result["status"].as_str(), result["at"].as_str()), (Some("recorded"), Some("2026-11-23T07:36:00+08:00")));
        let second = coverage(&principal, &school).await;
        assert_eq!((second["state"].as_str(), &second["revision"]), (Some("final"), &json!(2)));
        assert_eq!(of(&second["duties"], school.guard_duty)["covered_seconds"], 600 + 24 * 60);
        recomputed_from_the_export_alone(&principal, &school, &second).await;

        let path = format!("/schools/{}/coverage", school.id());
        let history = principal.get(&format!("{path}/revisions?date={DAY}")).await.expect(200);
        let covered: Vec<_> = history["revisions"].as_array().unwrap().iter()
            .map(|revision| of(&revision["duties"], school.guard_duty)["covered_seconds"].as_i64().unwrap()).collect();
        assert_eq!(covered, [600, 600 + 24 * 60]);
        let range = principal.get(&format!("{path}/range?from=2026-11-21&to=2026-11-30")).await.expect(200);
        let told: Vec<_> = range["days"].as_array().unwrap().iter().map(|day| {
            (day["date"].as_str().unwrap(), day["kind"].as_str().unwrap(), day["revision"].as_i64().unwrap(), day["posts"]["posts_required"].as_i64().unwrap())
        }).collect();
        assert_eq!(told, [("2026-11-21", "weekend", 1, 0), ("2026-11-22", "weekend", 1, 0), (DAY, "school_day", 2, 3)]);
    }

    async fn the_neighbours_see_nothing(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let other = app.guarded_school(&admin, "第二小学").await;
        let stranger = app.officer(&other.organization, Office::Principal).await;
        let parent = app.member(&school.organization, Role::Parent).await;
        let id = school.id();
        for path in [
            format!("/schools/{id}/coverage?date={DAY}"),
            format!("/schools/{id}/coverage/range?from={DAY}&to={DAY}"),
            format!("/schools/{id}/coverage/revisions?date={DAY}"),
            format!("/schools/{id}/day?date={DAY}"),
            format!("/schools/{id}/board"),
            format!("/schools/{id}/events"),
            format!("/organizations/{id}/coverage/roll-up?from={DAY}&to={DAY}&by=school"),
        ] {
            stranger.get(&path).await.expect_problem(404, "not_found");
        }
        parent.get(&format!("/schools/{id}/coverage?date={DAY}")).await.expect(200);
        parent.get(&format!("/schools/{id}/day?date={DAY}")).await.expect_problem(403, "forbidden");
        parent.get(&format!("/schools/{id}/coverage?date=yesterday")).await.expect_problem(400, "malformed_query");
        let backwards = format!("/schools/{id}/coverage/range?from=2026-11-23&to=2026-11-22");
        parent.get(&backwards).await.expect_problem(422, "invalid_field");
        let bureau = app.root(&admin).await.id;
        admin.get(&format!("/schools/{bureau}/board")).await.expect_problem(404, "not_found");
    }

    async fn the_board_is_followed_as_it_changes(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        app.pass(TimeDelta::minutes(35));
        let principal = app.officer(&school.organization, Office::Principal).await;
        let guard = app.again(&guard).await;
        let token = principal.token.clone().unwrap();
        let path = format!("/schools/{}/events?access_token={token}", school.id());
        let mut events = Events::of(&app.stranger(), &path).await;
        assert_eq!(of(&events.next("board").await["posts"], school.guard_duty)["state"], "empty");

        guard.send_check_in(&app.arrival(&school, "phone")).await;
        assert_eq!(of(&events.next("board").await["posts"], school.guard_duty)["state"], "covered");

        // Time alone: what was proven runs out at 08:10, the window before that.
        app.pass(TimeDelta::minutes(40));
        assert_eq!(events.next("board").await["phase"], "done");

        app.end_sessions(&principal).await;
        app.app.bus.school_changed(school.id());
        assert_eq!(events.next("end").await["code"], "session_ended");
    }

    async fn stored_sums_are_those_of_the_evidence(app: TestApp) {
        let admin = app.administrator().await;
        let one = app.guarded_school(&admin, "实验小学").await;
        let two = app.guarded_school(&admin, "第二小学").await;
        let root = app.root(&admin).await.id;
        for (number, school) in [&one, &two].into_iter().enumerate() {
            for (role, minutes) in [(Role::Guard, 30), (Role::Parent, 20), (Role::Parent, 33), (Role::SchoolLeader, 41)] {
                let person = app.on_duty(school, role).await;
                for days in 1..6 {
                    let ago = TimeDelta::days(days) - TimeDelta::minutes(minutes + days * 3 * i64::try_from(number).unwrap());
                    person.send_check_in(&late(&app, school, "arrive", ago)).await;
                }
            }
        }
        let path = |by: &str| format!("/organizations/{root}/coverage/roll-up?from=2026-11-01&to={DAY}&by={by}&by_role=true");
        let mut computed = Vec::new();
        let term = json!({ "name": "秋季学期", "starts_on": "2026-11-10", "ends_on": "2027-01-20" });
        admin.post(&format!("/organizations/{root}/terms"), term).await.expect(201);
        const EVERY: [&str; 6] = ["school", "station", "bureau", "day", "month", "term"];
        for by in EVERY {
            computed.push(sums(&admin.get(&path(by)).await.expect(200)));
        }
        assert_eq!(computed[0]["whole"]["days"], 46);
        assert_eq!(computed[0]["whole"]["live_days"], 2);
        assert_ne!(computed[0]["whole"]["posts"]["covered_seconds"], 0);
        assert_ne!(computed[0]["stays_by_role"]["parent"], Value::Null);
        assert_eq!(computed[0]["by_roles"].as_array().unwrap().len(), 3);
        let app_within = std::sync::Arc::clone(&app.app);
        tokio::task::spawn_blocking(move || huxue::service::coverage::finalizer::round(&app_within)).await.unwrap().unwrap();
        let rows = |place: usize| computed[place]["rows"].as_array().unwrap();
        assert_eq!((rows(0).len(), rows(1).len(), rows(2).len(), rows(3).len()), (2, 0, 1, 23));
        assert_eq!((&rows(2)[0]["organization_id"], &rows(2)[0]["sums"]), (&json!(root), &computed[0]["whole"]));
        assert_eq!((&rows(4)[0]["from"], &rows(4)[0]["to"]), (&json!("2026-11-01"), &json!(DAY)));
        assert_eq!(rows(4)[0]["sums"], computed[3]["whole"], "one month is all of it");
        assert_eq!((&rows(5)[0]["name"], &rows(5)[0]["from"]), (&json!("秋季学期"), &json!("2026-11-10")));
        assert_eq!(rows(5)[0]["sums"]["days"], 28, "two schools, 14 days of the term");
        for (by, computed) in EVERY.into_iter().zip(computed.clone()) {
            assert_eq!(sums(&admin.get(&path(by)).await.expect(200)), computed, "by {by}");
        }
        let csv = admin.get(&format!("/organizations/{root}/coverage/roll-up.csv?from=2026-11-01&to={DAY}&by=school")).await;
        assert!(csv.text.starts_with('\u{feff}') && csv.text.lines().count() == 4, "{}", csv.text);
    }
}

/// A roll-up without the moments at which it was computed.
fn sums(answer: &Value) -> Value {
    let mut answer = answer.clone();
    answer["whole"]["as_known_at"].take();
    for row in answer["rows"].as_array_mut().unwrap() {
        row["sums"]["as_known_at"].take();
    }
    answer
}

/// `huxue day coverage` over the export gives the figures of the API.
async fn recomputed_from_the_export_alone(reader: &Actor, school: &School, shown: &Value) {
    let export = reader.get(&format!("/schools/{}/day?date={DAY}", school.id())).await;
    let day = DayDocument::parse(export.text.as_bytes()).unwrap();
    let recomputed = serde_json::to_value(CoverageDocument::of(&day).unwrap()).unwrap();
    let (recomputed, shown) = (recomputed["duties"].as_array().unwrap(), shown["duties"].as_array().unwrap());
    assert_eq!(recomputed.len(), shown.len());
    for (recomputed, shown) in recomputed.iter().zip(shown) {
        for (field, value) in recomputed.as_object().unwrap() {
            assert_eq!(value, &shown[field], "{field}");
        }
    }
}

/// Two servers on one PostgreSQL: what one commits, the board of the other shows.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_board_shows_what_another_server_committed() {
    let Some(here) = TestApp::start(huxue_tests::Backend::Postgres).await else { return };
    let elsewhere = here.beside().await;
    let admin = here.administrator().await;
    let school = here.guarded_school(&admin, "实验小学").await;
    here.pass(TimeDelta::minutes(35));
    elsewhere.pass(TimeDelta::minutes(35));
    let guard = elsewhere.on_duty(&school, Role::Guard).await;
    let principal = here.officer(&school.organization, Office::Principal).await;
    let path = format!("/schools/{}/events", school.id());
    let mut events = Events::of(&principal, &path).await;
    assert_eq!(of(&events.next("board").await["posts"], school.guard_duty)["state"], "empty");
    guard.send_check_in(&elsewhere.arrival(&school, "phone")).await;
    assert_eq!(of(&events.next("board").await["posts"], school.guard_duty)["state"], "covered");
}
