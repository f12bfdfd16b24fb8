//! A whole day with pick-up, set up through HTTP, and told at the right seconds.

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::{Actor, TestApp, on_both};
use serde_json::json;

use super::{Watched, counts, pass, told, turn, watched};

/// Seconds between two times of one day.
fn between(from: (i64, i64, i64), to: (i64, i64, i64)) -> TimeDelta {
    let seconds = |(hours, minutes, seconds): (i64, i64, i64)| hours * 3600 + minutes * 60 + seconds;
    TimeDelta::seconds(seconds(to) - seconds(from))
}

/// The day by the school's clock: it begins at 06:50:00.
struct Day<'a> {
    app: &'a TestApp,
    now: (i64, i64, i64),
}

impl Day<'_> {
    /// Goes on to a time, and makes a round.
    async fn at(&mut self, hours: i64, minutes: i64, seconds: i64) {
        let to = (hours, minutes, seconds);
        pass(self.app, between(self.now, to)).await;
        self.now = to;
    }
}

/// The rest of a school's team comes to its gate: two parents, and the guard unless there is one.
async fn team(app: &TestApp, morning: &Watched) -> Vec<Actor> {
    let mut came = Vec::new();
    for role in [Role::Guard, Role::SchoolLeader, Role::Parent, Role::Parent] {
        came.push(app.on_duty(&morning.school, role).await);
    }
    arrive(app, morning, &came).await;
    came
}

async fn arrive(app: &TestApp, morning: &Watched, who: &[Actor]) {
    for (number, one) in who.iter().enumerate() {
        let sent = app.again(one).await.send_check_in(&app.arrival(&morning.school, &format!("phone-{number}"))).await;
        assert_eq!(sent["grade"], "confirmed", "{sent}");
    }
    turn(app).await;
}

async fn set_grace(app: &TestApp, morning: &Watched, seconds: u32) {
    let rules = json!({
        "valid_from": "2026-11-23", "hold_minutes": 45, "live_grace_seconds": seconds, "sync_deadline_minute": 1200,
    });
    let path = format!("/schools/{}/rules", morning.school.organization.id);
    app.again(&morning.principal).await.put(&path, rules).await.expect(200);
}

fn same(kind: &str, missing: &[i64]) -> Vec<(String, i64)> {
    missing.iter().map(|missing| (kind.to_owned(), *missing)).collect()
}

on_both! {
    async fn a_day_is_told_at_its_seconds_in_the_morning_and_in_the_afternoon(app: TestApp) {
        let morning = watched(&app).await;
        let principal = &morning.principal;
        let school = &morning.school.organization.id;
        let window = json!({
            "kind": "pick_up", "name": "放学", "weekdays": ["mon", "tue", "wed", "thu", "fri"],
            "starts": "16:30", "ends": "17:00", "lead_minutes": 10,
        });
        let window = principal.post(&format!("/schools/{school}/windows"), window).await.expect(201)["id"].clone();
        let duty = json!({ "window_id": window, "checkpoint_id": morning.school.gate.id, "roles": ["guard"], "count": 1 });
        principal.post(&format!("/schools/{school}/duties"), duty).await.expect(201);
        let mut day = Day { app: &app, now: (6, 50, 0) };

        // The morning goes well.
        let came = team(&app, &morning).await;
        for (hours, minutes, seconds) in [(7, 9, 59), (7, 10, 0), (7, 20, 0)] {
            day.at(hours, minutes, seconds).await;
            assert_eq!(morning.open(&app).await, []);
        }
        day.at(7, 30, 0).await;
        arrive(&app, &morning, &came).await;
        for (hours, minutes) in [(7, 35), (7, 59), (8, 0), (8, 10)] {
            day.at(hours, minutes, 0).await;
            assert_eq!(morning.open(&app).await, []);
        }
        for who in &came {
            let leave = app.check_in("leave", &morning.school.gate, "phone");
            app.again(who).await.send_check_in(&leave).await;
        }
        for who in [&morning.leader, &morning.safety, &morning.principal] {
            assert_eq!(told(&app, who).await, [], "who has nothing to do hears nothing");
        }

        // In the afternoon nobody is there: on post by 16:20, the start, two minutes, five.
        day.at(16, 19, 59).await;
        assert_eq!(morning.open(&app).await, []);
        day.at(16, 20, 0).await;
        assert_eq!(morning.open(&app).await, same("nobody_on_time", &[1]));
        let (_, text) = told(&app, &morning.leader).await.pop().unwrap();
        assert_eq!(text, "【护学岗】实验小学：东门（保安），放学 16:30–17:00，到岗时间已到，还没有人。");
        day.at(16, 29, 59).await;
        assert_eq!(morning.open(&app).await, same("nobody_on_time", &[1]));
        day.at(16, 30, 0).await;
        assert_eq!(morning.open(&app).await, same("nobody_at_start", &[1]));
        assert_eq!(counts(&app, &morning.leader).await, json!([2, 0, 0]));
        day.at(16, 32, 0).await;
        assert_eq!(counts(&app, &morning.safety).await, json!([1, 1, 0]));
        day.at(16, 34, 59).await;
        assert_eq!(counts(&app, &morning.principal).await, json!([0, 0, 0]));
        day.at(16, 35, 0).await;
        assert_eq!(counts(&app, &morning.principal).await, json!([0, 1, 0]));
        // The guard comes, says that they leave early, and comes back.
        arrive(&app, &morning, &came[..1]).await;
        assert_eq!(morning.open(&app).await, []);
        day.at(16, 40, 0).await;
        let leave = app.check_in("leave", &morning.school.gate, "phone-0");
        app.again(&came[0]).await.send_check_in(&leave).await;
        turn(&app).await;
        assert_eq!(morning.open(&app).await, same("early_departure", &[1]));
        day.at(16, 59, 59).await;
        assert_eq!(morning.open(&app).await, same("early_departure", &[1]));
        day.at(17, 0, 0).await;
        assert_eq!(morning.open(&app).await, same("ended_short", &[1]));
        let (_, text) = told(&app, &morning.principal).await.pop().unwrap();
        assert!(text.contains("放学 16:30–17:00，时段结束，16:30 起曾缺 1 人"), "{text}");
        day.at(17, 10, 0).await;
        assert_eq!(morning.open(&app).await, []);
        let before = told(&app, &morning.principal).await.len();
        day.at(23, 0, 0).await;
        assert_eq!(told(&app, &morning.principal).await.len(), before, "the night is quiet");
    }

    async fn a_gap_is_told_after_exactly_the_grace(app: TestApp) {
        let morning = watched(&app).await;
        let mut day = Day { app: &app, now: (6, 50, 0) };
        day.at(7, 5, 0).await;
        team(&app, &morning).await;
        // What they proved holds for 45 minutes, until 07:50; the grace is a minute.
        day.at(7, 50, 0).await;
        assert_eq!(morning.open(&app).await, []);
        day.at(7, 50, 59).await;
        assert_eq!(morning.open(&app).await, []);
        day.at(7, 51, 0).await;
        assert_eq!(morning.open(&app).await, same("gap", &[1, 1, 2]));
        let (_, text) = told(&app, &morning.leader).await.pop().unwrap();
        assert!(text.contains("07:50 起缺 1 人"), "{text}");
    }

    async fn zero_grace_means_zero(app: TestApp) {
        let morning = watched(&app).await;
        set_grace(&app, &morning, 0).await;
        let mut day = Day { app: &app, now: (6, 50, 0) };
        day.at(7, 5, 0).await;
        team(&app, &morning).await;
        day.at(7, 49, 59).await;
        assert_eq!(morning.open(&app).await, []);
        day.at(7, 50, 0).await;
        assert_eq!(morning.open(&app).await, same("gap", &[1, 1, 2]));
    }

    async fn the_station_and_the_bureau_are_told_at_their_minutes(app: TestApp) {
        let morning = watched(&app).await;
        let root = app.root(&morning.admin).await;
        let station = app.organization(&morning.admin, &root, "station", "城关派出所").await;
        let answers = format!("/stations/{}/schools/{}", station.id, morning.school.organization.id);
        morning.admin.put(&answers, json!(null)).await.expect(204);
        let chief = app.officer(&station, Office::StationChief).await;
        let bureau = app.officer(&root, Office::BureauOfficer).await;
        let of_school = async |who: &Actor| {
            told(&app, who).await.into_iter().filter(|(_, text)| text.contains("实验小学")).count()
        };
        let mut day = Day { app: &app, now: (6, 50, 0) };
        for (minutes, seconds, at_station, at_bureau) in [(20, 0, 0, 0), (29, 59, 0, 0), (30, 0, 1, 0), (34, 59, 1, 0), (35, 0, 1, 1)] {
            day.at(7, minutes, seconds).await;
            assert_eq!((of_school(&chief).await, of_school(&bureau).await), (at_station, at_bureau), "07:{minutes}:{seconds}");
        }
    }

    async fn a_step_that_reaches_nobody_is_skipped_and_the_next_comes_at_its_time(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.on_duty(&school, Role::SchoolLeader).await;
        let root = app.root(&admin).await;
        let station = app.organization(&admin, &root, "station", "城关派出所").await;
        admin.put(&format!("/stations/{}/schools/{}", station.id, school.organization.id), json!(null)).await.expect(204);
        let chief = app.officer(&station, Office::StationChief).await;
        let bureau = app.officer(&root, Office::BureauOfficer).await;
        let of_school = async |who: &Actor| {
            told(&app, who).await.into_iter().filter(|(_, text)| text.contains("实验小学")).count()
        };
        let mut day = Day { app: &app, now: (6, 50, 0) };
        // No safety officer and no principal: the station comes after two minutes, in their place; the bureau after its fifteen.
        for (minutes, seconds, at_station, at_bureau) in [(20, 0, 0, 0), (21, 59, 0, 0), (22, 0, 1, 0), (34, 59, 1, 0), (35, 0, 1, 1)] {
            day.at(7, minutes, seconds).await;
            assert_eq!((of_school(&chief).await, of_school(&bureau).await), (at_station, at_bureau), "07:{minutes}:{seconds}");
        }
    }

    async fn what_was_over_while_no_server_ran_is_told_to_nobody(app: TestApp) {
        let morning = watched(&app).await;
        // From 06:50 to 08:10: the window, and ten minutes in which it would be news.
        pass(&app, TimeDelta::minutes(80)).await;
        assert_eq!(morning.open(&app).await, []);
        let path = format!("/organizations/{}/alerts", morning.school.organization.id);
        let all = app.again(&morning.principal).await.get(&path).await.expect(200);
        assert_eq!(all["items"], json!([]), "it was never raised");
        for who in [&morning.leader, &morning.safety, &morning.principal] {
            assert_eq!(told(&app, who).await, []);
        }
    }
}
