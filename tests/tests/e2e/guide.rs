//! The examples of `mobile-api-spec/examples` do what the guide says.

use std::path::Path;

use chrono::TimeDelta;
use huxue::domain::words::{Office, Role};
use huxue_tests::http_file::Runner;
use huxue_tests::{TestApp, on_both};
use serde_json::json;
use uuid::Uuid;

use crate::patrols::beat;

fn example(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mobile-api-spec/examples").join(name);
    std::fs::read_to_string(file).unwrap()
}

on_both! {
    async fn the_examples_of_joining_run(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.school(&admin, "实验小学").await;
        let principal = app.officer(&school, Office::Principal).await;
        let invite = json!({ "role": "parent", "expires_at": "2026-11-30T00:00:00+08:00" });
        let invite = principal.post(&format!("/organizations/{}/invites", school.id), invite).await.expect(201);
        let link = invite["link"].as_str().unwrap();
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("invite", link.rsplit('/').next().unwrap().to_owned()),
            ("phone", "13700000001".to_owned()),
            ("principal", principal.token.clone().unwrap()),
        ]);
        runner.run_with_codes(&example("1-joining.http"), async || app.sms.code_for("13700000001").await).await;
        assert_eq!(runner.value("look.body.organization"), "实验小学");
        assert_eq!(runner.value("without_terms.body.code"), "invalid_field");
        assert_eq!(runner.value("joined.body.membership.state"), "pending");
        assert_eq!(runner.value("waiting.body.memberships.0.state"), "pending");
        assert_eq!(runner.value("active.body.memberships.0.state"), "active");
        assert_eq!(runner.value("consents.body.items.1.given"), "true");
    }

    async fn the_examples_of_signing_in_run(app: TestApp) {
        app.administrator().await;
        let mut runner = Runner::new(&[("host", app.address.clone()), ("phone", "13800000000".to_owned())]);
        runner.run_with_codes(&example("2-signing-in.http"), async || app.sms.code_for("13800000000").await).await;
        assert_eq!(runner.value("refused.body.code"), "wrong_credentials");
        assert_eq!(runner.value("ended.body.code"), "session_ended");
    }

    async fn the_examples_of_seeing_run(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        for role in [Role::Guard, Role::SchoolLeader] {
            let person = app.on_duty(&school, role).await;
            person.send_check_in(&app.arrival(&school, role.as_str())).await;
        }
        let principal = app.officer(&school.organization, Office::Principal).await;
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("token", principal.token.clone().unwrap()),
            ("school", school.organization.id.clone()),
        ]);
        runner.run(&example("4-seeing.http")).await;
        assert_eq!(runner.value("board.body.posts"), runner.value("events.body.posts"));
        assert_eq!(runner.value("coverage.body.state"), "live");
        assert_eq!(runner.value("day.body.format"), "huxue.day/1");
        assert_ne!(runner.value("first_part.body.items.0.id"), runner.value("next_part.body.items.0.id"));
    }

    async fn the_examples_of_help_run(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let alarm = Uuid::now_v7().to_string();
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("token", guard.token.clone().unwrap()),
            ("helper", principal.token.clone().unwrap()),
            ("school", school.organization.id.clone()),
            ("alarm", alarm.clone()),
        ]);
        runner.run(&example("5-help.http")).await;
        assert_eq!(runner.value("raised.body.id"), runner.value("again.body.id"));
        assert_eq!(runner.value("told.body.items.0.alerts.0.alarm_id"), alarm);
        assert_eq!(runner.value("acknowledged.body.state"), "acknowledged");
        assert_eq!(runner.value("withdrawn.body.state"), "withdrawn");
        assert_eq!(runner.value("inbox.body.unread"), "2");
    }

    async fn the_examples_of_patrols_run(app: TestApp) {
        let beat = beat(&app).await;
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("token", beat.officer.token.clone().unwrap()),
            ("code", beat.schools[0].gate.code.clone()),
            ("route", beat.route.clone()),
            ("now", app.now()),
            ("pass", Uuid::now_v7().to_string()),
            ("end", Uuid::now_v7().to_string()),
        ]);
        runner.run(&example("6-patrols.http")).await;
        assert_eq!(runner.value("asked.body.items.0.points.0.checkpoint_id"), beat.schools[0].gate.id.to_string());
        assert_eq!(runner.value("asked.body.items.0.rounds"), "[]");
        assert_eq!(runner.value("passed.body.results.0.status"), "recorded");
        assert_eq!(runner.value("walked.body.items.0.rounds.0.points.1.state"), "missing");
        assert_eq!(runner.value("ended.body"), runner.value("again.body"));
    }

    async fn the_examples_of_hazards_run(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        let guard = app.on_duty(&school, Role::Guard).await;
        let principal = app.officer(&school.organization, Office::Principal).await;
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("token", guard.token.clone().unwrap()),
            ("principal", principal.token.clone().unwrap()),
            ("school", school.organization.id.clone()),
            ("hazard", Uuid::now_v7().to_string()),
        ]);
        runner.run(&example("7-hazards.http")).await;
        assert_eq!(runner.value("rules.body.categories.0.key"), runner.value("reported.body.category"));
        assert_eq!(runner.value("no_picture.body.code"), "photo_unreadable");
        assert_eq!(runner.value("rectified.body.state"), "rectified");
        assert_eq!(runner.value("mine.body.items.0.id"), runner.value("reported.body.id"));
        assert_ne!(runner.value("lists.body.items.0.checklist.id"), "");
    }

    async fn the_examples_of_checking_in_run(app: TestApp) {
        let admin = app.administrator().await;
        let school = app.guarded_school(&admin, "实验小学").await;
        app.pass(TimeDelta::minutes(35));
        let guard = app.on_duty(&school, Role::Guard).await;
        let mut runner = Runner::new(&[
            ("host", app.address.clone()),
            ("token", guard.token.clone().unwrap()),
            ("code", school.gate.code.clone()),
            ("short_code", school.gate.short_code.clone()),
            ("now", app.now()),
            ("arrival", Uuid::now_v7().to_string()),
            ("leaving", Uuid::now_v7().to_string()),
            ("lon", school.gate.lon.to_string()),
            ("lat", school.gate.lat.to_string()),
        ]);
        runner.run(&example("3-checking-in.http")).await;
        assert_eq!(runner.value("arrived.body.results.0.status"), "recorded");
        assert_eq!(runner.value("arrived.body.results.0.grade"), "confirmed");
        assert_eq!(runner.value("scanned.body.state"), "current");
        assert_eq!(runner.value("replayed.body.results.0.status"), "replayed");
        assert_eq!(runner.value("conflict.body.results.0.status"), "conflict");
        assert_eq!(runner.value("receipt.body.grade"), "confirmed");
        assert_eq!(runner.value("probed.body.fence"), "inside");
        assert_eq!(runner.value("left.body.results.0.status"), "recorded");
        assert_eq!(runner.value("left.body.results.1.status"), "invalid");
        assert_eq!(runner.value("own.body.items.0.kind"), "leave");
    }
}
